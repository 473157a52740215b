using System.Collections;
using System.Text.Json.Serialization.Metadata;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>Anything in a definition (record or value) with its place.</summary>
internal readonly record struct CampaignNode(CampaignPath Path, object Value);

/// <summary>
/// Every record and value of a definition, so that rules about all citations, all texts or all money need no list of members.
/// </summary>
internal static class CampaignTree
{
    public static IEnumerable<CampaignNode> Walk(Campaign campaign) => Walk(campaign, CampaignPath.Root);

    private static IEnumerable<CampaignNode> Walk(object value, CampaignPath path)
    {
        var info = CampaignJson.Options.GetTypeInfo(value.GetType());
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => Members(value, info, path).Prepend(new(path, value)),
            JsonTypeInfoKind.Enumerable => Elements((IEnumerable)value, path),
            JsonTypeInfoKind.Dictionary => [],
            _ => [new(path, value)],
        };
    }

    private static IEnumerable<CampaignNode> Members(object value, JsonTypeInfo info, CampaignPath path) =>
        from property in info.Properties
        where property.AssociatedParameter is not null
        let member = property.Get!(value)
        where member is not null
        from node in Walk(member, path.Member(property.Name))
        select node;

    private static IEnumerable<CampaignNode> Elements(IEnumerable values, CampaignPath path) =>
        values.Cast<object>().SelectMany((e, i) => Walk(e, path.Element(i, IdOf(e))));

    private static string? IdOf(object element) =>
        CampaignJson
            .Options.GetTypeInfo(element.GetType())
            .Properties.FirstOrDefault(p => string.Equals(p.Name, CampaignPath.IdMember(element.GetType()), StringComparison.Ordinal))
            ?.Get!(element) as string;
}
