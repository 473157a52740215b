using System.Net;
using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Submissions.HandIns;

[Trait("suite", "http")]
public sealed class HandInTests
{
    [Fact]
    public async Task A_hand_in_is_answered_with_a_receipt_and_an_etag()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");

        var answer = (await TestServer.PostAsync(officer, "t-plan", "2101", "k1", Plan())).Must(201);

        Assert.Matches("^[2-9A-Z]{5}-[2-9A-Z]{5}$", answer.Say("receipt"));
        Assert.Equal(1, (int)answer.Json["revision"]!);
        Assert.Equal("2024-05-10T02:00:00Z", answer.Say("submittedAt"));
        Assert.True((bool)answer.Json["onTime"]!);
        Assert.Matches("^\"[^\"]+\"$", answer.ETag);
        Assert.Equal("no-store", answer.Message.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task The_same_key_and_body_get_the_same_answer_even_after_an_extension_and_the_acceptance()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        server.Clock.Now = LastSecond.AddSeconds(1);
        var first = (await TestServer.PostAsync(officer, "t-plan", "2101", "k1", Plan())).Must(201);
        Assert.False((bool)first.Json["onTime"]!);
        (
            await TestServer.SendAsync(
                server.Admin,
                "POST",
                TestServer.Of("obligations/t-plan/2101/extension"),
                new JsonObject { ["until"] = "2024-05-25", ["reason"] = "ไฟดับ" }
            )
        ).Must(200);
        var read = (await TestServer.GetAsync(officer, TestServer.HandIn("t-plan", "2101"))).Must(200);
        (await server.ReviewAsync("t-plan", "2101", read.ETag, "accept")).Must(200);

        var again = (await TestServer.PostAsync(officer, "t-plan", "2101", "k1", Plan())).Must(201);

        Assert.Equal(first.Bytes, again.Bytes);
        (await TestServer.PostAsync(officer, "t-plan", "2101", "k1", Plan(400))).Must(409, "idempotency-mismatch");
        (await TestServer.PostAsync(officer, "t-plan", "2101", "k2", Plan())).Must(409, "already-accepted");
    }

