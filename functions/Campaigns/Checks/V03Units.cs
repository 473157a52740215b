using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>V3: units are places of the administrative register, under its names, inside one another.</summary>
internal static class V03Units
{
    public static IEnumerable<Fault> Check(Definition definition) =>
        Province(definition.Campaign).Concat(definition.Campaign.Units.SelectMany(u => Check(definition, u)));

    private static IEnumerable<Fault> Province(Campaign campaign)
    {
        if (Areas.Find(campaign.Province) is not { Level: Areas.Province })
            yield return Fault.Error(
                "V3",
                "province",
                $"ไม่มีจังหวัดรหัส {campaign.Province}",
                $"no province has the code {campaign.Province}"
            );
    }

    private static IEnumerable<Fault> Check(Definition definition, Unit unit)
    {
        var level = Areas.LevelOf(unit.Code);
        if (!string.Equals(level, unit.Level, StringComparison.Ordinal))
        {
            yield return Fault.Error(
                "V3",
                $"units/{unit.Code}/code",
                "จำนวนหลักของรหัสไม่ตรงกับระดับ",
                $"the code's length means {level ?? "nothing"}, not {unit.Level}"
            );
            yield break;
        }

        var listed = Areas.Find(unit.Code);
        if (listed is null && level is not Areas.Village)
            yield return Fault.Error(
                "V3",
                $"units/{unit.Code}/code",
                "ไม่มีรหัสนี้ในทะเบียนเขตการปกครอง",
                "the administrative register has no such code"
            );
        else if (listed is not null && !string.Equals(listed.Th, unit.Th, StringComparison.Ordinal))
            yield return Fault.Error(
                "V3",
                $"units/{unit.Code}/th",
                $"ทะเบียนเขตการปกครองใช้ชื่อ {listed.Th}",
                $"the administrative register says {listed.Th}"
            );
        if (ParentIsMissing(definition, unit))
            yield return Fault.Error(
                "V3",
                $"units/{unit.Code}/code",
                $"ไม่พบหน่วยแม่ {unit.Code[..^2]}",
                $"the unit {unit.Code[..^2]} it lies in is not listed"
            );
    }

    // A missing parent is a fault only when the file lists units of the
    // parent's level: a file may list districts without their province.
    private static bool ParentIsMissing(Definition definition, Unit unit) =>
        unit.Code.Length > 2
        && definition.Campaign.Units.Any(u => u.Code.Length == unit.Code.Length - 2)
        && !definition.Has("units", unit.Code[..^2]);
}
