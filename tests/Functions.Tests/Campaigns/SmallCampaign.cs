using System.Text.Json.Nodes;

namespace CddFunctions.Tests.Campaigns;

/// <summary>The least that is a campaign: one letter, one task in one district, one deadline.</summary>
internal static class SmallCampaign
{
    public static JsonObject Json() =>
        JsonNode
            .Parse(
                """
                {
                  "id": "a", "th": "ก", "en": "A", "summary": { "th": "ก", "en": "A" }, "fiscalYear": 2567, "province": "21", "owner": "chief",
                  "calendar": { "cutoff": "23:59:59", "workWeek": ["mon", "tue"], "holidays": [], "src": ["assumed — end of day"] },
                  "sources": [{ "id": "l1", "kind": "letter", "th": "ก", "en": "A", "inHand": true, "clauses": ["ข้อ ๒"] }],
                  "facts": [], "checks": [], "taxonomies": [],
                  "levels": [{ "id": "district", "th": "อำเภอ", "en": "District", "rank": 2 }],
                  "units": [{ "code": "2101", "level": "district", "th": "เมืองระยอง", "en": "Mueang Rayong" }],
                  "unitSets": [{ "id": "us", "th": "ก", "en": "A", "level": "district", "count": 1, "members": ["2101"], "src": ["assumed — x"] }],
                  "bodies": [],
                  "roles": [{ "id": "chief", "th": "ก", "en": "A", "level": "province", "can": ["view"], "src": ["assumed — x"] }],
                  "rosters": [],
                  "milestones": [{ "id": "m-due", "th": "ก", "en": "A", "kind": "deadline", "on": "2024-02-22", "src": ["stated l1 ข้อ ๒"] }],
                  "reminders": [], "templates": [], "forms": [], "choiceGroups": [],
                  "tasks": [{ "id": "t-plan", "th": "ก", "en": "A", "kind": "submit", "owner": "chief", "dueBasis": "stated", "per": "us",
                    "due": "m-due", "src": ["stated l1 ข้อ ๒"] }],
                  "rubrics": [], "rounds": [], "awards": [], "ballots": [], "metrics": [], "samplings": [], "rankings": [], "visits": [],
                  "events": [], "publicity": [], "budgets": [], "amendments": [], "contradictions": [], "openQuestions": [], "exports": [],
                  "privacy": { "controller": "chief", "bases": [], "notCollected": [], "retention": [], "breachHours": 72 }
                }
                """
            )!
            .AsObject();
}
