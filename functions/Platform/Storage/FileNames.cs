using System.Buffers;

namespace CddFunctions.Platform.Storage;

/// <summary>
/// Checks names of files. No segment may start with a dot: that excludes "..", and a store can use such names for files of its own.
/// </summary>
public static class FileNames
{
    private const int LongestName = 500;
    private const int LongestSegment = 200; // a file system allows 255 bytes

    private static readonly SearchValues<char> Alphabet = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789._-");

    /// <exception cref="ArgumentException">Not a name that the port allows.</exception>
    public static string Check(string name) =>
        name.Length <= LongestName && name.Split('/').All(IsSegment)
            ? name
            : throw new ArgumentException("A file name is made of segments of a-z, 0-9, '.', '_' and '-'.", nameof(name));

    /// <summary>A prefix may end inside a segment or after a slash.</summary>
    public static void CheckPrefix(string prefix)
    {
        var segments = prefix.Split('/');
        if (prefix.Length > LongestName || !segments[..^1].All(IsSegment) || !(segments[^1].Length == 0 || IsSegment(segments[^1])))
            throw new ArgumentException("A prefix is the beginning of a file name.", nameof(prefix));
    }

    private static bool IsSegment(string segment) =>
        segment.Length is > 0 and <= LongestSegment && segment[0] != '.' && !segment.ContainsAnyExcept(Alphabet);
}
