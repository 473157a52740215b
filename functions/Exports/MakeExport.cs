using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Exports;

/// <param name="Freeze">Keep it for good, for a report that quotes it.</param>
public sealed record ExportRequest(string? Label = null, bool Freeze = false)
{
    public string? Label { get; } = TypedText.Line(Label);
}

/// <summary>An administrator orders an export.</summary>
public sealed class MakeExport(MakeSnapshot make)
{
    private const int LongestLabel = 100;

    public async Task<Outcome<Snapshot>> RunAsync(LaunchedCampaign campaign, ExportRequest request, Caller caller, CancellationToken ct) =>
        request.Label is { } label && !TypedText.Fits(label, LongestLabel)
            ? ExportProblems.LabelTooLong()
            : await make.RunAsync(campaign, new(request.Label, request.Freeze, caller), ct);
}
