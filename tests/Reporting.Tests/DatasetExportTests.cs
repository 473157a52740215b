using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CddFunctions.Reporting.Datasets;
using ClosedXML.Excel;

namespace CddFunctions.Reporting.Tests;

public sealed class DatasetExportTests
{
    [Fact]
    public async Task Files_are_named_counted_and_hashed()
    {
        var exported = await Exported.WriteAsync(
            Sample.Rows(units: [Sample.Unit("21", "ระยอง"), Sample.Unit("2101", "เมืองระยอง")], tasks: [Sample.Task(8)])
        );

        Assert.Equal(
            ["datasets.xlsx", .. DatasetCatalogue.All.Select(d => $"datasets/{d.Name}.csv"), "manifest.json"],
            exported.Files.Select(f => f.Name)
        );
        Assert.Equal([3L, 0L, 0L, 0L, 0L, 2L, 1L, 0L, null], exported.Files.Select(f => f.Rows));
        Assert.All(
            exported.Files,
            f =>
            {
                var bytes = exported.Bytes[f.Name];
                Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.LongLength), (f.Sha256, f.Length));
            }
        );
    }

    [Fact]
    public async Task The_manifest_says_what_was_exported()
    {
        var context = Sample.Context with { Label = "รายงานเดือนพฤษภาคม", Filters = [new("เฉพาะอำเภอ", "districts only")] };
        var exported = await Exported.WriteAsync(Sample.Rows(), context);

        var manifest = JsonDocument.Parse(exported.Bytes["manifest.json"]).RootElement;

        Assert.Equal("rayong-2567", manifest.GetProperty("campaign").GetString());
        Assert.Equal("2024-05-15T09:59:59Z", manifest.GetProperty("asOf").GetString());
        Assert.Equal("รายงานเดือนพฤษภาคม", manifest.GetProperty("label").GetString());
        Assert.Equal("3", manifest.GetProperty("definitionRevision").GetString());
        Assert.Equal("masked", manifest.GetProperty("personalData").GetString());
        Assert.Equal("เฉพาะอำเภอ", manifest.GetProperty("filters")[0].GetProperty("th").GetString());
        Assert.Equal(
            exported.Files.SkipLast(1).Select(f => (f.Name, f.Sha256)),
            manifest
                .GetProperty("files")
                .EnumerateArray()
                .Select(f => (f.GetProperty("name").GetString()!, f.GetProperty("sha256").GetString()!))
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Personal_values_leave_only_when_the_export_may_hold_them(bool include)
    {
        var exported = await Exported.WriteAsync(
            Sample.Rows(
                roster: [Sample.Person("สมมติหนึ่ง", "0800000001") with { Reason = null }],
                submissions: [Sample.Submission("โทร 0800000002")],
                changes: [Sample.Change("สมมติสอง ทดสอบ")]
            ),
            Sample.Context with
            {
                IncludePersonal = include,
            }
        );

        using var workbook = new XLWorkbook(exported.Workbook);
        var person = workbook.Worksheet("บัญชีรายชื่อ").Table("roster_entries").DataRange.Row(1);
        Assert.Equal(include ? "สมมติหนึ่ง" : "•••", person.Field("given").GetString());
        Assert.Equal(include ? "0800000001" : "•••", person.Field("phone").GetString());
        Assert.Equal("", person.Field("reason").GetString());
        Assert.Equal("560101", person.Field("unit").GetString());
        var texts = exported.Csv("roster_entries") + exported.Csv("roster_changes") + exported.Csv("submissions");
        Assert.All(
            ["สมมติหนึ่ง", "สมมติสอง", "0800000001", "0800000002"],
            t => Assert.Equal(include, texts.Contains(t, StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task The_culture_of_the_process_changes_no_byte()
    {
        var before = CultureInfo.CurrentCulture;
        var invariant = await WriteUnderAsync(CultureInfo.InvariantCulture);
        var thai = await WriteUnderAsync(CultureInfo.GetCultureInfo("th-TH"));
        var german = await WriteUnderAsync(CultureInfo.GetCultureInfo("de-DE"));
        CultureInfo.CurrentCulture = before;

        Assert.Equal(invariant.Files, thai.Files);
        Assert.Equal(invariant.Files, german.Files);
    }

    [Fact]
    public async Task Each_stream_is_enumerated_once()
    {
        var starts = 0;
        async IAsyncEnumerable<UnitRow> Units()
        {
            starts++;
            yield return Sample.Unit("21", "ระยอง");
            await Task.Yield();
        }

        await Exported.WriteAsync(Sample.Rows() with { Units = Units() });

        Assert.Equal(1, starts);
    }

    [Fact]
    public async Task A_stream_that_fails_leaves_no_manifest()
    {
        static async IAsyncEnumerable<UnitRow> Broken()
        {
            yield return Sample.Unit("21", "ระยอง");
            await Task.Yield();
            throw new IOException("the store went away");
        }

        var opened = new List<(string Name, WatchedStream Stream)>();
        var failure = await Assert.ThrowsAsync<IOException>(() =>
            DatasetExport.WriteAsync(
                Sample.Context,
                Sample.Rows() with
                {
                    Units = Broken(),
                },
                name =>
                {
                    opened.Add((name, new()));
                    return opened[^1].Stream;
                },
                TestContext.Current.CancellationToken
            )
        );

        Assert.Equal("the store went away", failure.Message);
        Assert.DoesNotContain(opened, f => f.Name == "manifest.json");
        Assert.All(opened, f => Assert.True(f.Stream.Closed, f.Name));
    }

    private static Task<Exported> WriteUnderAsync(CultureInfo culture)
    {
        CultureInfo.CurrentCulture = culture;
        return Exported.WriteAsync(
            Sample.Rows(
                obligations: [Sample.Obligation() with { DaysLate = -3, ReviewDays = 1234.5m }],
                submissions: [Sample.Submission("เหตุผล")],
                dates: DateDimension.Rows(2567, 2567, [DayOfWeek.Monday], [])
            )
        );
    }

    private sealed class WatchedStream : MemoryStream
    {
        public bool Closed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            Closed = true;
            base.Dispose(disposing);
        }
    }
}
