using System.Globalization;
using System.IO.Compression;
using CddFunctions.Reporting.Datasets;
using CddFunctions.Reporting.Excel;
using SpreadCheetah;
using Cell = CddFunctions.Reporting.Datasets.Cell;

namespace CddFunctions.Benchmarks;

/// <summary>Rows of a worksheet as our writer and as SpreadCheetah write them: bytes of the file, processor time of this process.</summary>
internal static class ExcelRows
{
    private const int Rows = 300_000;
    private const int Columns = 12;
    private const int Rounds = 4;

    private static readonly DateTimeOffset AsOf = new(2024, 5, 15, 9, 59, 59, TimeSpan.Zero);

    public static async Task RunAsync()
    {
        Console.WriteLine($"{Rows:N0} rows of {Columns} cells; round 0 also compiles the code");
        Console.WriteLine($"{"round", 5} {"ours MB", 9} {"s", 6} {"peer MB", 9} {"s", 6} {"ratio", 6}");
        for (var round = 0; round <= Rounds; round++)
        {
            var ours = await MeasureAsync(OursAsync);
            var peer = await MeasureAsync(PeerAsync);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{round, 5} {ours.MB, 9:N1} {ours.Seconds, 6:N2} {peer.MB, 9:N1} {peer.Seconds, 6:N2} {ours.Seconds / peer.Seconds, 6:N2}"
                )
            );
        }
    }

    private static async Task<(double MB, double Seconds)> MeasureAsync(Func<Stream, Task> writeAsync)
    {
        using var file = new MemoryStream(1 << 26);
        var before = Environment.CpuUsage.TotalTime;
        await writeAsync(file);
        return (file.Length / 1e6, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    private static async Task OursAsync(Stream file)
    {
        await using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        await using var part = zip.CreateEntry("sheet.xml", CompressionLevel.Fastest).Open();
        var writer = new RowWriter(part, [.. Enumerable.Range(0, Columns)], new([.. Enumerable.Repeat<double?>(40, Columns)]));
        for (var row = 0; row < Rows; row++)
            await writer.WriteAsync(row + 1, CellsOf(row), default);

        await writer.FlushAsync(default);
    }

    private static async Task PeerAsync(Stream file)
    {
        await using var sheet = await Spreadsheet.CreateNewAsync(file, new() { CompressionLevel = SpreadCheetahCompressionLevel.Fastest });
        await sheet.StartWorksheetAsync("sheet");
        var cells = new DataCell[Columns];
        for (var row = 0; row < Rows; row++)
        {
            var ours = CellsOf(row);
            for (var i = 0; i < Columns; i++)
                cells[i] = PeersOf(ours[i]);

            await sheet.AddRowAsync(cells);
        }

        await sheet.FinishAsync();
    }

    private static DataCell PeersOf(Cell cell) =>
        cell.Type switch
        {
            CellType.Empty => default,
            CellType.Text => new(cell.Text),
            CellType.YesNo => new(cell.IsYes),
            CellType.Date => new(cell.Date.ToDateTime(TimeOnly.MinValue)),
            CellType.Instant => new(cell.Instant.DateTime),
            _ => new(cell.Number),
        };

    /// <summary>A hand-in as the tables have them: codes, Thai names, instants, numbers, and a gap in every second row.</summary>
    private static Cell[] CellsOf(int row) =>
        [
            Cell.Of("rayong-2567"),
            Cell.Of($"t-{row % 17:00}"),
            Cell.Of($"{210_000 + (row % 1000)}"),
            Cell.Of($"ตำบลสมมติ {row % 1000}"),
            Cell.Of("ส่งเล่มถอดองค์ความรู้ของตำบล"),
            Cell.Of($"R-{row * 2_654_435_761L % 1_000_000_007:x8}"),
            Cell.Of((DateTimeOffset?)AsOf.AddSeconds(row * 37)),
            Cell.Of((DateOnly?)new DateOnly(2024, 5, 15).AddDays(row % 90)),
            Cell.Of((bool?)(row % 3 == 0)),
            row % 2 == 0 ? default : Cell.Of((decimal?)(row % 100 / 10m)),
            Cell.Of((int?)(row % 5)),
            Cell.Of("accepted"),
        ];
}
