using System.Text.RegularExpressions;

namespace CddFunctions.Tests.Architecture;

/// <summary>What may never be in a file of this repository. Who may know whom is in <see cref="LayerTests"/>.</summary>
public sealed partial class ArchitectureTests
{
    private const int MostLines = 200;
    private const int MostCharacters = 140;

    private static readonly string[] Binary = [".xlsx", ".pdf", ".mp4", ".png", ".jpg", ".woff2", ".zip", ".gz"];

    [Fact]
    public void Reporting_knows_neither_the_application_nor_the_web()
    {
        Assert.Empty(Sources("reporting").Where(f => NotForReporting().IsMatch(f.Text)).Select(f => f.Path));
    }

    [Fact]
    public void Only_what_writes_no_document_is_entered_by_itself()
    {
        var entered = Sources("functions").SelectMany(f => Entered().Matches(f.Text).Select(m => m.Groups["what"].Value));
        var recorders = Sources("functions").Where(f => f.Text.Contains(".RecordAsync(", StringComparison.Ordinal)).Select(f => f.Path);

        Assert.Equal(
            ["ExportRead", "FileRead", "KeyRefused", "RollRead", "RosterRead", "SlipsPrinted", "SubmissionRead"],
            entered.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        Assert.Equal(
            ["functions/Adapters/Cosmos/CosmosDocuments.cs", "functions/Platform/Audit/AuditTrail.cs"],
            recorders.Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void No_source_file_is_longer_than_200_lines()
    {
        var longest = Sources("functions")
            .Concat(Sources("reporting"))
            .Select(f => (f.Path, Lines: f.Text.AsSpan().Count('\n')))
            .Where(f => f.Lines > MostLines)
            .Select(f => $"{f.Path}: {f.Lines}");

        Assert.Empty(longest);
    }

    /// <summary>A sentence or a pattern in quotes may be longer: it reads better whole, and no formatter breaks it.</summary>
    [Fact]
    public void No_line_is_longer_than_140_characters()
    {
        var longest = Sources("functions")
            .Concat(Sources("reporting"))
            .Concat(Sources("demo"))
            .SelectMany(f => f.Text.Split('\n').Select((line, i) => (Where: $"{f.Path}:{i + 1}", Line: line)))
            .Where(l => l.Line.Length > MostCharacters && (l.Where.Contains(".razor", StringComparison.Ordinal) || !l.Line.Contains('"')))
            .Select(l => l.Where);

        Assert.Empty(longest);
    }

    [Fact]
    public void Nothing_depends_on_the_machine_it_was_written_on()
    {
        Assert.Empty(Found(OurMachine()));
    }

    [Fact]
    public void No_file_holds_a_real_phone_number_or_address()
    {
        Assert.DoesNotContain(Found(Phone()), f => !MadeUpPhone().IsMatch(f));
        Assert.DoesNotContain(Found(Mail()), f => !MadeUpMail().IsMatch(f));
    }

    [Theory]
    [InlineData("โทร 081-234-5678", true)]
    [InlineData("โทร 0812345678.", true)]
    [InlineData("02-123-4567", true)]
    [InlineData("038-123-456", true)]
    [InlineData("080-000-0012", false)]
    [InlineData("038-000-000", false)]
    [InlineData("sha512-ab0812345678cd", false)]
    public void A_phone_number_is_recognised(string text, bool real) =>
        Assert.Equal(real, Phone().Matches(text).Any(m => !MadeUpPhone().IsMatch(m.Value)));

    [Fact]
    public void The_licences_are_here()
    {
        Assert.Contains("MIT License", Repository.Read("LICENSE"), StringComparison.Ordinal);
        Assert.Contains(Repository.Files("functions/Campaigns/areas"), f => f.EndsWith("areas.LICENSE", StringComparison.Ordinal));

        var notices = Repository.Read("THIRD-PARTY-NOTICES.md");
        var packages = Repository
            .Files("", "packages.lock.json")
            .SelectMany(f => LockedPackage().Matches(Repository.Read(f)).Select(m => m.Groups["name"].Value))
            .Distinct(StringComparer.Ordinal);
        Assert.DoesNotContain(packages, p => !notices.Contains($"| {p} |", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Found(Regex pattern) =>
        Repository
            .Files()
            .Where(f =>
                !Binary.Contains(Path.GetExtension(f), StringComparer.Ordinal)
                && !f.EndsWith("ArchitectureTests.cs", StringComparison.Ordinal)
            )
            .SelectMany(f => pattern.Matches(Repository.Read(f)).Select(m => $"{f}: {m.Value}"));

    private static IEnumerable<(string Path, string Text)> Sources(string folder) =>
        Repository.Files(folder, "*.cs").Concat(Repository.Files(folder, "*.razor")).Select(f => (f, Repository.Read(f)));

    [GeneratedRegex(@"Microsoft\.AspNetCore|CddFunctions\.(?!Reporting)[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex NotForReporting();

    [GeneratedRegex(@"AppendAsync\([^;]*?AuditDeed\.(?<what>\w+)", RegexOptions.None, 1000)]
    private static partial Regex Entered();

    [GeneratedRegex(@"\.\./shared\b|(?<![\w.])/work/|/usr/local/bin/nb\b|/root/", RegexOptions.None, 1000)]
    private static partial Regex OurMachine();

    [GeneratedRegex(@"(?<![\w+/=.-])0[2-9](?:[ -]?[0-9]){7,8}(?![\w+/=])", RegexOptions.None, 5000)]
    private static partial Regex Phone();

    [GeneratedRegex("0-?0-?0-?0-?0", RegexOptions.None, 1000)]
    private static partial Regex MadeUpPhone();

    [GeneratedRegex(@"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}", RegexOptions.None, 5000)]
    private static partial Regex Mail();

    [GeneratedRegex(@"@(?:[\w-]+\.)*(?:example(?:\.\w+)*|invalid|test)$", RegexOptions.None, 1000)]
    private static partial Regex MadeUpMail();

    [GeneratedRegex(@"""(?<name>[A-Za-z0-9_.]+)"": \{\s*""type"": ""(?!Project)", RegexOptions.None, 1000)]
    private static partial Regex LockedPackage();
}
