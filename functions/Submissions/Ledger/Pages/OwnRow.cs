using CddFunctions.Campaigns.Model;

namespace CddFunctions.Submissions.Ledger.Pages;

/// <summary>One row of an officer's list.</summary>
public sealed record OwnRow(Obligation Obligation, CampaignTask Task, ChoiceGroup? Choice, string? ReturnReason);
