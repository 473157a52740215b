using System.Globalization;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Ballots;

public static class BallotProblems
{
    public static Problem NotFound(string ballot) =>
        new(
            404,
            "ballot-not-found",
            new("ไม่พบการลงคะแนน", "Ballot not found"),
            new($"ไม่มีการลงคะแนนรหัส {ballot} ในโครงการนี้", $"There is no ballot '{ballot}' in this campaign.")
        );

    public static Problem RollEmpty() =>
        new(
            409,
            "roll-empty",
            new("ยังไม่มีบัญชีผู้มีสิทธิ", "There is no roll"),
            new(
                "ยังไม่มีบัญชีผู้มีสิทธิลงคะแนน ทั้งที่ส่งมาและในบัญชีรายชื่อบุคลากร",
                "Nobody is on the roll, nor on the staff roster it is taken from."
            )
        );

    public static Problem RollFrozen() =>
        new(
            409,
            "roll-frozen",
            new("ปิดบัญชีแล้ว", "The roll is frozen"),
            new(
                "บัญชีผู้มีสิทธิปิดแล้ว เพิ่มชื่อได้โดยผู้ดูแลอีกคนเท่านั้น",
                "The roll can no longer be changed. A second administrator can add voters to it."
            )
        );

    public static Problem RollChanged() =>
        new(
            409,
            "roll-changed",
            new("บัญชีเปลี่ยนไปแล้ว", "The roll has changed"),
            new(
                "บัญชีผู้มีสิทธิเปลี่ยนไปหลังจากที่ท่านตรวจ กรุณาตรวจอีกครั้งก่อนปิดบัญชี",
                "The roll is another one than you have read. Check it again before you freeze it."
            )
        );

    public static Problem RollNotFrozen() =>
        new(
            409,
            "roll-not-frozen",
            new("ยังไม่ปิดบัญชี", "The roll is not frozen"),
            new("ต้องปิดบัญชีผู้มีสิทธิก่อน", "Freeze the roll first.")
        );

    public static Problem NotOpen(BallotPhase phase, LiveBallot ballot) =>
        new(
            409,
            "ballot-not-open",
            phase is BallotPhase.Closed
                ? new("ปิดลงคะแนนแล้ว", "The ballot is closed")
                : new("ยังไม่เปิดลงคะแนน", "The ballot is not open yet"),
            phase switch
            {
                BallotPhase.Waiting => new(
                    $"เปิดลงคะแนน{Thai(ballot.State.Frozen!.Opens)}",
                    $"It opens on {English(ballot.State.Frozen!.Opens)}."
                ),
                BallotPhase.Preparing => new(
                    "ยังไม่ปิดบัญชีผู้มีสิทธิ จึงยังไม่เปิดลงคะแนน",
                    "The roll is not frozen yet, so there is nothing to vote on."
                ),
                _ => new(
                    $"ปิดลงคะแนนแล้วเมื่อ{Thai(ballot.Closes!.Value)} คะแนนที่ส่งหลังจากนั้นไม่นับ",
                    $"It closed on {English(ballot.Closes!.Value)}. Votes that are sent after that do not count."
                ),
            }
        );

    public static Problem AlreadyVoted() =>
        new(
            409,
            "already-voted",
            new("ลงคะแนนไปแล้ว", "Already voted"),
            new(
                "รายชื่อนี้ลงคะแนนไปแล้ว คะแนนเดิมยังนับอยู่ และเปลี่ยนไม่ได้",
                "A vote was cast for this entry of the roll. It counts and cannot be changed."
            )
        );

    public static Problem StillOpen(DateTimeOffset closes) =>
        new(
            409,
            "ballot-still-open",
            new("ยังไม่ปิดลงคะแนน", "The ballot is still open"),
            new($"นับคะแนนได้หลังปิดลงคะแนน{Thai(closes)}", $"This waits for the close on {English(closes)}.")
        );

    public static Problem NothingProposed() =>
        new(
            409,
            "nothing-proposed",
            new("ไม่มีคำขอรอยืนยัน", "Nothing waits for confirmation"),
            new("ไม่มีคำขอขยายเวลาหรือยุติที่รอยืนยัน", "No extension and no stop was proposed.")
        );

    /// <param name="now">What waits now; null when somebody else changed the ballot in this very moment.</param>
    public static Problem ProposalChanged(WindowChange? now) =>
        new(
            409,
            "proposal-changed",
            new("ข้อเสนอไม่ตรงกับที่ท่านอ่าน", "This is not the proposal that you have read"),
            now is null
                ? new(
                    "มีผู้แก้ไขการลงคะแนนนี้พร้อมกัน กรุณาอ่านใหม่แล้วทำอีกครั้ง",
                    "Somebody changed the ballot at the same time. Read it and try again."
                )
                : new(
                    $"ยังไม่ได้ยืนยัน ข้อเสนอขณะนี้คือ{(now.Stop ? "ยุติการลงคะแนนทันที" : $"เลื่อนเวลาปิดเป็น{Thai(now.Until)}")} อ่านแล้วยืนยันด้วยรหัสข้อเสนอนี้",
                    $"Nothing was confirmed. What is proposed now: {(now.Stop ? "to stop the vote at once" : $"to close on {English(now.Until)}")}. Read it and confirm it by its id."
                ),
            More: now is null ? null : new Dictionary<string, object?>(StringComparer.Ordinal) { ["proposed"] = ChangeView.Of(now) }
        );

    public static Problem WindowRefused(Text why) =>
        new(422, "window-refused", new("เปลี่ยนช่วงเวลาไม่ได้", "The window cannot be changed"), why);

    public static Problem ReasonMissing() =>
        new(
            400,
            "reason-missing",
            new("ต้องระบุเหตุผล", "A reason is needed"),
            new("ต้องระบุเหตุผล ไม่เกิน ๑,๐๐๐ ตัวอักษร", "Give a reason of 1 to 1,000 characters.")
        );

    public static Problem ChoicesRefused(IReadOnlyList<FieldError> errors) =>
        new(
            422,
            "choices-refused",
            new("เลือกไม่ถูกต้อง", "The choices cannot be taken"),
            new("ยังไม่ได้ลงคะแนน มีด้านที่ต้องแก้ไข", "No vote was cast. Some contests need another choice."),
            errors
        );

    public static Problem VoterNotFound() =>
        new(
            404,
            "voter-not-found",
            new("ไม่พบชื่อในบัญชี", "Not on the roll"),
            new("ไม่มีรายการนี้ในบัญชีผู้มีสิทธิ", "The roll has no such entry.")
        );

    public static Problem CodeWrong() =>
        new(
            401,
            "code-wrong",
            new("รหัสไม่ถูกต้อง", "The code is not right"),
            new(
                "ตรวจดูรหัส ๑๒ ตัวบนบัตรแล้วลองอีกครั้ง หากออกบัตรใหม่ให้ใช้รหัสใหม่",
                "Check the twelve characters on your slip and try again. A slip that was replaced no longer works."
            )
        );

    public static Problem NotSupported(Text why) =>
        new(422, "ballot-not-supported", new("จัดการลงคะแนนแบบนี้ไม่ได้", "This kind of ballot cannot be held"), why);

    private static string Thai(DateTimeOffset at) => $"{ThaiDate.Long(Bangkok.DateOf(at))} เวลา {ThaiDigits.ToThai(Clock(at))} น.";

    private static string English(DateTimeOffset at) => $"{ThaiDate.English(Bangkok.DateOf(at))} at {Clock(at)}";

    private static string Clock(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, Bangkok.Zone).ToString("HH.mm", CultureInfo.InvariantCulture);
}
