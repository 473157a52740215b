using CddFunctions.Reporting.Datasets;

namespace CddFunctions.Reporting.Tests;

/// <summary>Alone, because the live heap is that of the whole process.</summary>
[CollectionDefinition(nameof(FlatMemoryTests), DisableParallelization = true)]
[Collection(nameof(FlatMemoryTests))]
public sealed class FlatMemoryTests
{
    [Fact]
    public async Task The_live_heap_does_not_grow_with_the_rows()
    {
        var heap = new List<long>();
        await DatasetExport.WriteAsync(
            Sample.Context,
            Sample.Rows() with
            {
                Obligations = Obligations(200_000, heap),
            },
            _ => Stream.Null,
            TestContext.Current.CancellationToken
        );

        TestContext.Current.SendDiagnosticMessage("live heap, MB: {0}", string.Join(' ', heap.Select(b => b >> 20)));

        // 200,000 rows of these cells held in memory would be far over 100 MB.
        Assert.Equal(10, heap.Count);
        Assert.InRange(heap.Max() - heap[0], 0, 16 << 20);
    }

    private static async IAsyncEnumerable<ObligationRow> Obligations(int count, List<long> heap)
    {
        for (var i = 0; i < count; i++)
        {
            if (i % (count / 10) == 0)
                heap.Add(GC.GetTotalMemory(forceFullCollection: true));

            yield return Sample.Obligation($"{i:000000}", $"ส่งเล่มถอดองค์ความรู้ {i}");
        }

        await Task.CompletedTask;
    }
}
