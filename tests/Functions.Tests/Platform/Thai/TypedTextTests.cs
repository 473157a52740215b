using System.Globalization;
using CddFunctions.Platform.Thai;
using FsCheck;
using FsCheck.Fluent;

namespace CddFunctions.Tests.Platform.Thai;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("แก้ไข\r\nหน้า 3", "แก้ไข\nหน้า 3")]
    [InlineData("\u0000แก้\u0007ไข\u001B", "แก้ไข")]
    [InlineData("นํ้า", "น้ำ")]
    [InlineData("a\u202Eb\u200Bc", "abc")]
    [InlineData("x\tx", "x x")]
    public void A_reason_is_kept_like_a_field(string typed, string kept) => Assert.Equal(kept, TypedText.Lines(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("\u200B\u00AD\uFEFF")]
    [InlineData("\u3164")]
    [InlineData("\u2800\u115F")]
    [InlineData("\u0E48")]
    [InlineData("\u0301\u0E31")]
    [InlineData("\U000E0041")]
    public void What_cannot_be_seen_is_no_text(string? typed)
    {
        Assert.Null(TypedText.Lines(typed));
        Assert.Null(TypedText.Line(typed));
        Assert.False(TypedText.IsReason(typed));
    }

    [Fact]
    public void Written_characters_are_counted_and_a_line_break_is_one()
    {
        var written = string.Concat(Enumerable.Repeat("ที่\r\n", 500)); // a consonant with two marks, and a line break
        Assert.True(TypedText.IsReason(written));
        Assert.False(TypedText.IsReason(written + "กก"));
        Assert.True(TypedText.IsReason(TypedText.Lines(written)));
    }

    [Fact]
    public void Nothing_that_is_kept_has_a_control_character() =>
        Prop.ForAll<string?>(typed =>
                TypedText.Lines(typed) is not { } kept
                || kept.All(c => c == '\n' || char.GetUnicodeCategory(c) is not UnicodeCategory.Control) && TypedText.Lines(kept) == kept
            )
            .QuickCheckThrowOnFailure();
}
