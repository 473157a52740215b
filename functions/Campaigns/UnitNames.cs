using System.Text.RegularExpressions;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Campaigns;

/// <summary>
/// Pure: finds a unit by its name, as people and other people's forms give it: อำเภอบ้านค่าย, อ.บ้านค่าย, บ้านค่าย, Ban Khai, and by that
/// of its office: สพอ.บ้านค่าย, สำนักงานพัฒนาชุมชนอำเภอบ้านค่าย.
/// </summary>
public static partial class UnitNames
{
    /// <returns>Null when no unit has that name, or several have: tambons of one name are common.</returns>
    public static Unit? Find(IEnumerable<Unit> units, string name) => Find(units, u => new(u.Th, u.En), name);

    /// <inheritdoc cref="Find(IEnumerable{Unit}, string)"/>
    public static T? Find<T>(IEnumerable<T> all, Func<T, Text> label, string name)
        where T : class
    {
        var key = Key(name);
        if (key.Length == 0)
            return null;

        var found = all.Where(u => label(u) is var text && (Is(text.Th) || Is(text.En))).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;

        bool Is(string known) => string.Equals(Key(known), key, StringComparison.Ordinal);
    }

    private static string Key(string name) => ThaiText.Key(LevelWord().Replace(ThaiText.Normalise(name), ""));

    // Words for a level that may stand before a name. บ้าน and หมู่ are left out, because many names begin with them.
    [GeneratedRegex(@"\A(สำนักงานพัฒนาชุมชน)?(สพอ\.|อำเภอ|ตำบล|จังหวัด|อ\.|ต\.|จ\.)\s*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LevelWord();
}
