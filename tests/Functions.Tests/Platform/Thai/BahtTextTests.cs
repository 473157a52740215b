using CddFunctions.Platform.Thai;
using FsCheck;
using FsCheck.Fluent;

namespace CddFunctions.Tests.Platform.Thai;

public sealed class BahtTextTests
{
    public static TheoryData<decimal, string> Printed =>
        new()
        {
            { 0m, "ศูนย์บาทถ้วน" },
            { 1m, "หนึ่งบาทถ้วน" },
            { 2m, "สองบาทถ้วน" },
            { 10m, "สิบบาทถ้วน" },
            { 11m, "สิบเอ็ดบาทถ้วน" },
            { 20m, "ยี่สิบบาทถ้วน" },
            { 21m, "ยี่สิบเอ็ดบาทถ้วน" },
            { 31m, "สามสิบเอ็ดบาทถ้วน" },
            { 100m, "หนึ่งร้อยบาทถ้วน" },
            { 101m, "หนึ่งร้อยเอ็ดบาทถ้วน" },
            { 111m, "หนึ่งร้อยสิบเอ็ดบาทถ้วน" },
            { 1_001m, "หนึ่งพันเอ็ดบาทถ้วน" },
            { 100_000m, "หนึ่งแสนบาทถ้วน" },
            { 269_000m, "สองแสนหกหมื่นเก้าพันบาทถ้วน" },
            { 999_999m, "เก้าแสนเก้าหมื่นเก้าพันเก้าร้อยเก้าสิบเก้าบาทถ้วน" },
            { 1_000_000m, "หนึ่งล้านบาทถ้วน" },
            { 1_000_001m, "หนึ่งล้านเอ็ดบาทถ้วน" },
            { 11_000_000m, "สิบเอ็ดล้านบาทถ้วน" },
            { 21_000_021m, "ยี่สิบเอ็ดล้านยี่สิบเอ็ดบาทถ้วน" },
            { 1_000_000_000_000m, "หนึ่งล้านล้านบาทถ้วน" },
            { 1_000_001_000_000m, "หนึ่งล้านเอ็ดล้านบาทถ้วน" },
            { 0.01m, "หนึ่งสตางค์" },
            { 0.5m, "ห้าสิบสตางค์" },
            { 1.11m, "หนึ่งบาทสิบเอ็ดสตางค์" },
            { 1_793.33m, "หนึ่งพันเจ็ดร้อยเก้าสิบสามบาทสามสิบสามสตางค์" },
            { 0.004m, "ศูนย์บาทถ้วน" },
            { -0.004m, "ศูนย์บาทถ้วน" },
            { 0.005m, "หนึ่งสตางค์" },
            { -0.005m, "ลบหนึ่งสตางค์" },
            { 1.995m, "สองบาทถ้วน" },
            { -21m, "ลบยี่สิบเอ็ดบาทถ้วน" },
        };

    [Theory]
    [MemberData(nameof(Printed))]
    public void An_amount_is_printed_in_words(decimal amount, string words) => Assert.Equal(words, BahtText.Format(amount));

    public static TheoryData<string, decimal> Read =>
        new()
        {
            { "แสน", 100_000m },
            { "หนึ่งแสน", 100_000m },
            { "แสนบาทถ้วน", 100_000m },
            { "สองแสนหกหมื่นเก้าพัน", 269_000m },
            { "(สองแสนหกหมื่นเก้าพันบาทถ้วน)", 269_000m },
            { "สองแสน หกหมื่น เก้าพัน บาท ถ้วน", 269_000m },
            { "ล้านบาท", 1_000_000m },
            { "ล้านหนึ่งแสน", 1_100_000m },
            { "ร้อยเอ็ดบาท", 101m },
            { "หนึ่งร้อยหนึ่งบาท", 101m },
            { "ศูนย์บาทห้าสิบสตางค์", 0.5m },
            { "ลบห้าบาท", -5m },
            { "เก้าสิบเก้าสตางค์", 0.99m },
        };

    [Theory]
    [MemberData(nameof(Read))]
    public void Looser_words_are_read_too(string words, decimal amount) => Assert.Equal(amount, BahtText.Parse(words));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("บาทถ้วน")]
    [InlineData("บาท")]
    [InlineData("ถ้วน")]
    [InlineData("ลบ")]
    [InlineData("269,000 บาท")]
    [InlineData("เอ็ดบาท")]
    [InlineData("สิบหนึ่งบาท")]
    [InlineData("สองสิบบาท")]
    [InlineData("หนึ่งสิบบาท")]
    [InlineData("ยี่ร้อยบาท")]
    [InlineData("สิบร้อยบาท")]
    [InlineData("หกหมื่นสองแสนบาท")]
    [InlineData("สองร้อยสามร้อยบาท")]
    [InlineData("สองสามบาท")]
    [InlineData("ศูนย์ล้านบาท")]
    [InlineData("ห้าบาทถ้วนห้าสตางค์")]
    [InlineData("หนึ่งร้อยสตางค์")]
    [InlineData("ศูนย์สตางค์")]
    [InlineData("ห้าบาทห้า")]
    [InlineData("(ห้าบาท")]
    [InlineData("ห้าบาท)")]
    [InlineData("ลบลบห้าบาท")]
    [InlineData("หนึ่งแสนล้านล้านล้านล้านล้านบาท")]
    [InlineData(
        "เจ็ดหมื่นเก้าพันสองร้อยยี่สิบแปดล้านหนึ่งแสนหกหมื่นสองพันห้าร้อยสิบสี่ล้านสองแสนหกหมื่นสี่พันสามร้อยสามสิบเจ็ดล้านห้าแสนเก้าหมื่นสามพันห้าร้อยสี่สิบสามล้านเก้าแสนห้าหมื่นสามร้อยสามสิบหก"
    )]
    public void Anything_else_is_refused(string? words) => Assert.Null(BahtText.Parse(words));

    [Fact]
    public void The_largest_amounts_are_read_back()
    {
        Assert.Equal(decimal.MaxValue, BahtText.Parse(BahtText.Format(decimal.MaxValue)));
        Assert.Equal(decimal.MinValue, BahtText.Parse(BahtText.Format(decimal.MinValue)));
    }

    [Fact]
    public void What_is_printed_is_read_back()
    {
        Prop.ForAll<decimal>(amount =>
                Assert.Equal(decimal.Round(amount, 2, MidpointRounding.AwayFromZero), BahtText.Parse(BahtText.Format(amount)))
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

        var satang = Gen.Choose(0, int.MaxValue).SelectMany(a => Gen.Choose(0, 100_000).Select(b => ((decimal)a * b) / 100));
        Prop.ForAll(satang.ToArbitrary(), amount => BahtText.Parse(BahtText.Format(amount)) == amount)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }
}
