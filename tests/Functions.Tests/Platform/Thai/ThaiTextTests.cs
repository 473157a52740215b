using System.Text;
using CddFunctions.Platform.Thai;
using FsCheck;
using FsCheck.Fluent;

namespace CddFunctions.Tests.Platform.Thai;

public sealed class ThaiTextTests
{
    [Theory]
    [InlineData("ก\u0E4D\u0E32", "ก\u0E33")]
    [InlineData("น\u0E4D\u0E49\u0E32", "น\u0E49\u0E33")]
    [InlineData("น\u0E49\u0E4D\u0E32", "น\u0E49\u0E33")]
    [InlineData("น\u0E33\u0E49", "น\u0E49\u0E33")]
    [InlineData("น\u0E4D\u0E32\u0E49", "น\u0E49\u0E33")]
    [InlineData("ท\u0E48\u0E35", "ท\u0E35\u0E48")]
    [InlineData("ผ\u0E49\u0E39", "ผ\u0E39\u0E49")]
    [InlineData("สิทธ\u0E4C\u0E34", "สิทธ\u0E34\u0E4C")]
    [InlineData("\u0E40\u0E40ม่", "แม่")]
    [InlineData("\u0E40\u200B\u0E40ม่", "แม่")]
    [InlineData("ก\u0E48\u0E48า", "ก\u0E48า")]
    [InlineData("ก\u0E35\u0E48\u0E35\u0E48", "ก\u0E35\u0E48")]
    [InlineData("น\u0E49\u0E49\u0E33\u0E49", "น\u0E49\u0E33")]
    [InlineData("กา", "กา")]
    [InlineData("พุทฺธํ", "พุทฺธํ")]
    public void Thai_that_looks_the_same_is_spelt_the_same(string given, string expected) =>
        Assert.Equal(expected, ThaiText.Normalise(given));

    [Theory]
    [InlineData("\uFEFFระยอง", "ระยอง")]
    [InlineData("ระ\u00ADยอง", "ระยอง")]
    [InlineData("ระ\u200Cยอง\u200D\u2060\u200E", "ระยอง")]
    [InlineData("ก\u00A0ข", "ก ข")]
    [InlineData(" ก \t\r\n\u3000 ข ", "ก ข")]
    [InlineData("ก \u200B ข", "ก ข")]
    [InlineData("ก\0ข", "กข")]
    [InlineData("", "")]
    [InlineData("\u200B ", "")]
    public void Invisible_characters_go_and_spaces_become_one(string given, string expected) =>
        Assert.Equal(expected, ThaiText.Normalise(given));

    /// <summary>Every text of up to five of the characters that can disturb one another.</summary>
    [Theory]
    [InlineData("กเาำ\u0E34\u0E38\u0E3A\u0E48\u0E4C\u0E4D a๑\u0E3B", 4)]
    [InlineData("กำ\u0E34\u0E38\u0E49\u0E4D\u0E4Cเ ", 5)]
    public void The_short_cut_for_text_that_is_in_order_changes_no_answer(string characters, int longest)
    {
        IEnumerable<string> texts = [""];
        for (var length = 1; length <= longest; length++)
        {
            texts = [.. texts.SelectMany(t => characters.Select(c => t + c))];
            Assert.DoesNotContain(texts, t => !string.Equals(ThaiText.Normalise(t), ThaiText.NormaliseFully(t), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Compatibility_characters_are_kept_and_accents_composed()
    {
        Assert.Equal("\u0E33①½ﬁ", ThaiText.Normalise("\u0E33①½ﬁ"));
        Assert.Equal("é", ThaiText.Normalise("e\u0301"));
    }

    [Fact]
    public void A_lone_surrogate_is_replaced_and_an_emoji_kept()
    {
        Assert.Equal("ก\uFFFDข", ThaiText.Normalise("ก" + '\uD83D' + "ข"));
        Assert.Equal("ก😀", ThaiText.Normalise("ก😀"));
    }

    [Fact]
    public void Lines_are_kept_where_lines_are_wanted() =>
        Assert.Equal("กำ\n\nข ค", ThaiText.NormaliseLines("\r\nก\u0E4D\u0E32 \r\n\r\nข  ค\n"));

    [Theory]
    [InlineData("บ้าน ฉาง", "บ้านฉาง")]
    [InlineData("หมู่ที่ ๑๒", "หมู่ที่12")]
    [InlineData("TEST-Name, Jr.", "testnamejr")]
    [InlineData("น\u0E4D\u0E49\u0E32ใส", "น้ำใส")]
    [InlineData("กรุงเทพฯ (เหนือ)", "กรุงเทพเหนือ")]
    [InlineData("!?", "")]
    public void A_key_ignores_what_people_write_differently(string given, string key) => Assert.Equal(key, ThaiText.Key(given));

    [Fact]
    public void Names_that_differ_in_a_tone_mark_keep_different_keys() =>
        Assert.NotEqual(ThaiText.Key("เสือ"), ThaiText.Key("เสื้อ"), StringComparer.Ordinal);

    [Theory]
    [InlineData("ที่นี่", 0, "")]
    [InlineData("ที่นี่", 1, "ที่")]
    [InlineData("ที่นี่", 2, "ที่นี่")]
    [InlineData("ที่นี่", 9, "ที่นี่")]
    [InlineData("น้ำใส", 1, "น้ำ")]
    [InlineData("👨‍👩‍👧ก", 1, "👨‍👩‍👧")]
    public void A_clip_never_cuts_a_mark_off(string text, int graphemes, string expected) =>
        Assert.Equal(expected, ThaiText.Clip(text, graphemes));

    [Fact]
    public void A_negative_clip_is_a_bug() => Assert.Throws<ArgumentOutOfRangeException>(() => ThaiText.Clip("ก", -1));

    [Fact]
    public void Normalising_twice_changes_nothing_and_leaves_NFC()
    {
        var letters =
            "กนท\u0E30\u0E31\u0E32\u0E33\u0E34\u0E35\u0E36\u0E37\u0E38\u0E39\u0E3A\u0E40\u0E41\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E4D\u0E4E\u0301e \u200B\u00A0";
        var texts = Gen.Elements(letters.ToCharArray()).ArrayOf().Select(c => new string(c)).ToArbitrary();

        Prop.ForAll(
                texts,
                text =>
                {
                    var once = ThaiText.Normalise(text);
                    return string.Equals(ThaiText.Normalise(once), once, StringComparison.Ordinal)
                        && once.IsNormalized(NormalizationForm.FormC);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }
}
