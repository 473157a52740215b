using System.Text.RegularExpressions;
using CddFunctions.Platform.Storage;
using CddFunctions.Platform.Telemetry;

namespace CddFunctions.Tests.Platform.Telemetry;

public sealed partial class SafeTextTests
{
    private const string Ours = "CddFunctions.Platform.Hosting.Failures";

    [Theory]
    [InlineData(Ours, "{Method} {Route} failed as {Code}", "GET /api/{x} failed as unexpected")]
    [InlineData(Ours, "{Method} of {Person} at {Path}", "GET of {Person} at {Path}")]
    [InlineData(Ours, "{Done:N0} files", "3 files")]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics", "{Method} {Route}", "{Method} {Route}")]
    [InlineData("CddFunctionsNot.Ours", "{Method}", "{Method}")]
    public void Only_allowed_values_are_put_into_a_template(string category, string template, string expected)
    {
        KeyValuePair<string, object?>[] values =
        [
            new("Method", "GET"),
            new("Route", "/api/{x}"),
            new("Code", "unexpected"),
            new("Done", 3),
            new("Person", "นายสมมติ"),
            new("Path", "/api/somebody"),
            new("{OriginalFormat}", template),
        ];

        Assert.Equal(expected, SafeText.Render(SafeText.TemplateOf(values), SafeText.Keep(category, values)));
    }

    [Fact]
    public void A_line_without_a_template_says_nothing() => Assert.Equal("(no template)", SafeText.Render(SafeText.TemplateOf(null), []));

    /// <summary>A new value in a log line is a decision: allow it in <see cref="Allowed"/>, or leave it out of the line.</summary>
    [Fact]
    public void Every_value_of_our_log_lines_is_allowed()
    {
        var lines = Repository
            .Files("functions", "*.cs")
            .SelectMany(f => LogLine().Matches(Repository.Read(f)).Select(m => m.Groups["template"].Value))
            .ToList();
        var names = lines.SelectMany(l => Hole().Matches(l).Select(m => m.Groups["name"].Value)).Distinct();

        Assert.Contains("{Method} {Route} failed as {Code}", lines);
        Assert.DoesNotContain(names, n => !Allowed.LogValue(Ours, n));
    }

    [Fact]
    public void An_exception_keeps_type_stack_and_code_and_loses_what_it_quotes()
    {
        var text = SafeFault.Describe(
            Thrown(() => throw new StorageUnavailableException("The store is full.", Thrown(() => int.Parse("นายสมมติ", null))))
        );

        Assert.Contains("CddFunctions.Platform.Storage.StorageUnavailableException: The store is full.", text, StringComparison.Ordinal);
        Assert.Contains(" ---> System.FormatException: HResult 0x80131537", text, StringComparison.Ordinal);
        Assert.Contains("SafeTextTests.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("สมมติ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_chain_of_causes_ends()
    {
        Exception e = new InvalidOperationException("0");
        for (var i = 0; i < 100; i++)
            e = new InvalidOperationException("x", e);

        Assert.Equal(8, SafeFault.Describe(e).Split('\n').Length);
    }

    private static Exception Thrown(Action act) => Record.Exception(act)!;

    [GeneratedRegex(
        """\.Log(?:Trace|Debug|Information|Warning|Error|Critical)\([^"$;]*"(?<template>[^"]*)""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex LogLine();

    [GeneratedRegex(@"\{(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hole();
}
