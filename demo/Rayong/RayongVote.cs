using static CddFunctions.Demo.Expected;
using static CddFunctions.Demo.Script;

namespace CddFunctions.Demo.Rayong;

/// <summary>The role-model vote of letter 2, item 2: sixty on the roll, 58 vote, two are equal in gratitude and share it.</summary>
internal static class RayongVote
{
    public const string Ballot = "b-virtues";

    private const int Voters = 58;
    private const int EqualOne = 20;
    private const int EqualOther = 21;

    private static readonly string[] ClearContests = ["c-sufficiency", "c-discipline", "c-honesty", "c-volunteering"];

    public static IEnumerable<Step> Steps =>
        [
            At("2024-05-08 15:00", "admin", VoteDeeds.Freeze("ปิดบัญชีผู้มีสิทธิลงคะแนน", Ballot), Done.Saying("\"voters\":60")),
            At("2024-05-08 15:30", "admin", VoteDeeds.Vote(Ballot, 0, 1, Choose), Refused(409, "ballot-not-open")),
            At("2024-05-09 09:00", "admin", VoteDeeds.Vote(Ballot, 0, 40, Choose), new(201)),
            At("2024-05-10 11:00", "admin", VoteDeeds.Vote(Ballot, 0, 1, Choose), Refused(409, "already-voted")),
            At("2024-05-14 16:00", "admin", VoteDeeds.Post("นับคะแนนก่อนปิด", Ballot, "tally"), Refused(409, "ballot-still-open")),
            At("2024-05-15 20:00", "admin", VoteDeeds.Vote(Ballot, 40, Voters - 40, Choose), new(201)),
            At(
                "2024-05-15 21:00",
                "viewer",
                VoteDeeds.Get("ดูจำนวนผู้ลงคะแนน", $"ballots/{Ballot}/turnout"),
                Done.Saying("""{"eligible":60,"voted":58}""")
            ),
            At("2024-05-16 08:30", "first", VoteDeeds.Post("นับคะแนน", Ballot, "tally"), Done.Saying("\"balanced\":true")),
            At("2024-05-16 09:00", "first", VoteDeeds.Certify("รับรองผลที่ตนนับ", Ballot), Refused(403, "second-person-needed")),
            At("2024-05-16 09:30", "second", VoteDeeds.Certify("รับรองผล", Ballot), Done.Saying("\"rule\":\"share\"")),
            At("2024-05-16 10:00", "second", VoteDeeds.Post("ประกาศผล", Ballot, "publish"), Done.Saying("\"state\":\"published\"")),
            At(
                "2024-05-16 10:05",
                "viewer",
                VoteDeeds.Get("เปิดประกาศ", $"/api/ui/rayong-2567/ballots/{Ballot}/announcement"),
                Done.Saying("ประกาศสำนักงานพัฒนาชุมชนจังหวัดระยอง")
            ),
        ];

    /// <summary>One person is clear in each of four virtues. In gratitude two divide the votes, and vote for nobody themselves.</summary>
    private static Dictionary<string, int?> Choose(int voter)
    {
        var choices = ClearContests
            .Index()
            .ToDictionary(c => c.Item, c => (int?)(voter == c.Index ? voter + 10 : c.Index), StringComparer.Ordinal);
        choices["c-gratitude"] =
            voter is EqualOne or EqualOther ? null
            : voter % 2 == 0 ? EqualOne
            : EqualOther;
        return choices;
    }
}
