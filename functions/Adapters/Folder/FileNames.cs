using System.Buffers;

namespace CddFunctions.Adapters.Folder;

/// <summary>Between names of the port and paths on disk. No segment may start with a dot: no "..", and .tmp stays ours.</summary>
internal static class FileNames
{
    private const int LongestName = 500;
    private const int LongestSegment = 200; // a file system allows 255 bytes

    private static readonly SearchValues<char> Alphabet = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789._-");

    public static string ToPath(string root, string name)
    {
        if (name.Length > LongestName || !name.Split('/').All(IsSegment))
            throw new ArgumentException("A file name is made of segments of a-z, 0-9, '.', '_' and '-'.", nameof(name));

        return Path.Combine(root, name);
    }

    public static string ToName(string root, string path) =>
        Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');

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
