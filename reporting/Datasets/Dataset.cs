using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CddFunctions.Reporting.Datasets;

/// <summary>One column as header, dictionary and formats need it.</summary>
/// <param name="Width">In characters.</param>
public sealed record DatasetColumn(string Name, Caption Title, Caption Meaning, ColumnKind Kind, int Width, bool Personal)
{
    internal static DatasetColumn Of(PropertyInfo property)
    {
        var column =
            property.GetCustomAttribute<ColumnAttribute>()
            ?? throw new InvalidOperationException($"{property.DeclaringType?.Name}.{property.Name} is exported without [Column]");
        return new(
            JsonNamingPolicy.CamelCase.ConvertName(property.Name),
            column.Title,
            column.Meaning,
            column.Kind,
            column.Width == 0 ? KindFormat.Of(column.Kind).Width : column.Width,
            column.Personal
        );
    }
}

/// <summary>One exported table. Everything about it comes from the attributes of its row type.</summary>
public abstract class Dataset
{
    /// <summary>Stands for a personal value that this export may not hold.</summary>
    public const string Mask = "•••";

    private protected Dataset(Type row)
    {
        var about = row.GetCustomAttribute<DatasetAttribute>() ?? throw new InvalidOperationException($"{row.Name} has no [Dataset]");
        (Name, Title, Meaning, KeyColumns) = (about.Name, about.Title, about.Meaning, about.KeyColumns);
        Columns = [.. PropertiesOf(row).Select(DatasetColumn.Of)];
    }

    public string Name { get; }

    public Caption Title { get; }

    public Caption Meaning { get; }

    /// <summary>How many of the first columns are printed again on each page that goes on to the right.</summary>
    public int KeyColumns { get; }

    public IReadOnlyList<DatasetColumn> Columns { get; }

    /// <summary>The table's rows as cells in the order of <see cref="Columns"/>. The array is reused from row to row.</summary>
    internal abstract IAsyncEnumerable<Cell[]> ReadAsync(DatasetRows rows, bool includePersonal, CancellationToken ct);

    /// <summary>Reflection promises no order; the metadata token is the order of declaration.</summary>
    private protected static IEnumerable<PropertyInfo> PropertiesOf(Type row) =>
        row.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(p => p.MetadataToken);
}

public sealed class Dataset<T>(Func<DatasetRows, IAsyncEnumerable<T>> pick) : Dataset(typeof(T))
{
    private readonly Func<T, Cell>[] _read = [.. PropertiesOf(typeof(T)).Select(CellReader.Compile<T>)];

    internal override async IAsyncEnumerable<Cell[]> ReadAsync(
        DatasetRows rows,
        bool includePersonal,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var masked = Columns.Select(c => c.Personal && !includePersonal).ToArray();
        var cells = new Cell[_read.Length];
        await foreach (var row in pick(rows).WithCancellation(ct))
        {
            for (var i = 0; i < cells.Length; i++)
            {
                var cell = _read[i](row);
                cells[i] = masked[i] && cell.Type != CellType.Empty ? Cell.Of(Mask) : cell;
            }

            yield return cells;
        }
    }
}
