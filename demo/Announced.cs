using CddFunctions.Demo.Rayong;

namespace CddFunctions.Demo;

/// <summary>Prints what a ballot came to, as its announcement says it.</summary>
internal static class Announced
{
    public static async Task PrintAsync(Actor reader, TextWriter output, CancellationToken ct)
    {
        var result = await reader.GetAsync($"ballots/{RayongVote.Ballot}/result", ct);
        if (result.IsRefused)
            return; // this programme holds no vote

        await output.WriteLineAsync("\nประกาศผลการลงคะแนนบุคคลต้นแบบ / role models announced");
        foreach (var contest in result.Body!["contests"]!.AsArray())
        {
            var winners = contest!["winners"]!.AsArray().Select(w => $"{w!["name"]} ({w["office"]}, {w["votes"]})");
            await output.WriteLineAsync(
                $"  {contest["th"]}: {string.Join(" · ", winners)}{(contest["tie"] is null ? "" : " คะแนนเท่ากัน ได้รับร่วมกัน / shared")}"
            );
        }
    }
}
