using CddFunctions.Platform;

namespace CddFunctions.Campaigns.Proposals;

public static class ProposalProblems
{
    private const int MostErrors = 200;

    public static Problem Faulty(IReadOnlyList<Fault> errors) =>
        new(
            422,
            "definition-faulty",
            new("แฟ้มมีข้อผิดพลาด", "The file has errors"),
            new($"พบข้อผิดพลาด {errors.Count} ข้อ แก้แล้วตรวจอีกครั้ง", $"{errors.Count} errors. Mend them and check again."),
            [.. errors.Take(MostErrors).Select(f => new FieldError(f.Path, f.Rule, f.Message))]
        );

    public static Problem OfAnother(string of, string campaign) =>
        new(
            422,
            "definition-of-another",
            new("แฟ้มของโครงการอื่น", "A file of another programme"),
            new(
                $"แฟ้มนี้เป็นของโครงการ {of} ไม่ใช่ {campaign} รหัสโครงการเปลี่ยนไม่ได้",
                $"The file is of '{of}', not of '{campaign}'. The id of a programme never changes."
            )
        );

    public static Problem Unchanged() =>
        new(
            422,
            "definition-unchanged",
            new("ไม่มีอะไรเปลี่ยน", "Nothing would change"),
            new("แฟ้มนี้ตรงกับฉบับที่ใช้อยู่ จึงไม่ต้องเสนอ", "The file is what is in force already; there is nothing to propose.")
        );

    public static Problem BreaksWork(IReadOnlyList<Text> objections) =>
        new(
            422,
            "definition-breaks-work",
            new("แฟ้มนี้กระทบงานที่ส่งแล้ว", "The file would break what was handed in"),
            new(string.Join(" · ", objections.Select(o => o.Th)), string.Join(" · ", objections.Select(o => o.En)))
        );

    public static Problem Changed() =>
        new(
            409,
            "proposal-changed",
            new("แฟ้มที่เสนอเปลี่ยนไปแล้ว", "The proposal has changed"),
            new(
                "มีการเสนอหรือถอนแฟ้มหลังจากที่ท่านอ่าน ยังไม่ได้บันทึก กรุณาอ่านแฟ้มที่เสนอล่าสุดก่อน",
                "Somebody proposed or withdrew after you read it. Nothing was saved; read the present proposal first."
            )
        );

    public static Problem None() =>
        new(
            409,
            "nothing-proposed",
            new("ไม่มีแฟ้มที่รอยืนยัน", "Nothing is proposed"),
            new(
                "แฟ้มที่เสนอถูกถอน หรือมีฉบับใหม่ใช้แล้ว หากยังต้องการเปลี่ยน ให้ตรวจแฟ้มแล้วเสนอใหม่",
                "It was withdrawn, or another revision is in force by now. Check the file and propose it again."
            )
        );

    /// <summary>Whoever holds the key could make the link of the second person, too, so nobody could confirm this proposal.</summary>
    public static Problem OwnLinkNeeded() =>
        new(
            409,
            "own-link-needed",
            new("ต้องเสนอด้วยลิงก์ของผู้ดูแลแต่ละคน", "Propose with a link of your own"),
            new(
                "กุญแจผู้ดูแลระบบและลิงก์ที่ระบบแสดงตอนเริ่มใช้เสนอไม่ได้ ให้สร้างลิงก์ผู้ดูแลให้สองคนที่หน้าลิงก์ คนหนึ่งเสนอ อีกคนยืนยัน",
                "The administrator's key and the link that a start prints cannot propose. Make links for two administrators: one proposes, the other confirms."
            )
        );

    public static Problem SecondPerson() =>
        new(
            403,
            "second-person-needed",
            new("ต้องเป็นผู้ดูแลอีกคน", "A second person is needed"),
            new(
                "ผู้ที่เสนอยืนยันเองไม่ได้ ให้ผู้ดูแลอีกคนเปิดด้วยลิงก์ของตนเอง ลิงก์ที่ผู้เสนอสร้างให้และกุญแจผู้ดูแลระบบไม่นับเป็นอีกคน",
                "Whoever proposed cannot confirm. Another administrator does: neither a link that the proposer made nor the administrator's key counts."
            )
        );
}