    [Fact]
    public async Task Of_fifty_hand_ins_at_once_exactly_one_counts()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(i => TestServer.PostAsync(officer, "t-plan", "2101", $"k{i}", Plan()))
        );

        Assert.Single(answers, a => a.Status is HttpStatusCode.Created);
        Assert.Equal(49, answers.Count(a => a.Must(a.Code).Code == 409 && a.Problem == "already-submitted"));
    }

    [Fact]
    public async Task Fifty_times_the_same_hand_in_at_once_is_one_hand_in_with_one_receipt()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => TestServer.PostAsync(officer, "t-plan", "2101", "k", Plan())));

        Assert.Single(answers.Select(a => a.Must(201).Text).Distinct());
        Assert.Equal(1, (int)(await server.ObligationAsync("t-plan", "2101"))["revision"]!);
    }

    [Fact]
    public async Task A_revision_needs_the_etag_that_was_read_last()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var path = TestServer.HandIn("t-plan", "2101");
        var first = (await TestServer.PostAsync(officer, "t-plan", "2101", "k1", Plan())).Must(201);

        (await TestServer.SendAsync(officer, "PUT", path, Plan())).Must(400, "if-match-missing");
        (await TestServer.SendAsync(officer, "PUT", path, Plan(), ("If-Match", "garbage"))).Must(400, "if-match-missing");
        (await TestServer.PutAsync(officer, "t-plan", "2101", "\"other\"", Plan())).Must(412, "stale");
        (await TestServer.PutAsync(officer, "t-plan", "2101", "\"none\"", Plan())).Must(412, "stale");
        var second = (await TestServer.PutAsync(officer, "t-plan", "2101", first.ETag, Plan())).Must(200);
        (await TestServer.PutAsync(officer, "t-plan", "2101", first.ETag, Plan())).Must(412, "stale");
        var third = (await TestServer.PutAsync(officer, "t-plan", "2101", $"\"x\", {second.ETag}", Plan())).Must(200);
        var fourth = (await TestServer.PutAsync(officer, "t-plan", "2101", "*", Plan())).Must(200);

        Assert.Equal([2, 3, 4], new[] { second, third, fourth }.Select(a => (int)a.Json["revision"]!));
        var read = (await TestServer.GetAsync(officer, path)).Must(200);
        Assert.Equal(fourth.ETag, read.ETag);
        Assert.Equal(3, read.Json["history"]!.AsArray().Count);
    }

    [Fact]
    public async Task Of_twenty_revisions_at_once_under_one_etag_exactly_one_counts()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var first = (await TestServer.PostAsync(officer, "t-plan", "2101", "k1", Plan())).Must(201);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => TestServer.PutAsync(officer, "t-plan", "2101", first.ETag, Plan()))
        );

        Assert.Single(answers, a => a.Code == 200);
        Assert.All(answers.Where(a => a.Code != 200), a => a.Must(412, "stale"));
    }

    [Fact]
    public async Task A_review_accepts_once_or_returns_with_a_reason_and_then_takes_a_revision()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        (await server.ReviewAsync("t-plan", "2101", "\"x\"", "accept")).Must(404, "nothing-handed-in");
        (await TestServer.PutAsync(officer, "t-plan", "2101", "\"x\"", Plan())).Must(404, "nothing-handed-in");
        var first = (await TestServer.PostAsync(officer, "t-plan", "2101", "k1", Plan())).Must(201);
        var review = TestServer.HandIn("t-plan", "2101") + "/review";

        (
            await TestServer.SendAsync(server.Admin, "POST", review, new JsonObject { ["decision"] = "return" }, ("If-Match", first.ETag))
        ).Must(400, "reason-missing");
        (
            await TestServer.SendAsync(server.Admin, "POST", review, new JsonObject { ["decision"] = "maybe" }, ("If-Match", first.ETag))
        ).Must(400, "malformed-request");
        (await TestServer.SendAsync(server.Admin, "POST", review, new JsonObject { ["decision"] = "accept" })).Must(
            400,
            "if-match-missing"
        );
        (await TestServer.SendAsync(officer, "POST", review, new JsonObject { ["decision"] = "accept" }, ("If-Match", first.ETag))).Must(
            403,
            "not-yours"
        );
        (await server.ReviewAsync("t-plan", "2101", "\"x\"", "accept")).Must(412, "stale");
        var returned = (await server.ReviewAsync("t-plan", "2101", first.ETag, "return")).Must(200);
        Assert.Equal("returned", returned.Say("state"));
        (await server.ReviewAsync("t-plan", "2101", returned.ETag, "accept")).Must(409, "already-decided");
        (await TestServer.PostAsync(officer, "t-plan", "2101", "k9", Plan())).Must(409, "already-submitted");
        var second = (await TestServer.PutAsync(officer, "t-plan", "2101", returned.ETag, Plan())).Must(200);
        var accepted = (await server.ReviewAsync("t-plan", "2101", second.ETag, "accept")).Must(200);
        (await TestServer.PutAsync(officer, "t-plan", "2101", accepted.ETag, Plan())).Must(409, "already-accepted");
        Assert.Equal("accepted", (string)(await server.ObligationAsync("t-plan", "2101"))["state"]!);
    }

    [Theory]
    [InlineData("other", "t-plan", "2101", "campaign-not-found")]
    [InlineData("made-up", "t-none", "2101", "task-not-found")]
    [InlineData("made-up", "t-plan", "2199", "unit-not-in-task")]
    [InlineData("made-up", "t-plan", "a%3Fb%0A", "unit-not-in-task")]
    public async Task An_unknown_address_is_not_found(string campaign, string task, string unit, string code)
    {
        await using var server = await TestServer.StartAsync();

        var answer = await TestServer.SendAsync(
            server.Admin,
            "POST",
            $"/api/campaigns/{campaign}/tasks/{task}/units/{unit}/submissions",
            Plan(),
            ("Idempotency-Key", "k")
        );

        answer.Must(404, code);
    }

    [Fact]
    public async Task Only_the_office_itself_hands_in_and_only_its_own()
    {
        await using var server = await TestServer.StartAsync();

        (await TestServer.PostAsync(server.Anyone, "t-plan", "2101", "k", Plan())).Must(401, "identity-missing");
        (await TestServer.PostAsync(await server.OfficerAsync("2102"), "t-plan", "2101", "k", Plan())).Must(403, "not-yours");
        (await TestServer.PostAsync(await server.OfficerAsync("21"), "t-plan", "2101", "k", Plan())).Must(403, "not-yours");
        (await TestServer.PostAsync(await server.HolderAsync("viewer", "v"), "t-plan", "2101", "k", Plan())).Must(403, "not-yours");
        (await TestServer.PostAsync(await server.HolderAsync("intake", "t-free"), "t-plan", "2101", "k", Plan())).Must(403, "not-yours");
        (await TestServer.PostAsync(await server.HolderAsync("intake", "t-plan"), "t-plan", "2101", "k", Plan())).Must(201);
        (await TestServer.GetAsync(await server.HolderAsync("intake", "t-plan"), TestServer.HandIn("t-plan", "2101"))).Must(
            403,
            "not-yours"
        );
        (await TestServer.GetAsync(await server.OfficerAsync("2102"), TestServer.HandIn("t-plan", "2101"))).Must(403, "not-yours");
        (await TestServer.PutAsync(server.Admin, "t-plan", "2101", "*", Plan())).Must(403, "not-yours");
        var seen = (await TestServer.GetAsync(await server.HolderAsync("viewer", "v"), TestServer.HandIn("t-plan", "2101"))).Must(200);
        Assert.DoesNotContain("ทดสอบ", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("+6680", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"fields":""", "malformed-request")]
    [InlineData("null", "malformed-request")]
    [InlineData("""{"fields":{},"more":1}""", "malformed-request")]
    [InlineData("""{"fields":{"officer":"a","officer":"b"}}""", "malformed-request")]
    [InlineData("""{"fields":{"officer":"\ud800"}}""", "malformed-request")]
    [InlineData("""{"fields":{"lines":[{"\ud800":1}]}}""", "malformed-request")]
    [InlineData("""{"fields":{"lines":[{"name":"a","name":"b"}]}}""", "malformed-request")]
    public async Task A_body_that_cannot_be_read_is_malformed(string body, string code)
    {
        await using var server = await TestServer.StartAsync();
        var bytes = System.Text.Encoding.UTF8.GetBytes(body);

        var answer = await TestServer.SendAsync(
            await server.OfficerAsync("2101"),
            "POST",
            TestServer.HandIn("t-plan", "2101"),
            TestServer.Bytes(bytes, "application/json"),
            ("Idempotency-Key", "k")
        );

        answer.Must(400, code);
    }

    [Fact]
    public async Task Bodies_of_another_kind_or_size_are_refused()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var path = TestServer.HandIn("t-plan", "2101");
        var key = ("Idempotency-Key", "k");

        (await TestServer.SendAsync(officer, "POST", path, Plan())).Must(400, "idempotency-key-missing");
        (await TestServer.SendAsync(officer, "POST", path, Plan(), ("Idempotency-Key", new string('k', 201)))).Must(
            400,
            "idempotency-key-missing"
        );
        (await TestServer.SendAsync(officer, "POST", path, TestServer.Bytes([1], "text/plain"), key)).Must(415, "wrong-content");
        (await TestServer.SendAsync(officer, "POST", path, TestServer.Bytes([1], "multipart/form-data; boundary=x"), key)).Must(
            415,
            "wrong-content"
        );
        (
            await TestServer.SendAsync(
                officer,
                "POST",
                path,
                TestServer.Bytes([1], "application/x-www-form-urlencoded; charset=windows-874"),
                key
            )
        ).Must(415);
        (await TestServer.SendAsync(officer, "POST", path, TestServer.Bytes([0xFF], "application/json"), key)).Must(415, "wrong-charset");
        (await TestServer.SendAsync(officer, "POST", path, TestServer.Bytes(new byte[1_500_001], "application/json"), key)).Must(
            413,
            "too-large"
        );
    }

    [Fact]
    public async Task What_no_endpoint_takes_is_refused()
    {
        await using var server = await TestServer.StartAsync();

        var method = await TestServer.SendAsync(server.Admin, "PATCH", TestServer.HandIn("t-plan", "2101"), Plan());
        var path = await TestServer.GetAsync(server.Admin, "/api/nowhere");

        method.Must(405, "method-not-allowed");
        path.Must(404, "not-found");
    }

    [Fact]
    public async Task Every_wrong_field_is_named_by_its_path_and_rules_come_after_shape()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var malformed = FieldValues(
            ("phone", "12"),
            ("start", "2567-05-20"),
            ("tambon", "2102"),
            ("kinds", new JsonArray("a", "z")),
            ("done", "maybe"),
            ("link", "javascript:x"),
            ("place", "1,1"),
            ("people", 1.5),
            ("total", "มาก"),
            ("stranger", 1),
            ("lines", new JsonArray(new JsonObject { ["name"] = "ก" }, "x"))
        );

        var shape = (await TestServer.PostAsync(officer, "t-plan", "2101", "k", malformed)).Must(400, "fields-malformed");

        Assert.Equal(
            [
                "done",
                "kinds[1]",
                "lines[0].amount",
                "lines[1]",
                "link",
                "officer",
                "people",
                "phone",
                "place",
                "start",
                "stranger",
                "tambon",
                "total",
            ],
            shape.Errors.Select(e => e.Key).Order(StringComparer.Ordinal)
        );
        Assert.Equal("ต้องกรอก “ผู้รับผิดชอบ”", (string)shape.Errors["officer"]![0]!);

        var broken = Plan(301);
        broken["fields"]!["people"] = 101;
        broken["fields"]!["officer"] = new string('ก', 51);
        broken["fields"]!["story"] = "เลข 1-1014-00000-00-1";
        broken["fields"]!["kinds"] = new JsonArray("a", "b", "c");
        broken["fields"]!["lines"]!.AsArray().Add(new JsonObject { ["name"] = " ก ", ["amount"] = 1 });
        var rules = (await TestServer.PostAsync(officer, "t-plan", "2101", "k", broken)).Must(422, "rules-broken");
        Assert.Superset(new HashSet<string>(["people", "officer", "kinds", "lines[2].name"]), rules.Errors.Select(e => e.Key).ToHashSet());
        var sum = (await TestServer.PostAsync(officer, "t-plan", "2101", "k", Plan(301))).Must(422, "rules-broken");
        Assert.Equal("ยอดไม่ตรง", (string)sum.Errors["adds-up"]![0]!);
    }

    [Fact]
    public async Task A_national_id_in_free_text_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        var body = Plan();
        body["fields"]!["story"] = "ผู้รับเลขที่ 1-2345-67890-12-1 ค่ะ";

        var answer = (await TestServer.PostAsync(await server.OfficerAsync("2101"), "t-plan", "2101", "k", body)).Must(422, "rules-broken");

        Assert.Contains("story", answer.Errors.Select(e => e.Key));
    }

    [Fact]
    public async Task Thai_digits_Buddhist_dates_and_phones_as_people_write_them_are_stored_in_one_form()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var body = Plan();
        var fields = body["fields"]!.AsObject();
        (fields["phone"], fields["start"], fields["total"], fields["people"]) = ("๐๘๐ ๐๐๐ ๐๐๐๐", "๑๓ พฤษภาคม ๒๕๖๗", "๓๐๐.๐๐", "๑๒");
        fields["lines"]![0]!["amount"] = "๑๐๐";

        (await TestServer.PostAsync(officer, "t-plan", "2101", "k", body)).Must(201);

        var stored = (await TestServer.GetAsync(officer, TestServer.HandIn("t-plan", "2101"))).Json["current"]!["fields"]!;
        Assert.Equal(
            ("+66800000000", "2024-05-13", 300m, 12),
            ((string)stored["phone"]!, (string)stored["start"]!, (decimal)stored["total"]!, (int)stored["people"]!)
        );
        Assert.Equal(100m, (decimal)stored["lines"]![0]!["amount"]!);
    }

    [Fact]
    public async Task A_broken_warning_is_kept_and_a_form_that_is_awaited_takes_nothing()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var oneLine = Plan(100);
        oneLine["fields"]!["lines"]!.AsArray().RemoveAt(1);

        var answer = (await TestServer.PostAsync(officer, "t-plan", "2101", "k", oneLine)).Must(201);

        Assert.Equal("two-lines", (string)answer.Json["warnings"]![0]!["rule"]!);
        (await TestServer.PostAsync(officer, "t-awaited", "2101", "k", FieldValues())).Must(409, "form-awaited");
    }

    [Fact]
    public async Task Needed_text_of_invisible_characters_and_needed_lists_without_rows_are_missing()
    {
        await using var server = await TestServer.StartAsync();
        var body = Plan();
        body["fields"]!["officer"] = "\u200b \u00a0";
        body["fields"]!["lines"] = new JsonArray();

        var answer = (await TestServer.PostAsync(await server.OfficerAsync("2101"), "t-plan", "2101", "k", body)).Must(
            400,
            "fields-malformed"
        );

        Assert.Equal(["lines", "officer"], answer.Errors.Select(e => e.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("210101", 201)]
    [InlineData("๒๑๐๑๐๑", 201)]
    [InlineData("210201", 422)]
    public async Task A_place_lies_inside_the_unit_that_hands_in(string tambon, int status)
    {
        await using var server = await TestServer.StartAsync();
        var plan = MadeUpCampaign.Plan();
        plan["fields"]!["tambon"] = tambon;

        var answer = (await TestServer.PostAsync(await server.OfficerAsync("2101"), "t-plan", "2101", "k", plan)).Must(status);

        Assert.Equal(status == 422, answer.Json["errors"]?["tambon"] is not null);
    }

    [Fact]
    public async Task An_upload_named_among_the_fields_is_told_where_it_belongs()
    {
        await using var server = await TestServer.StartAsync();

        var answer = (
            await TestServer.PostAsync(await server.OfficerAsync("2101"), "t-book", "2101", "k", MadeUpCampaign.FieldValues(("file", "x")))
        ).Must(400, "fields-malformed");

        Assert.Contains("uploads", (string)answer.Json["errors"]!["file"]![0]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"fields":{},"more":1}""", "$.more")]
    [InlineData("""{"fields":7}""", "$.fields")]
    public async Task A_body_that_cannot_be_read_is_told_where(string body, string at)
    {
        await using var server = await TestServer.StartAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, TestServer.HandIn("t-plan", "2101")) { Content = content };
        request.Headers.Add("Idempotency-Key", "k");

        using var answer = await (await server.OfficerAsync("2101")).SendAsync(request);

        Assert.Equal(at, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["at"]);
    }

    [Fact]
    public async Task However_many_revisions_come_the_answer_is_a_refusal_never_a_failure()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var note = Plan();
        note["fields"]!["story"] = new string('ก', 9_999);
        note["fields"]!["officer"] = "ก";
        (await TestServer.PostAsync(officer, "t-plan", "2101", "k", note)).Must(201);

        Answer answer;
        var revisions = 0;
        do
        {
            answer = await TestServer.PutAsync(officer, "t-plan", "2101", "*", note);
        } while (answer.Code == 200 && ++revisions < 100);

        answer.Must(413, "too-large");
        Assert.True(revisions > 30, $"only {revisions} revisions");
    }
}
