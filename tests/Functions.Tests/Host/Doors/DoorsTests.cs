using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Host.Doors;

/// <summary>
/// Everybody asks at every door of the running application. Who may come in where is the text beside this file; a new
/// address has no row there, so its writer has to say who may come in.
/// </summary>
public sealed class DoorsTests(DoorSite site) : IClassFixture<DoorSite>
{
    private const string Table = "tests/Functions.Tests/Host/Doors/doors.txt";

    [Fact]
    public async Task Everybody_gets_the_recorded_answer_at_every_door()
    {
        var rows = new List<string> { $"address | {string.Join(' ', site.Askers.Select(a => a.Name))}" };
        foreach (var doorway in site.Doorways)
        {
            var cells = new List<int>();
            foreach (var asker in site.Askers)
                cells.Add((await doorway.AskAsync(asker)).Code);
            rows.Add($"{doorway} | {string.Join(' ', cells)}");
        }

        Recorded.Compare(Table, rows);
    }

    /// <summary>Neither JSON that is none nor a type that nobody takes is looked at before the door.</summary>
    [Fact]
    public async Task Who_may_not_come_in_hears_that_and_nothing_about_the_shape()
    {
        var wrong = new List<string>();
        foreach (var doorway in site.Doorways.Where(d => d.Writes))
        {
            foreach (var asker in site.Askers)
            {
                var refused = (await doorway.AskAsync(asker)).Code;
                if (refused is not (401 or 403) || IsPublic(doorway, asker))
                    continue;
                foreach (var type in new[] { "application/json", "text/plain" })
                {
                    if ((await doorway.AskWithoutShapeAsync(asker, type)).Code is var shapeless && shapeless != refused)
                        wrong.Add($"{doorway} {asker.Name} {type}: {shapeless} instead of {refused}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_refusal_at_the_door_is_a_problem_for_programs_and_a_page_for_people()
    {
        var wrong = new List<string>();
        foreach (var doorway in site.Doorways.Where(d => d.Route.Contains("{campaign}", StringComparison.Ordinal)))
        {
            foreach (var asker in site.Askers)
            {
                if (await doorway.AskAsync(asker) is { Code: 401 or 403 or 404 } answer && Expected(doorway, asker, answer) is { } told)
                    wrong.Add($"{doorway} {asker.Name}: {told}");
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>Addresses that know only an identity of their own: an upload's ticket, a code that came in the form, held links.</summary>
    private static bool IsPublic(Doorway doorway, Asker asker) =>
        asker.Name is not "forged"
        && doorway.ToString()
            is "PUT /api/campaigns/{campaign}/uploads/{id}"
                or "POST /api/ui/{campaign}/vote/{ballot}"
                or "POST /api/ui/{campaign}/sign-in"
                or "POST /api/ui/{campaign}/held";

    /// <returns>What is wrong; null when nothing is.</returns>
    private static string? Expected(Doorway doorway, Asker asker, Answer answer)
    {
        // a wrong link is refused before anybody looks where it leads to: as a page only to whoever posts a form
        var asPage = doorway.IsPage && (asker.Name is not "forged" || doorway.Writes);
        if (asPage || answer.Type is not "application/problem+json")
            return asPage && answer.Type is "text/html" ? null : answer.Type;
        return Code(doorway, asker, answer.Code) is { } code && code != answer.Problem ? answer.Problem : null;
    }

    /// <returns>Null where it depends on the address.</returns>
    private static string? Code(Doorway doorway, Asker asker, int status) =>
        (asker.Name, status) switch
        {
            ("forged", _) => "identity-invalid",
            ("none" or "astray-none" or "lost-none", 401) => "identity-missing",
            ("lost-none" or "lost-key", 404) => "campaign-not-found",
            ("elsewhere" or "voter-elsewhere" or "judge", 403) when !IsPublic(doorway, asker) => "not-yours",
            _ => null,
        };
}
