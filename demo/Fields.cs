namespace CddFunctions.Demo;

/// <summary>The typed part of a hand-in by field id; a table is a list of rows of the same kind.</summary>
public sealed class Fields() : Dictionary<string, object?>(StringComparer.Ordinal)
{
    public static Fields None => [];

    /// <summary>The same fields with one of them changed.</summary>
    public Fields With(string field, object? value)
    {
        Fields changed = [];
        foreach (var (id, known) in this)
            changed[id] = known;
        changed[field] = value;
        return changed;
    }
}

/// <summary>A file of a hand-in. Made when it is sent, so that the script itself stays small.</summary>
public sealed record Attachment(string Field, string FileName, Func<byte[]> Make);
