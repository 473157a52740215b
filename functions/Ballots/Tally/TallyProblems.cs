using CddFunctions.Platform;

namespace CddFunctions.Ballots.Tally;

/// <summary>Why a ballot cannot be counted, certified or published now.</summary>
public static class TallyProblems
{
    public static Problem NotTallied() =>
        new(
            409,
            "ballot-not-tallied",
            new("ยังไม่นับคะแนน", "Not tallied yet"),
            new("ต้องนับคะแนนให้เสร็จก่อน", "The votes have to be tallied first.")
        );

    public static Problem Unbalanced() =>
        new(
            409,
            "tally-unbalanced",
            new("ยอดไม่ตรงกัน", "The tally does not add up"),
            new(
                "จำนวนซองที่เปิดได้ไม่เท่ากับจำนวนผู้ลงคะแนน รับรองผลไม่ได้ ให้ตรวจสอบก่อน",
                "Envelopes opened and voters differ, so the result cannot be certified. Look into it first."
            )
        );

    public static Problem TieOpen(IReadOnlyList<string> contests) =>
        new(
            409,
            "tie-open",
            new("คะแนนเท่ากันยังไม่ชี้ขาด", "A tie is not decided"),
            new("มีด้านที่คะแนนเท่ากันและต้องให้ประธานชี้ขาดก่อน", "The chair has to decide a tie before this."),
            More: new Dictionary<string, object?>(StringComparer.Ordinal) { ["contests"] = contests }
        );

    public static Problem NoTie(string contest) =>
        new(
            409,
            "no-tie",
            new("ไม่มีคะแนนเท่ากันให้ชี้ขาด", "There is no tie to decide"),
            new($"ด้าน {contest} ไม่มีคะแนนเท่ากันที่รอชี้ขาด", $"The contest '{contest}' has no tie that waits for a decision.")
        );

    public static Problem SecondPerson() =>
        new(
            403,
            "second-person-needed",
            new("ต้องเป็นผู้ดูแลอีกคน", "A second person is needed"),
            new(
                "ขั้นตอนนี้ต้องทำโดยผู้ดูแลอีกคน ไม่ใช่คนเดียวกับขั้นตอนก่อน (กุญแจผู้ดูแลระบบนับเป็นหนึ่งคน)",
                "Another administrator than the one before has to do this, with a link of their own (the administrator's key counts as one person)."
            )
        );

    public static Problem NotCertified() =>
        new(
            409,
            "ballot-not-certified",
            new("ยังไม่รับรองผล", "Not certified yet"),
            new("ต้องรับรองผลก่อนประกาศ", "The result has to be certified before it is published.")
        );

    public static Problem NotPublished() =>
        new(
            409,
            "result-not-published",
            new("ยังไม่ประกาศผล", "Not published yet"),
            new("ยังไม่ประกาศผลการลงคะแนน", "The result has not been published yet.")
        );
}
