using CddFunctions.Campaigns.Pages;

namespace CddFunctions.Submissions.HandIns.Pages;

/// <summary>Who came, for which task of which unit.</summary>
public sealed record Opened(PageVisit Visit, Target Target);
