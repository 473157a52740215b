using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns;

/// <summary>
/// A place in a campaign file, as people find it: by id where there is one (<c>tasks/t-plan/late.until</c>), by
/// position elsewhere (<c>reminders/rp-due/steps[2].at</c>).
/// </summary>
internal readonly record struct CampaignPath(string Text, bool AtId)
{
    public static readonly CampaignPath Root = new("", AtId: false);

    public CampaignPath Member(string name) => new(Text.Length == 0 ? name : $"{Text}{(AtId ? '/' : '.')}{name}", AtId: false);

    public CampaignPath Element(int index, string? id) =>
        id is null ? new($"{Text}[{index}]", AtId: false) : new($"{Text}/{id}", AtId: true);

    /// <summary>The member that identifies elements of a type; units go by their code, options by their value.</summary>
    public static string IdMember(Type type) =>
        type == typeof(Unit) ? "code"
        : type == typeof(Option) ? "value"
        : "id";

    public override string ToString() => Text;
}
