using CddFunctions.Platform.Identity;

namespace CddFunctions.Web;

/// <summary>What people call the holder of a link: role and office. The feature that knows offices supplies this function.</summary>
public delegate string HolderName(string campaign, CallerRole role, string subject, bool english);

/// <param name="Id">Id of the link.</param>
public sealed record HeldName(string Id, string Name);

/// <summary>For whom a page was made: the current link of the browser, and the others that it holds.</summary>
/// <param name="Fell">True when a link fell off because the browser holds as many as it may.</param>
/// <param name="Back">Where a switch leads back to; null for the start page.</param>
public sealed record Who(string Campaign, HeldName Current, IReadOnlyList<HeldName> Others, bool Fell, string? Back = null);

public sealed record WhoTexts(
    string Label,
    string Now,
    string Others,
    string Use,
    string None,
    string Add,
    string Out,
    string OutAll,
    string Fell
);

/// <summary>Words for what a link allows, also used for other words that each role has one of.</summary>
public sealed record RoleTexts(string Admin, string Officer, string Judge, string Voter, string Viewer, string Intake)
{
    public string Of(CallerRole role) =>
        role switch
        {
            CallerRole.Admin => Admin,
            CallerRole.Officer => Officer,
            CallerRole.Judge => Judge,
            CallerRole.Voter => Voter,
            CallerRole.Viewer => Viewer,
            CallerRole.Intake => Intake,
            _ => throw new InvalidOperationException($"Unknown role {role}"),
        };
}
