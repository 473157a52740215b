using System.Buffers;
using System.Text;
using CddFunctions.Reporting.Excel;

namespace CddFunctions.Reporting.Tests.Excel;

public sealed class XmlTextTests
{
    [Theory]
    [InlineData("ก<b>&\"'", "ก&lt;b&gt;&amp;\"'")]
    [InlineData("a\tb\nc", "a\tb\nc")]
    [InlineData("a\r\nb", "a_x000D_\nb")]
    [InlineData("\u0000\u001F", "_x0000__x001F_")]
    [InlineData("\uFFFD\uFFFE\uFFFF", "\uFFFD_xFFFE__xFFFF_")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("_x004G_ _x0041 _y0041_", "_x004G_ _x0041 _y0041_")]
    [InlineData("__x00e9_", "__x005F_x00e9_")]
    [InlineData("", "")]
    public void Text_is_escaped(string text, string expected) => Assert.Equal(expected, Written(text));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => Assert.Equal("a\uFFFDb", Written("a\uD83Db"));

    private static string Written(string text)
    {
        var output = new ArrayBufferWriter<byte>();
        XmlText.Write(output, text);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
