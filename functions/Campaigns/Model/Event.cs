namespace CddFunctions.Campaigns.Model;

public sealed record Visit(
    string Id,
    string Th,
    string En,
    string By,
    string To,
    string Window,
    IReadOnlyList<Citation> Src,
    string? Form = null,
    Count? Times = null,
    bool Managed = true
);

/// <param name="Slots">How many presentations of how many minutes each.</param>
public sealed record CampaignEvent(
    string Id,
    string Th,
    string En,
    string Kind,
    IReadOnlyList<string> Invited,
    IReadOnlyList<Citation> Src,
    string? When = null,
    Count? Places = null,
    int? Days = null,
    Slots? Slots = null,
    bool Managed = true
);

public sealed record Slots(string Per, int MinutesEach, int Number);

public sealed record Publicity(
    string Id,
    string Th,
    string En,
    string Channel,
    string By,
    bool Continuous,
    IReadOnlyList<Citation> Src,
    string? Metric = null,
    IReadOnlyList<string>? NameVariants = null,
    bool Managed = true
);

/// <param name="None">The letter says that no budget is used.</param>
public sealed record Budget(
    string Id,
    string Th,
    string En,
    IReadOnlyList<Citation> Src,
    bool None = false,
    Money? Money = null,
    string? ForUnit = null,
    int? Activities = null
);
