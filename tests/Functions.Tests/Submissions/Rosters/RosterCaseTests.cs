using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Platform.Sheets;
using static CddFunctions.Tests.Submissions.Rosters.PhayaoSite;

namespace CddFunctions.Tests.Submissions.Rosters;

/// <summary>Workbooks as offices send them: each stands for a kind that was met badly, with its right answer.</summary>
[Trait("suite", "http")]
public sealed class RosterCaseTests
{
    private const string Tambon = "560101";

    private static readonly string[] Header =
    [
        "ลำดับที่",
        "คำนำหน้าชื่อ",
        "ชื่อ",
        "นามสกุล",
        "หมู่บ้าน",
        "บทบาทในชุมชน",
        "โทรศัพท์",
        "สถานะ",
        "เหตุผลที่เปลี่ยน",
    ];

    private static readonly string[] Own = ["ลำดับ", "ชื่อ-สกุล", "บ้าน", "หมู่ที่", "ตำแหน่ง", "เบอร์โทร"];

    [Fact]
    public async Task The_visible_sheet_with_the_header_is_the_list()
    {
        await using var server = await StartAsync();

        Assert.Equal("+66800000001", Phone(await SendAsync(server, Book().Sheet("เก่า", List("09"), "hidden").Sheet("ใหม่", List("08")))));
        Assert.Equal(
            "+66800000001",
            Phone(await SendAsync(server, Book().Sheet("ซ่อน", List("09"), "veryHidden").Sheet("ใหม่", List("08"))))
        );
        Assert.Equal(
            "+66800000001",
            Phone(
                await SendAsync(
                    server,
                    Book()
                        .Sheet(
                            "ปก",
                            [
                                ["หน้าปก"],
                            ]
                        )
                        .Sheet("รายชื่อ", List("08"))
                )
            )
        );
        var both = Refused(await SendAsync(server, Book().Sheet("รุ่น ๑", List("08")).Sheet("รุ่น ๒", List("09"))), ["file"]);
        Assert.Contains("“รุ่น ๑” “รุ่น ๒”", both["file"], StringComparison.Ordinal);
        var none = Refused(
            await SendAsync(
                server,
                Book()
                    .Sheet(
                        "อื่น",
                        [
                            ["ก", "ข"],
                        ]
                    )
            ),
            ["file"]
        );
        Assert.Contains("คำนำหน้าชื่อ · ชื่อ · นามสกุล", none["file"], StringComparison.Ordinal);
        Refused(await SendAsync(server, Book().Sheet("ซ่อน", List("08"), "hidden")), ["file"]);
    }

