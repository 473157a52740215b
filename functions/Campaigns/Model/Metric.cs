namespace CddFunctions.Campaigns.Model;

/// <summary>A count read from a public page, by hand, with evidence.</summary>
public sealed record Metric(
    string Id,
    string Th,
    string En,
    string Subject,
    IReadOnlyList<string> Channels,
    IReadOnlyList<string> Components,
    string Reading,
    string Cadence,
    string Window,
    string EnteredBy,
    string Form,
    IReadOnlyList<string> Checks,
    IReadOnlyList<Citation> Src,
    bool Managed = true
);

/// <summary>How a sample is drawn: the number of bodies × the number of each stage = the size of the sample (V13).</summary>
public sealed record Sampling(
    string Id,
    string Th,
    string En,
    string By,
    int Bodies,
    IReadOnlyList<SamplingStage> Stages,
    int Sample,
    string Method,
    bool RecordSeed,
    string Metric,
    IReadOnlyList<Citation> Src,
    bool Managed = true
);

public sealed record SamplingStage(string Level, int Per, string Of);

/// <summary>Top N by weighted counts; feeds no judged round unless one is named.</summary>
public sealed record Ranking(
    string Id,
    string Th,
    string En,
    string Metric,
    IReadOnlyDictionary<string, decimal> Weights,
    Basis WeightsBasis,
    string AsOf,
    int Top,
    string Award,
    IReadOnlyList<TieBreak> TieBreaks,
    string By,
    IReadOnlyList<Citation> Src,
    string? FeedsRound = null,
    bool Managed = true,
    IReadOnlyList<string>? Gate = null
);
