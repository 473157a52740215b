using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CddFunctions.Platform.Audit;
using CddFunctions.Tests.Ballots;
using CddFunctions.Tests.Host.Doors;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;

namespace CddFunctions.Tests.Kept;

/// <summary>
/// What others rely on: addresses, codes of problems, columns of exports, words of the audit, headers of a page. None of it
/// changes by accident, because it is compared with the text beside this file.
/// </summary>
public sealed partial class OutsideTests
{
    [Fact]
    public async Task What_others_rely_on_is_as_it_was_recorded()
    {
        TestHead.NeedsInProcess("asks the running application for its endpoints");
        await using var server = await VirtueBallot.StartAsync();

        Recorded.Compare(
            "tests/Functions.Tests/Kept/outside.txt",
            [
                .. Doorway.Of(server.Services).Select(d => $"route {d}"),
                .. Problems(),
                .. Deeds(),
                .. await ColumnsAsync(server),
                .. await HeadersAsync(server, "board"),
                .. await HeadersAsync(server, "tasks/t-book/units/2101"),
            ]
        );
    }

    /// <summary>The OpenAPI document names the codes of each refusal; the application reads them from this file.</summary>
    [Fact]
    public void The_contract_names_every_code_that_the_sources_give() =>
        Recorded.Compare(
            "functions/Platform/Http/problems.txt",
            [
                .. Repository
                    .Files("functions", "*.cs")
                    .SelectMany(f =>
                        Problem()
                            .Matches(Repository.Read(f))
                            .Select(m => $"{Feature(f)} {m.Groups["status"].Value} {m.Groups["code"].Value}")
                    )
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ]
        );

    private static string Feature(string file) => file.Split('/')[1];

    /// <summary>From the sources: a problem is a status and a code that stand beside each other, wherever it is made.</summary>
    private static IEnumerable<string> Problems() =>
        Repository
            .Files("functions", "*.cs")
            .SelectMany(f => Problem().Matches(Repository.Read(f)))
            .Select(m => $"problem {m.Groups["code"].Value} {m.Groups["status"].Value}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Deeds() =>
        Enum.GetValues<AuditDeed>().Select(d => $"audit {JsonNamingPolicy.KebabCaseLower.ConvertName($"{d}")}");

    private static async Task<IReadOnlyList<string>> ColumnsAsync(TestServer server)
    {
        var made = (await TestServer.SendAsync(server.Admin, "POST", TestServer.Of("exports"), new JsonObject())).Must(201);
        var files = made.Json["files"]!.AsArray().Select(f => (Name: (string)f!["name"]!, Url: (string)f["url"]!));
        var lines = new List<string>();
        foreach (var (name, url) in files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var isTable = name.EndsWith(".csv", StringComparison.Ordinal);
            var text = isTable ? (await TestServer.GetAsync(server.Admin, url)).Must(200).Text.TrimStart('\uFEFF') : "";
            lines.Add($"export {name} {text.Split("\r\n")[0]}".TrimEnd());
        }

        return lines;
    }

    private static async Task<IEnumerable<string>> HeadersAsync(TestServer server, string page)
    {
        var message = (await TestServer.GetAsync(server.Admin, $"/api/ui/{TestServer.Campaign}/{page}")).Must(200).Message;
        return message
            .Headers.Concat(message.Content.Headers)
            .Where(h => h.Key is not ("Date" or "Content-Length" or "Transfer-Encoding"))
            .OrderBy(h => h.Key, StringComparer.Ordinal)
            .Select(h => $"header {page} {h.Key}: {string.Join(", ", h.Value)}");
    }

    [GeneratedRegex("\\(\\s*(?<status>[45][0-9]{2}),\\s*\"(?<code>[a-z]+(-[a-z]+)*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Problem();
}
