using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;

namespace CddFunctions.Submissions.Fields.Pages;

/// <summary>What the inputs of one form look at besides their own value.</summary>
public sealed record FieldScope(LaunchedCampaign Campaign, bool English)
{
    /// <summary>Places that a unit field may name, of every level; a field shows those of its own.</summary>
    public IReadOnlyList<Unit> Units { get; init; } = [];

    /// <summary>Names of people by roster, for fields that choose from one.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> People { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>What was refused, by the path of its input: <c>total</c>, <c>lines[2].amount</c>.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>Files that were taken already, by field.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<AttachedFile>> Files { get; init; } =
        new Dictionary<string, IReadOnlyList<AttachedFile>>(StringComparer.Ordinal);

    /// <summary>Columns whose sum a rule of the form compares: <c>lines.amount</c>.</summary>
    public IReadOnlySet<string> Sums { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Empty lines under those that are filled in, by table.</summary>
    public IReadOnlyDictionary<string, int> Spare { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);
}
