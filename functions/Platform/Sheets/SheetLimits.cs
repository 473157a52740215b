using System.Xml;

namespace CddFunctions.Platform.Sheets;

/// <summary>
/// What one workbook may cost to read. A list of 5,000 people with twenty columns uses a third of it; whatever goes over it is refused
/// (<see cref="InvalidDataException"/>) at the byte where it does, whatever sizes the file declares.
/// </summary>
internal sealed class SheetLimits
{
    /// <summary>Bytes that all parts that are read may unpack to.</summary>
    public const int MaxUnpacked = 24 * 1024 * 1024;

    /// <summary>Columns that may hold something.</summary>
    public const int MaxColumns = 256;

    /// <summary>Different texts, and different formats of cells (Excel itself ends at 65,490).</summary>
    public const int MaxShared = 100_000;

    /// <summary>Sheets, and parts that one part names: pictures, sheets, links to other workbooks.</summary>
    public const int MaxRelations = 2_000;

    public const int MaxDepth = 64;

    /// <summary>Bytes without a tag in between. A cell holds 32,767 characters; an element with more attributes is an attack.</summary>
    private const int MaxRun = 512 * 1024;

    private int _left = MaxUnpacked;
    private int _run;

    /// <summary>True when the workbook was refused for its cost, not for being damaged.</summary>
    public bool AreExceeded { get; private set; }

    public void Ask(bool within)
    {
        if (within)
            return;

        AreExceeded = true;
        throw new InvalidDataException("The workbook costs too much to read.");
    }

    public void Count(ReadOnlySpan<byte> bytes)
    {
        Ask((_left -= bytes.Length) >= 0);
        var tag = bytes.LastIndexOf((byte)'<');
        _run = tag < 0 ? _run + bytes.Length : bytes.Length - tag;
        Ask(_run <= MaxRun);
    }

    public XmlReader Open(Stream part) =>
        XmlReader.Create(
            new CountedStream(part, this),
            new()
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                CloseInput = true,
                NameTable = new CountedNames(this),
            }
        );

    /// <summary>A reader keeps every name it meets. Sheets use some hundred.</summary>
    private sealed class CountedNames(SheetLimits limits) : NameTable
    {
        private const int Most = 2_000;

        private int _count;

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? One(base.Add(key, start, len));

        public override string Add(string key) => Get(key) ?? One(base.Add(key));

        private string One(string name)
        {
            limits.Ask(++_count <= Most);
            return name;
        }
    }

    private sealed class CountedStream(Stream part, SheetLimits limits) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var read = part.Read(buffer);
            limits.Count(buffer[..read]);
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                part.Dispose();
            base.Dispose(disposing);
        }
    }
}