    [Fact]
    public async Task Cells_without_a_value_are_named_by_row_and_column_in_one_round()
    {
        await using var server = await StartAsync();
        var list = List("08");
        list[2][6] = "<c r='G3' t='e'><v>#N/A</v></c>";
        list[4][3] = "<c r='D5'><f>VLOOKUP(A5,x!A:B,2,0)</f></c>";
        list[6][4] = "หมู่ 500";
        list[7][6] = "38000000";
        list[8][6] = "0800000008, 0800000018";
        list[9][7] = "เดิม";
        list[10][2] = "-";

        var faults = Refused(
            await SendAsync(server, Book().Sheet("ก", list)),
            ["rows[3].phone", "rows[5].family", "rows[7].village", "rows[8].phone", "rows[9].phone", "rows[10].status", "rows[11].given"]
        );

        Assert.Contains("#N/A", faults["rows[3].phone"], StringComparison.Ordinal);
        Assert.Contains("สูตร", faults["rows[5].family"], StringComparison.Ordinal);
        Assert.Contains("รหัส ๘ หลัก", faults["rows[7].village"], StringComparison.Ordinal);
        Assert.Contains("ขาดเลข 0", faults["rows[8].phone"], StringComparison.Ordinal);
        Assert.Contains("หมายเลขเดียว", faults["rows[9].phone"], StringComparison.Ordinal);
        Assert.Contains("คงเดิม · แก้ไขข้อมูล", faults["rows[10].status"], StringComparison.Ordinal);
        Assert.Contains("ไม่ใช่ชื่อ", faults["rows[11].given"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_only_written_differently_is_taken()
    {
        await using var server = await StartAsync();
        var list = List("08");
        for (var i = 1; i <= 15; i++)
            (list[i][0], list[i][6]) = (i % 2 == 0 ? null : $"{i}.", i % 3 == 0 ? "–" : "-");
        list[1][6] = "ไม่มี";
        (list[2][1], list[2][2]) = ("นาย", "นายคำปัน");
        (list[3][1], list[3][2]) = ("น.ส.", "สม\nหญิง");
        (list[4][1], list[4][2]) = (null, "นางแก้ว");
        list[5][2] = "ก่่า\u200b";
        list[6][5] = "<c r='F7' s='1'><v>42808</v></c>";

        var book = new XlsxMaker { Properties = "<workbookPr date1904='true'/>" }.Sheet("ก", list);
        var entries = (await SendAsync(server, book)).Must(200).Json["entries"]!.AsArray();

        Assert.Equal(Enumerable.Range(1, 15), entries.Select(e => (int)e!["no"]!));
        Assert.All(entries, e => Assert.Null(e!["phone"]));
        Assert.Equal(("นาย", "คำปัน"), Name(entries[1]));
        Assert.Equal(("นางสาว", "สม หญิง"), Name(entries[2]));
        Assert.Equal(("นาง", "แก้ว"), Name(entries[3]));
        Assert.Equal("ก่า", Name(entries[4]).Given);
        Assert.Equal("2021-03-15", (string)entries[5]!["role"]!);
    }

    [Fact]
    public async Task Two_entries_of_one_person_are_found_however_the_title_is_written()
    {
        await using var server = await StartAsync();
        var list = List("08");
        (list[4][1], list[4][2], list[4][3]) = ("นาย", "คำปัน", "ทดลอง");
        (list[9][1], list[9][2], list[9][3]) = ("นาย", "นายคำปั่่น".Replace("่่", "", StringComparison.Ordinal), "ทดลอง");
        (list[12][1], list[12][2]) = ("นาย", "น.ส.สมหญิง");

        var faults = Refused(await SendAsync(server, Book().Sheet("ก", list)), ["rows[10].given", "rows[13].given"]);

        Assert.Contains("ซ้ำกับแถวที่ ๕", faults["rows[10].given"], StringComparison.Ordinal);
        Assert.Contains("คำนำหน้า", faults["rows[13].given"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_village_is_named_as_people_name_it()
    {
        await using var server = await StartAsync();
        (string Given, string Kept)[] cases =
        [
            ("บ้านตัวอย่าง 01", "56010101"),
            ("บ้านตัวอย่าง ๐๒", "56010102"),
            ("ตัวอย่าง 02", "56010102"),
            ("หมู่ ๑", "56010101"),
            ("หมู่ที่ 1", "56010101"),
            ("ม.1", "56010101"),
            ("1", "56010101"),
            ("๑๒", "56010112"),
            ("บ้านทุ่งสมมติ หมู่ 7", "56010107"),
            ("ม. 2 บ้านตัวอย่าง 02", "56010102"),
            ("56010199", "56010199"),
            ("บ้านทุ่งสมมติ", "บ้านทุ่งสมมติ"),
        ];
        var list = List("08");
        foreach (var (i, (given, _)) in cases.Index())
            list[i + 1][4] = given;
        list[13][4] = "หมู่ 1 บ้านตัวอย่าง 02";
        list[14][4] = "56020101";
        list[15][4] = "56010100";

        Refused(await SendAsync(server, Book().Sheet("ก", list)), ["rows[14].village", "rows[15].village", "rows[16].village"]);
        list[13][4] = list[14][4] = list[15][4] = "1";
        var entries = (await SendAsync(server, Book().Sheet("ก", list))).Must(200).Json["entries"]!.AsArray();

        Assert.Equal(cases.Select(c => c.Kept), entries.Take(cases.Length).Select(e => (string)e!["village"]!));
    }

    [Fact]
    public async Task An_office_may_keep_its_own_headings()
    {
        await using var server = await StartAsync();
        var officer = await OfficerAsync(server, "5601");
        List<string?[]> list =
        [
            ["รายชื่อผู้นำ ตำบลเวียง"],
            Own,
        ];
        list.AddRange(
            Enumerable
                .Range(1, 15)
                .Select(i =>
                    new string?[] { $"{i}", $"นายสมมติ{(char)('ก' + i)}  ทดสอบ", "ทุ่งสมมติ", "๓", "ผู้ใหญ่บ้าน", $"080-000-{i:D4}" }
                )
        );
        list[4][1] = "นางสาวสมศรี ณ อยุธยา";

        var entries = (await SendAsync(officer, Book().Sheet("ก", list).Build())).Must(200).Json["entries"]!.AsArray();

        Assert.Equal(("นาย", "สมมติข"), Name(entries[0]));
        Assert.Equal("ณ อยุธยา", (string)entries[2]!["family"]!);
        Assert.Equal(("56010103", "ผู้ใหญ่บ้าน", "+66800000001"), (Of("village"), Of("role"), Of("phone")));
        list[4][1] = "สมศรี";
        list[5][1] = "นางสมศรี ใจดี สุขใจ";
        var faults = Refused(
            await SendAsync(officer, Book().Sheet("ก", list).Build()),
            ["rows[5].family", "rows[5].title", "rows[6].family"]
        );
        Assert.Contains("แยกชื่อกับนามสกุลไม่ได้", faults["rows[6].family"], StringComparison.Ordinal);

        string Of(string column) => (string)entries[0]![column]!;
    }

    [Fact]
    public async Task A_fault_of_the_header_is_said_once()
    {
        await using var server = await StartAsync();
        var list = List("08");
        List<string?[]> grouped =
        [
            ["ลำดับที่", "ชื่อ - นามสกุล", null, null, "หมู่บ้าน", "บทบาทในชุมชน", "โทรศัพท์", "สถานะ", "เหตุผลที่เปลี่ยน"],
            [null, "คำนำหน้าชื่อ", "ชื่อ", "นามสกุล"],
            .. list.Skip(1),
        ];

        var twofold = Refused(await SendAsync(server, Book().Sheet("ก", grouped)), ["file"])["file"];
        Assert.Contains("แถวที่ ๑ ไม่มีคอลัมน์ “คำนำหน้าชื่อ” “ชื่อ” “นามสกุล”", twofold, StringComparison.Ordinal);
        list[0][3] = "อายุ";
        Assert.Contains("“นามสกุล”", Refused(await SendAsync(server, Book().Sheet("ก", list)), ["file"])["file"], StringComparison.Ordinal);
        (list[0][3], list[0][8]) = ("นามสกุล", "โทร.");
        Assert.Contains(
            "“โทรศัพท์” มากกว่า",
            Refused(await SendAsync(server, Book().Sheet("ก", list)), ["file"])["file"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_stands_below_the_list_is_said_once()
    {
        await using var server = await StartAsync();
        List<string?[]> list =
        [
            .. List("08"),
            [],
            ["16"],
            ["รวม ๑๕ คน"],
            [null, null, "ลงชื่อ", null, null, "ลงชื่อ"],
            [null, "(นายสมมติ)"],
        ];

        var said = Refused(await SendAsync(server, Book().Sheet("ก", list)), ["file"])["file"];

        Assert.Contains("แถวที่ ๑๙–๒๑", said, StringComparison.Ordinal);
        Assert.Contains("รวม ๑๕ คน", said, StringComparison.Ordinal);
        (await SendAsync(server, Book().Sheet("ก", list[..18]))).Must(200);
    }

    [Fact]
    public async Task What_became_of_an_entry_is_asked_only_where_there_was_a_list_before()
    {
        await using var server = await StartAsync();
        var leaders = Leaders(Tambon, 15);
        foreach (var leader in leaders)
            leader!.AsObject().Remove("status");
        var officer = await OfficerAsync(server, "5601");

        (await PutAsync(officer, leaders)).Must(200);
        (
            await TestServer.SendAsync(
                officer,
                "POST",
                $"{Campaign}tasks/t-roster-district/units/{Tambon}/submissions",
                MadeUpCampaign.FieldValues(),
                ("Idempotency-Key", "k")
            )
        ).Must(201);
        Assert.DoesNotContain("สถานะ", await CaptionsAsync(officer));

        (await PutAsync(server.Admin, leaders)).Must(200);
        var faults = (await PutAsync(officer, leaders)).Must(422, "rules-broken").Errors;
        Assert.Equal(15, faults.Count);
        Assert.All(faults, f => Assert.EndsWith(".status", f.Key, StringComparison.Ordinal));
        Assert.Contains("สถานะ", await CaptionsAsync(officer));
    }

    [Fact]
    public async Task The_template_offers_the_villages_with_their_codes()
    {
        await using var server = await StartAsync();
        var bytes = (await TestServer.GetAsync(server.Admin, Roster(Tambon) + "/template.xlsx")).Must(200).Bytes;
        using var book = new ClosedXML.Excel.XLWorkbook(new MemoryStream(bytes));
        var choices = book.Worksheet("ตัวเลือก");

        Assert.Equal(("บ้านตัวอย่าง 02", "56010102"), (choices.Cell(3, 1).GetString(), choices.Cell(3, 2).GetString()));
        var village = book.Worksheet(1).DataValidations.Single(v => v.Ranges.Any(r => r.Contains("E4")));
        Assert.Contains("ตัวเลือก", village.Value, StringComparison.Ordinal);
        Assert.False(village.ShowErrorMessage);
    }

    [Fact]
    public async Task Other_kinds_are_named_with_the_way_out()
    {
        await using var server = await StartAsync();

        Assert.Contains(
            "CSV",
            Refused(await SendAsync(server, Encoding.UTF8.GetBytes("ลำดับ,ชื่อ\n1,ก")), ["file"])["file"],
            StringComparison.Ordinal
        );
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        Assert.Contains("รุ่นเก่า", Refused(await SendAsync(server, old), ["file"])["file"], StringComparison.Ordinal);
        byte[] locked = [.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage")];
        Assert.Contains("รหัสผ่าน", Refused(await SendAsync(server, locked), ["file"])["file"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("styles")]
    [InlineData("wide")]
    [InlineData("strings")]
    [InlineData("attributes")]
    public async Task Ten_bombs_at_once_are_refused_soon_and_small(string kind)
    {
        await using var server = await StartAsync();
        var bomb = SheetBookTests.Bomb(kind);
        var clock = Stopwatch.StartNew();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync(server, bomb)));

        Assert.All(answers, a => Assert.Contains("มากเกินไป", Refused(a, ["file"])["file"], StringComparison.Ordinal));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        using var process = Process.GetCurrentProcess();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{kind}: {clock.ElapsedMilliseconds} ms, peak {process.PeakWorkingSet64 / 1048576} MB"
        );
    }

    [Fact]
    public async Task A_good_workbook_changed_at_random_is_taken_or_refused()
    {
        await using var server = await StartAsync();
        string?[] junk =
        [
            "",
            "-",
            "#REF!",
            "๑๒๓",
            "นาย",
            "ชื่อ",
            "บ้าน",
            "รวม",
            "\u200b",
            "1e308",
            "<c t='e'/>",
            "<c><f>1</f></c>",
            "<c t='s'><v>7</v></c>",
            "<c s='9'><v>-1</v></c>",
            "<c s='1'><v>1e9</v></c>",
            "=1",
            "\ud83d\ude00",
            null,
        ];
        var random = new Random(11);
        for (var i = 0; i < 150; i++)
        {
            var list = List("08");
            for (var n = random.Next(1, 12); n > 0; n--)
                list[random.Next(list.Count)][random.Next(9)] = junk[random.Next(junk.Length)];
            var answer = await SendAsync(server, Book().Sheet("ก", list));
            Assert.True(answer.Code is 200 or 422, $"{i}: {answer.Code} {answer.Text}");
        }

        var good = Book().Sheet("ก", List("08")).Build();
        for (var i = 0; i < 150; i++)
        {
            var bad = (byte[])good.Clone();
            for (var n = random.Next(1, 10); n > 0; n--)
                bad[random.Next(bad.Length)] = (byte)random.Next(256);
            var answer = await SendAsync(server, bad);
            Assert.True(answer.Code is 200 or 422, $"{i}: {answer.Code} {answer.Text}");
        }
    }

    private static XlsxMaker Book() => new();

    /// <summary>The caption row and fifteen people in rows 2 to 16.</summary>
    private static List<string?[]> List(string prefix) =>
        [
            [.. Header],
            .. Enumerable
                .Range(1, 15)
                .Select(i =>
                    new string?[]
                    {
                        $"{i}",
                        "นาย",
                        $"สมมติ{(char)('ก' + i)}",
                        "ทดสอบ",
                        "56010101",
                        "ผู้ใหญ่บ้าน",
                        $"{prefix}000000{i:D2}",
                        "คงเดิม",
                        null,
                    }
                ),
        ];

    private static Task<Answer> SendAsync(TestServer server, XlsxMaker book) => SendAsync(server, book.Build());

    private static Task<Answer> SendAsync(TestServer server, byte[] book) => SendAsync(server.Admin, book);

    private static Task<Answer> SendAsync(HttpClient client, byte[] book) =>
        TestServer.SendAsync(client, "PUT", Roster(Tambon), TestServer.Bytes(book, Excel));

    private static Task<Answer> PutAsync(HttpClient client, JsonArray entries) =>
        TestServer.SendAsync(client, "PUT", Roster(Tambon), new JsonObject { ["entries"] = entries.DeepClone() });

    private static async Task<IReadOnlyList<string>> CaptionsAsync(HttpClient client)
    {
        using var book = new ClosedXML.Excel.XLWorkbook(
            new MemoryStream((await TestServer.GetAsync(client, Roster(Tambon) + "/template.xlsx")).Must(200).Bytes)
        );
        return [.. book.Worksheet(1).Row(3).CellsUsed().Select(c => c.GetString())];
    }

    /// <summary>Refused with exactly these faults, one each.</summary>
    private static Dictionary<string, string> Refused(Answer answer, string[] paths)
    {
        var errors = answer.Must(422, "rules-broken").Errors;
        Assert.Equal(paths.Order(StringComparer.Ordinal), errors.Select(e => e.Key).Order(StringComparer.Ordinal));
        Assert.All(errors, e => Assert.Single(e.Value!.AsArray()));
        return errors.ToDictionary(e => e.Key, e => (string)e.Value![0]!);
    }

    private static (string? Title, string? Given) Name(JsonNode? entry) => ((string?)entry!["title"], (string?)entry["given"]);

    private static string Phone(Answer answer) => (string)answer.Must(200).Json["entries"]![0]!["phone"]!;
}
