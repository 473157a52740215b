using System.Text;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns;

namespace CddFunctions.Tests.Http;

/// <summary>
/// A programme with one task for each rule of hand-ins: three districts, chosen tambons and villages, one made-up letter.
/// </summary>
internal static class MadeUpCampaign
{
    public const string Id = "made-up";

    /// <summary>Ten days before everything is due (20 May 2024, 23:59:59 in Bangkok).</summary>
    public static readonly DateTimeOffset Start = new(2024, 5, 10, 2, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset LastSecond = new(2024, 5, 20, 16, 59, 59, TimeSpan.Zero);

    public static JsonObject Json() => JsonNode.Parse(Text)!.AsObject();

    /// <summary>For pure rules: the programme as it would be in force.</summary>
    public static LaunchedCampaign Launched() => new(CampaignFile.Parse(Encoding.UTF8.GetBytes(Json().ToJsonString())).Campaign!, 1, "sha");

    public static JsonObject Plan(decimal total = 300) =>
        new()
        {
            ["fields"] = new JsonObject
            {
                ["officer"] = "นายสมมติ ทดสอบ",
                ["phone"] = "080-000-0000",
                ["start"] = "2024-05-13",
                ["total"] = total,
                ["lines"] = new JsonArray(
                    new JsonObject { ["name"] = "ก", ["amount"] = 100 },
                    new JsonObject { ["name"] = "ข", ["amount"] = 200 }
                ),
            },
        };

    public static JsonObject FieldValues(params (string Name, JsonNode? Value)[] fields) =>
        new() { ["fields"] = new JsonObject(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };

    public static JsonObject Person(int i, string? phone = null) =>
        new()
        {
            ["no"] = i,
            ["title"] = "นาย",
            ["given"] = $"สมมติ{(char)('ก' + i)}",
            ["family"] = "ทดสอบ",
            ["phone"] = phone ?? $"08000000{i:D2}",
        };

    public static JsonArray People(int count) => [.. Enumerable.Range(1, count).Select(i => Person(i))];

    private const string Text = """
        {
          "id": "made-up", "th": "โครงการสมมติ <b>", "en": "Made-up programme", "summary": { "th": "ก", "en": "A" }, "fiscalYear": 2567, "province": "21", "owner": "chief",
          "calendar": { "cutoff": "23:59:59", "workWeek": ["mon", "tue", "wed", "thu", "fri"], "holidays": [], "src": ["assumed — x"] },
          "sources": [{ "id": "l1", "kind": "letter", "th": "ก", "en": "A", "inHand": true, "clauses": ["ข้อ ๑"] }],
          "facts": [], "checks": [], "taxonomies": [],
          "levels": [{ "id": "province", "th": "จังหวัด", "en": "Province", "rank": 1 }, { "id": "district", "th": "อำเภอ", "en": "District", "rank": 2 },
            { "id": "tambon", "th": "ตำบล", "en": "Tambon", "rank": 3 }, { "id": "village", "th": "หมู่บ้าน", "en": "Village", "rank": 4 }],
          "units": [{ "code": "21", "level": "province", "th": "ระยอง", "en": "Rayong" }, { "code": "2101", "level": "district", "th": "เมืองระยอง", "en": "Mueang" },
            { "code": "2102", "level": "district", "th": "บ้านฉาง", "en": "Ban Chang" }, { "code": "2103", "level": "district", "th": "แกลง", "en": "Klaeng" }],
          "unitSets": [
            { "id": "districts", "th": "อำเภอ", "en": "Districts", "level": "district", "count": 3, "members": ["2101", "2102", "2103"], "src": ["stated l1 ข้อ ๑"] },
            { "id": "tambons", "th": "ตำบล", "en": "Tambons", "level": "tambon", "count": { "min": 3, "max": 6 }, "chosen": { "from": "districts", "by": "chief", "perParent": { "min": 1, "max": 2 } }, "src": ["assumed — x"] },
            { "id": "villages", "th": "หมู่บ้าน", "en": "Villages", "level": "village", "count": { "min": 1, "max": 20 }, "chosen": { "from": "tambons", "by": "chief" }, "src": ["assumed — x"] }],
          "bodies": [],
          "roles": [{ "id": "chief", "th": "ก", "en": "A", "level": "province", "can": ["view", "return", "review"], "src": ["assumed — x"] },
            { "id": "officer", "th": "ข", "en": "B", "level": "district", "can": ["submit"], "reportsTo": "chief", "src": ["assumed — x"] }],
          "rosters": [{ "id": "people", "th": "รายชื่อ", "en": "People", "size": 15, "total": 45, "form": "f-people", "owner": "officer", "per": "districts", "src": ["assumed — x"] }],
          "milestones": [
            { "id": "m-due", "th": "กำหนด", "en": "Due", "kind": "deadline", "on": "2024-05-20", "src": ["assumed — x"] },
            { "id": "m-noon", "th": "เที่ยง", "en": "Noon", "kind": "deadline", "on": "2024-05-20", "time": "12:00", "src": ["assumed — x"] },
            { "id": "m-until", "th": "รับถึง", "en": "Taken until", "kind": "deadline", "on": "2024-05-31", "src": ["assumed — x"] }],
          "reminders": [{ "id": "rp", "th": "เตือน", "en": "Remind", "nonWorkingDay": "send-anyway", "src": ["platform — x"], "steps": [
            { "offset": -1, "at": "08:30", "when": "not-submitted", "to": ["assignee"], "channels": ["email"], "template": "tp" }] }],
          "templates": [{ "id": "tp", "subject": { "th": "ก", "en": "A" }, "body": { "th": "ก", "en": "A" } }],
          "forms": [
            { "id": "f-plan", "th": "แผน", "en": "Plan", "fieldsBasis": "proposed", "signature": "not-required", "src": ["assumed — x"], "fields": [
              { "id": "officer", "kind": "text", "th": "ผู้รับผิดชอบ", "en": "Officer", "required": true, "personal": true, "maxLength": 50, "src": ["assumed — x"] },
              { "id": "phone", "kind": "phone", "th": "โทร", "en": "Phone", "personal": true, "src": ["assumed — x"] },
              { "id": "start", "kind": "date", "th": "เริ่ม", "en": "Start", "src": ["assumed — x"] },
              { "id": "tambon", "kind": "unit", "th": "ตำบล", "en": "Tambon", "level": "tambon", "src": ["assumed — x"] },
              { "id": "kinds", "kind": "choices", "th": "ประเภท", "en": "Kinds", "maxItems": 2, "src": ["assumed — x"], "options": [
                { "value": "a", "th": "กอ", "en": "Ay" }, { "value": "b", "th": "ขอ", "en": "Bee" }, { "value": "c", "th": "คอ", "en": "Cee" }] },
              { "id": "done", "kind": "boolean", "th": "แล้ว", "en": "Done", "src": ["assumed — x"] },
              { "id": "link", "kind": "link", "th": "ลิงก์", "en": "Link", "src": ["assumed — x"] },
              { "id": "place", "kind": "location", "th": "พิกัด", "en": "Place", "src": ["assumed — x"] },
              { "id": "people", "kind": "integer", "th": "คน", "en": "People", "min": 1, "max": 100, "src": ["assumed — x"] },
              { "id": "total", "kind": "money", "th": "รวม", "en": "Total", "required": true, "min": 0, "src": ["assumed — x"] },
              { "id": "story", "kind": "multiline", "th": "เรื่อง", "en": "Story", "src": ["assumed — x"] },
              { "id": "lines", "kind": "table", "th": "รายการ", "en": "Lines", "required": true, "maxItems": 3, "uniqueBy": ["name"], "src": ["assumed — x"], "columns": [
                { "id": "name", "kind": "text", "th": "ชื่อ", "en": "Name", "required": true, "src": ["assumed — x"] },
                { "id": "amount", "kind": "money", "th": "เงิน", "en": "Amount", "required": true, "src": ["assumed — x"] }] }],
              "rules": [{ "id": "adds-up", "assert": "sum(lines.amount) = total", "level": "error", "th": "ยอดไม่ตรง", "en": "The total differs" },
                { "id": "two-lines", "assert": "count(lines) >= 2", "level": "warning", "th": "ควรมีสองบรรทัด", "en": "Two lines would be better" }] },
            { "id": "f-note", "th": "บันทึก", "en": "Note", "fieldsBasis": "proposed", "signature": "not-required", "repeatable": true, "src": ["assumed — x"],
              "fields": [{ "id": "note", "kind": "multiline", "th": "บันทึก", "en": "Note", "required": true, "src": ["assumed — x"] },
                { "id": "photos", "kind": "images", "th": "ภาพ", "en": "Photos", "maxItems": 2, "src": ["assumed — x"] }] },
            { "id": "f-opinion", "th": "ความเห็น", "en": "Opinion", "fieldsBasis": "proposed", "signature": "not-required", "repeatable": true, "anonymous": true, "src": ["assumed — x"],
              "fields": [{ "id": "opinion", "kind": "multiline", "th": "ความเห็น", "en": "Opinion", "required": true, "src": ["assumed — x"] }] },
            { "id": "f-awaited", "th": "แบบที่รอ", "en": "Awaited", "fieldsBasis": "awaited", "signature": "not-required", "src": ["assumed — x"], "fields": [] },
            { "id": "f-book", "th": "เล่ม", "en": "Book", "fieldsBasis": "proposed", "signature": "not-required", "src": ["assumed — x"],
              "fields": [{ "id": "file", "kind": "file", "th": "ไฟล์", "en": "File", "required": true, "maxPages": 10, "page": "A4", "maxMegabytes": 1, "src": ["assumed — x"] },
                { "id": "annex", "kind": "file", "th": "ภาคผนวก", "en": "Annex", "src": ["assumed — x"] }] },
            { "id": "f-people", "th": "รายชื่อ", "en": "People", "fieldsBasis": "proposed", "signature": "not-required", "src": ["assumed — x"],
              "fields": [{ "id": "leaders", "kind": "table", "th": "รายชื่อ", "en": "Leaders", "required": true, "exactItems": 15, "uniqueBy": ["given", "family"], "src": ["assumed — x"], "columns": [
                { "id": "no", "kind": "integer", "th": "ที่", "en": "No", "src": ["assumed — x"] },
                { "id": "title", "kind": "title", "th": "คำนำหน้า", "en": "Title", "required": true, "personal": true, "src": ["assumed — x"] },
                { "id": "given", "kind": "given", "th": "ชื่อ", "en": "Given name", "required": true, "personal": true, "src": ["assumed — x"] },
                { "id": "family", "kind": "family", "th": "นามสกุล", "en": "Family name", "required": true, "personal": true, "src": ["assumed — x"] },
                { "id": "phone", "kind": "phone", "th": "โทรศัพท์", "en": "Telephone", "required": true, "personal": true, "src": ["assumed — x"] }] }] }],
          "choiceGroups": [{ "id": "cg", "th": "อย่างใดอย่างหนึ่ง", "en": "One of these", "min": 1, "max": 1, "per": "districts", "src": ["assumed — x"] }],
          "tasks": [
            { "id": "t-plan", "th": "แผน <i>", "en": "Plan", "kind": "submit", "owner": "officer", "per": "districts", "form": "f-plan", "due": "m-due", "dueBasis": "assumed", "late": { "accept": true, "until": "m-until" }, "reminders": "rp", "src": ["assumed — x"] },
            { "id": "t-noon", "th": "เที่ยง", "en": "Noon", "kind": "submit", "owner": "officer", "per": "districts", "due": "m-noon", "dueBasis": "assumed", "late": { "accept": false }, "reminders": "rp", "src": ["assumed — x"] },
            { "id": "t-free", "th": "ไม่มีกำหนด", "en": "No date", "kind": "study", "owner": "officer", "per": "districts", "dueBasis": "assumed", "src": ["assumed — x"] },
            { "id": "t-a", "th": "ก", "en": "A", "kind": "submit", "owner": "officer", "per": "districts", "due": "m-due", "dueBasis": "assumed", "choice": "cg", "reminders": "rp", "src": ["assumed — x"] },
            { "id": "t-b", "th": "ข", "en": "B", "kind": "submit", "owner": "officer", "per": "districts", "due": "m-due", "dueBasis": "assumed", "choice": "cg", "reminders": "rp", "src": ["assumed — x"] },
            { "id": "t-note", "th": "บันทึก", "en": "Note", "kind": "report", "owner": "officer", "per": "districts", "form": "f-note", "due": "m-due", "dueBasis": "assumed", "times": { "min": 2 }, "reminders": "rp", "src": ["assumed — x"] },
            { "id": "t-opinion", "th": "ความเห็น", "en": "Opinion", "kind": "submit", "owner": "chief", "form": "f-opinion", "dueBasis": "assumed", "src": ["assumed — x"] },
            { "id": "t-awaited", "th": "รอแบบ", "en": "Awaited", "kind": "submit", "owner": "officer", "per": "districts", "form": "f-awaited", "dueBasis": "assumed", "src": ["assumed — x"] },
            { "id": "t-book", "th": "เล่ม", "en": "Book", "kind": "submit", "owner": "officer", "per": "districts", "form": "f-book", "dueBasis": "assumed", "src": ["assumed — x"] },
            { "id": "t-people", "th": "รายชื่อ", "en": "People", "kind": "submit", "owner": "officer", "per": "districts", "form": "f-people", "dueBasis": "assumed", "src": ["assumed — x"] },
            { "id": "t-all", "th": "รวบรวม", "en": "Gather", "kind": "aggregate", "owner": "chief", "dueBasis": "assumed", "aggregates": "t-people", "src": ["assumed — x"] },
            { "id": "t-tambon", "th": "ตำบล", "en": "Tambon", "kind": "activity", "owner": "officer", "per": "tambons", "dueBasis": "assumed", "src": ["assumed — x"] }],
          "rubrics": [], "rounds": [], "awards": [], "ballots": [], "metrics": [], "samplings": [], "rankings": [], "visits": [],
          "events": [], "publicity": [], "budgets": [], "amendments": [], "contradictions": [], "openQuestions": [], "exports": [],
          "privacy": { "controller": "chief", "bases": [], "notCollected": [], "retention": [], "breachHours": 72 }
        }
        """;
}
