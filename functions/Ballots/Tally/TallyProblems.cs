using CddFunctions.Platform;

namespace CddFunctions.Ballots.Tally;

/// <summary>Why a ballot cannot be counted, certified or published now.</summary>
public static class TallyProblems
{
    private const int Named = 10;

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

    /// <param name="able">What the links of those are made for who can do it; empty when there is nobody.</param>
    /// <param name="instead">What helps when there is nobody, or nobody of them is at hand.</param>
    public static Problem SecondPerson(IReadOnlyList<string> able, Text instead) =>
        new(
            403,
            "second-person-needed",
            new("ต้องเป็นผู้ดูแลอีกคน", "A second person is needed"),
            new(
                $"ขั้นตอนนี้ต้องทำโดยผู้ดูแลอีกคน ลิงก์ที่ผู้ดูแลคนก่อนเป็นผู้สร้าง หรือที่สร้างลิงก์ของเขา นับเป็นคนเดียวกัน {(able.Count > 0 ? $"ผู้ที่ทำได้: {string.Join(", ", able.Take(Named))}" : "ขณะนี้ไม่มีลิงก์ของผู้ดูแลคนอื่น")} หรือ{instead.Th}",
                $"Another administrator than the one before has to do this. Links that one of them made for another are one person. {(able.Count > 0 ? $"Who can: {string.Join(", ", able.Take(Named))}." : "There is no link of anybody else.")} Or: {instead.En}"
            ),
            More: new Dictionary<string, object?>(StringComparer.Ordinal) { ["able"] = able }
        );

    public static Problem ResultChanged() =>
        new(
            409,
            "result-changed",
            new("ผลไม่ตรงกับที่ท่านอ่าน", "This is not the result that you have read"),
            new(
                "ยังไม่ได้รับรอง มีการนับใหม่หรือชี้ขาดคะแนนเท่ากันหลังจากที่ท่านอ่าน หรือไม่ได้ระบุว่าอ่านผลใด กรุณาอ่านผลอีกครั้งแล้วรับรองด้วยลายนิ้วมือของผลนั้น",
                "Nothing was certified. The votes were counted again or a tie was decided after you read the result, or none was named. Read the result and certify it by its hash."
            )
        );

    public static Problem TallyFinal() =>
        new(
            409,
            "ballot-certified",
            new("รับรองผลแล้ว", "The result is certified"),
            new("รับรองผลแล้ว นับใหม่ไม่ได้", "The result is certified; the votes cannot be counted again.")
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
