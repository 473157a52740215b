using System.Text.Json.Nodes;

namespace CddFunctions.Tests.Campaigns.Checks;

/// <summary>
/// A contest above the province, laid over a real definition: province → 18 regions → nation, a sample, a ranking, an
/// event. Made up in the shape of Phayao's letters so that rules about such contests are tried on any file.
/// </summary>
internal static class NationalContest
{
    public static void AddTo(JsonObject campaign)
    {
        foreach (var (collection, elements) in JsonNode.Parse(Elements)!.AsObject())
        {
            foreach (var element in elements!.AsArray())
                campaign.List(collection).Add(element!.DeepClone());
        }
    }

    private const string Elements = """
        {
          "levels": [{ "id": "inspection-region", "th": "เขต", "en": "Region", "rank": 9 }],
          "unitSets": [
            { "id": "x-provinces", "th": "จังหวัด", "en": "Provinces", "level": "province", "count": 76, "within": "th", "managed": false, "src": ["assumed — x"] },
            { "id": "x-regions", "th": "เขต", "en": "Regions", "level": "inspection-region", "count": 18, "within": "th", "managed": false, "src": ["assumed — x"] },
            { "id": "x-chosen", "th": "ตำบล", "en": "Tambons", "level": "tambon", "count": 16, "chosen": { "from": "ry-districts", "by": "province-officer", "perParent": 2 }, "src": ["assumed — x"] }
          ],
          "bodies": [
            { "id": "x-committees", "th": "คณะ", "en": "Committees", "kind": "committee", "level": "inspection-region", "count": 18, "oneFor": "x-regions", "src": ["assumed — x"] },
            { "id": "x-centres", "th": "ศูนย์", "en": "Centres", "kind": "centre", "level": "nation", "count": 11, "src": ["assumed — x"] }
          ],
          "milestones": [
            { "id": "x-m-region", "th": "เขต", "en": "Region", "kind": "window", "from": "2024-05-03", "to": "2024-05-14", "src": ["assumed — x"] },
            { "id": "x-m-nation", "th": "ประเทศ", "en": "Nation", "kind": "window", "from": "2024-06-01", "to": "2024-06-30", "precision": "month", "printed": "มิถุนายน ๒๕๖๗", "src": ["assumed — x"] }
          ],
          "rubrics": [{
            "id": "x-rubric", "th": "เกณฑ์", "en": "Rubric", "status": "complete", "weightsBasis": "assumed", "scale": { "min": 0, "max": 10, "step": 0.5, "basis": "assumed" }, "src": ["assumed — x"],
            "criteria": [
              { "id": "cr-a", "th": "ก", "en": "A", "weight": 60, "src": ["assumed — x"], "variants": [
                { "th": "ก", "en": "A", "inUse": true, "src": ["assumed — x"] }, { "th": "ข", "en": "B", "inUse": false, "src": ["assumed — x"] }] },
              { "id": "cr-b", "th": "ข", "en": "B", "weight": 40, "src": ["assumed — x"] }]
          }],
          "awards": [
            { "id": "x-grant", "th": "รางวัล", "en": "Grant", "kind": "grant", "count": 18, "to": "tambon", "money": { "baht": 100000, "wordsTh": "หนึ่งแสนบาทถ้วน" }, "src": ["assumed — x"] },
            { "id": "x-honour", "th": "ยกย่อง", "en": "Honour", "kind": "announcement", "count": 4, "to": "tambon", "src": ["assumed — x"] }
          ],
          "rounds": [
            { "id": "x-province", "th": "จังหวัด", "en": "Province", "order": 1, "track": "x", "level": "province", "groupBy": "province", "entrants": "x-chosen",
              "entrantCount": 16, "groups": 1, "perGroup": 16, "winnersPerGroup": 1, "winners": 1, "panel": { "body": "ry-eval-committee", "basis": "assumed" },
              "rubric": "x-rubric", "aggregate": "mean", "tieBreaks": [], "awards": [], "publish": { "what": "winners", "to": [], "approver": "governor" }, "src": ["assumed — x"] },
            { "id": "x-region", "th": "เขต", "en": "Region", "order": 2, "track": "x", "level": "inspection-region", "groupBy": "inspection-region", "winnersOf": "x-province",
              "entrantCount": 76, "groups": 18, "perGroup": { "min": 3, "max": 6 }, "winnersPerGroup": 1, "winners": 18, "panel": { "body": "x-committees", "basis": "assumed" },
              "rubric": "x-rubric", "aggregate": "mean", "tieBreaks": [], "awards": ["x-grant"], "window": "x-m-region", "managed": false,
              "publish": { "what": "winners", "to": [], "approver": "governor" }, "src": ["assumed — x"] },
            { "id": "x-nation", "th": "ประเทศ", "en": "Nation", "order": 3, "track": "x", "level": "nation", "groupBy": "none", "winnersOf": "x-region",
              "entrantCount": 18, "groups": 1, "perGroup": 18, "winnersPerGroup": 1, "winners": 1, "panel": { "body": "x-committees", "basis": "assumed" },
              "rubric": "x-rubric", "aggregate": "mean", "tieBreaks": [], "awards": [], "window": "x-m-nation", "managed": false,
              "publish": { "what": "winners", "to": [], "approver": "governor" }, "src": ["assumed — x"] }
          ],
          "metrics": [{ "id": "x-metric", "th": "ยอด", "en": "Counts", "subject": "x-chosen", "channels": ["other"], "components": ["likes", "shares"], "reading": "cumulative",
            "cadence": "weekly", "window": "x-m-region", "enteredBy": "province-officer", "form": "f-report", "checks": [], "src": ["assumed — x"] }],
          "samplings": [{ "id": "x-sample", "th": "สุ่ม", "en": "Sample", "by": "x-centres", "bodies": 11, "stages": [{ "level": "province", "per": 5, "of": "centre" }, { "level": "tambon", "per": 2, "of": "province" }],
            "sample": 110, "method": "random", "recordSeed": true, "metric": "x-metric", "src": ["assumed — x"] }],
          "rankings": [{ "id": "x-popular", "th": "นิยม", "en": "Popular", "metric": "x-metric", "weights": { "likes": 1, "shares": 1 }, "weightsBasis": "assumed", "asOf": "x-m-region",
            "top": 4, "award": "x-honour", "tieBreaks": [], "by": "province-officer", "src": ["assumed — x"] }],
          "events": [{ "id": "x-event", "th": "เวที", "en": "Stage", "kind": "showcase", "when": "x-m-region", "days": 12, "invited": ["x-provinces"], "src": ["assumed — x"] }]
        }
        """;
}
