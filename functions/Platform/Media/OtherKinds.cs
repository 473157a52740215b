using System.Text;

namespace CddFunctions.Platform.Media;

/// <summary>Names files that no field takes, so that a refusal can say what came and what to do instead.</summary>
internal static class OtherKinds
{
    private const int Looked = 4096;

    private static readonly OtherKind Heic = OtherKind.Of("HEIC", MediaType.Jpeg);
    private static readonly OtherKind Avif = OtherKind.Of("AVIF", MediaType.Jpeg);
    private static readonly OtherKind Sound = new(new("ไฟล์เสียง", "a sound file"), null);
    private static readonly OtherKind Text = new(new("ข้อความล้วน (text)", "plain text"), MediaType.Pdf);
    private static readonly OtherKind WebPage = new(new("หน้าเว็บ (HTML)", "a web page (HTML)"), MediaType.Pdf);
    private static readonly OtherKind Video = new(new("วิดีโอชนิดอื่น", "a video of another kind"), MediaType.Mp4);

    /// <summary>How files of a kind begin. <c>?</c> stands for any byte.</summary>
    private static readonly (string Start, OtherKind Kind)[] Starts =
    [
        ("GIF8", OtherKind.Of("GIF", MediaType.Jpeg)),
        ("RIFF????WEBP", OtherKind.Of("WebP", MediaType.Jpeg)),
        ("RIFF????AVI ", OtherKind.Of("AVI", MediaType.Mp4)),
        ("RIFF????WAVE", Sound),
        ("II*\0", OtherKind.Of("TIFF", MediaType.Jpeg)),
        ("MM\0*", OtherKind.Of("TIFF", MediaType.Jpeg)),
        ("BM????\0\0\0\0", OtherKind.Of("BMP", MediaType.Jpeg)),
        ("8BPS", OtherKind.Of("Photoshop", MediaType.Jpeg)),
        ("Rar!\u001a\u0007", new(new("RAR", "RAR"), null, IsArchive: true)),
        ("7z\u00bc\u00af\u0027\u001c", new(new("7z", "7z"), null, IsArchive: true)),
        ("\u001f\u008b", new(new("GZ", "GZ"), null, IsArchive: true)),
        ("PK\u0005\u0006", OtherKind.Zip), // an empty one
        ("\u001a\u0045\u00df\u00a3", OtherKind.Of("WebM / MKV", MediaType.Mp4)),
        ("\u0030\u0026\u00b2\u0075\u008e\u0066\u00cf\u0011", OtherKind.Of("WMV", MediaType.Mp4)),
        ("FLV\u0001", Video),
        ("\0\0\u0001\u00ba", OtherKind.Of("MPEG", MediaType.Mp4)),
        ("ID3", Sound),
        ("\u00ff\u00fb", Sound),
        ("OggS", Sound),
        ("fLaC", Sound),
        ("????ftypM4A", Sound),
        ("????ftypM4B", Sound),
        ("????ftypM4P", Sound),
        ("????ftypavi", Avif),
        ("????ftyphe", Heic),
        ("????ftypmif1", Heic),
        ("????ftypmsf1", Heic),
        ("{\\rtf", OtherKind.Document("RTF")),
        ("%!PS", OtherKind.Document("PostScript")),
        ("L\0\0\0\u0001\u0014\u0002\0", new(new("ทางลัด (shortcut)", "a shortcut (.lnk)"), null)),
        ("MZ", new(new("โปรแกรม", "a program"), null)),
    ];

    /// <returns>Null when the kind is not known.</returns>
    public static OtherKind? Find(ByteWindow bytes)
    {
        var start = new byte[Math.Min(Looked, bytes.Length)];
        bytes.Copy(0, start);
        var named = Starts.FirstOrDefault(s => Begins(start, s.Start)).Kind;
        return named ?? OfText(start);
    }

    private static bool Begins(byte[] file, string start) =>
        file.Length >= start.Length && start.Index().All(c => c.Item == '?' || file[c.Index] == c.Item);

    /// <summary>Text in UTF-8, in windows-874 or in UTF-16 with its mark: no control characters but those of lines and tabs.</summary>
    private static OtherKind? OfText(byte[] start)
    {
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return Text;
        if (start.Any(b => b < ' ' && b is not ((byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r')))
            return null;

        var text = Encoding.Latin1.GetString(start).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\t', '\r', '\n');
        var isPage =
            text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
        return isPage ? WebPage : Text;
    }
}
