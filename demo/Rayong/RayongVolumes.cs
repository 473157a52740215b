using static CddFunctions.Demo.Expected;
using static CddFunctions.Demo.Rayong.RayongForms;
using static CddFunctions.Demo.Script;

namespace CddFunctions.Demo.Rayong;

/// <summary>
/// May: one volume from every district by the 15th. Pluak Daeng is given a week more and uses it, Ban Khai is two days
/// late, Khao Chamao sends nothing, so the province's own task goes up incomplete, in so many words.
/// </summary>
internal static class RayongVolumes
{
    private const string Book = "t-book";
    private const string Distil = "t-p-distil";

    public static IEnumerable<Step> Steps =>
        [
            Sends("2024-05-10 20:15", "2104", Book, Volume(), OnTimely, Pdf(28)),
            Sends("2024-05-13 10:00", "2101", Book, Volume(), OnTimely, Pdf(42)),
            Sends("2024-05-14 09:05", "2102", Book, Volume(), Refused(422, "file"), NotPdf()),
            Sends("2024-05-14 09:30", "2102", Book, Volume(), OnTimely, Pdf(35)),
            At("2024-05-14 15:00", "admin", Deeds.Extend(Book, "2106", "2024-05-22", "เจ้าหน้าที่ผู้รับผิดชอบไปราชการ (สมมติ)"), Done),
            Sends("2024-05-15 13:45", "2108", Book, Volume(), OnTimely, Pdf(31)),
            Sends("2024-05-15 23:58", "2103", Book, Volume(), OnTimely, Pdf(50)),
            Sends("2024-05-17 09:40", "2105", Book, Volume(), Late, Pdf(22)),
            Sends("2024-05-21 16:20", "2106", Book, Volume(), OnTimely, Pdf(26)),
            .. Accepts("2024-05-23 09:00", Book, Active),
            At("2024-05-24 10:00", "21", Deeds.HandIn(Distil, "21", Note("ถอดองค์ความรู้รวม (สมมติ)")), Refused(409, "sources-missing")),
            At("2024-05-24 10:05", "21", Deeds.HandInIncomplete(Distil, "21", Note("ขาดอำเภอเขาชะเมา (สมมติ)")), Undated.Saying("2107")),
        ];

    /// <summary>A text that calls itself a PDF.</summary>
    private static Attachment NotPdf() => new("file", "ไม่ใช่พีดีเอฟ.pdf", () => "this is no PDF"u8.ToArray());
}
