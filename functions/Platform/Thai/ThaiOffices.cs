using System.Text.RegularExpressions;

namespace CddFunctions.Platform.Thai;

/// <summary>Posts that a careless reader takes for a person: นายอำเภอ is the district chief, not Mr. District.</summary>
internal static class ThaiOffices
{
    /// <summary>
    /// Only beginnings that no given name shares: "นายก" alone or before the body it presides over, since นายกฤษณะ is a person;
    /// the words of the last line are posts only when nothing follows.
    /// </summary>
    private static readonly Regex Office = new(
        @"\A(นาย(อำเภอ|ทะเบียน|ด่าน|ช่าง|สถานี|ไปรษณีย์|เวร|ทหารชั้น|ทหารสัญญาบัตร|ทหารประทวน|แพทย์สาธารณสุข).*"
            + @"|นายก( .*|ฯ.*|รัฐมนตรี.*|เทศมนตรี.*|สมาคม.*|สโมสร.*|สภา.*|องค์การ.*|อบต.*|อบจ.*|อ\..*|เมือง.*|เหล่ากาชาด.*|กิ่งกาชาด.*|พุทธสมาคม.*|กิตติมศักดิ์.*|ทต.*)?"
            + @"|((รอง|ผู้ช่วย)?(ผู้ว่าราชการ|ผู้อำนวยการ|อธิบดี|หัวหน้า)|ผู้ว่าฯ|รองผู้ว่าฯ|ปลัดอำเภอ|ปลัดจังหวัด|ปลัดเทศบาล|ปลัดกระทรวง|ปลัดองค์การ"
            + @"|พัฒนาการจังหวัด|พัฒนาการอำเภอ|ผู้ใหญ่บ้าน|กำนัน|ประธาน|คณะกรรมการ|เจ้าหน้าที่|เจ้าพนักงาน|นักวิชาการ|สำนักงาน).*"
            + @"|นาย(จ้าง|หน้า|ทหาร|ตำรวจ|ประกัน|ท่า|ตรวจ|แบบ)|นาง(พยาบาล|แบบ|งาม))\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );

    public static bool IsOffice(string text) => Office.IsMatch(text);
}
