using CddFunctions.Platform.Thai;

namespace CddFunctions.Tests.Platform.Thai;

public sealed class ThaiDateTests
{
    private static readonly DateOnly Tuesday = new(2021, 3, 23);

    [Theory]
    [InlineData("23 มีนาคม พ.ศ. 2564")]
    [InlineData("23 มีนาคม พ.ศ.2564")]
    [InlineData("23 มีนาคม พ. ศ. 2564")]
    [InlineData("23 มีนาคม พศ 2564")]
    [InlineData("23 มีนาคม พุทธศักราช 2564")]
    [InlineData("23 มีนาคม ปี พ.ศ. 2564")]
    [InlineData("๒๓ มี.ค. ๖๔")]
    [InlineData("๒๓ มี.ค.๖๔")]
    [InlineData("๒๓มี.ค.๖๔")]
    [InlineData("๒๓ มีค ๖๔")]
    [InlineData("๒๓ มี. ค. ๖๔")]
    [InlineData("๒๓ มี.ค ๒๕๖๔")]
    [InlineData("๒๓ มีนา ๖๔")]
    [InlineData("23 มีนาคม 64")]
    [InlineData("วันอังคารที่ ๒๓ มีนาคม ๒๕๖๔")]
    [InlineData("วันอังคารที่๒๓มีนาคม๒๕๖๔")]
    [InlineData("วันอังคารที่ ๒๓ เดือนมีนาคม พุทธศักราช ๒๕๖๔")]
    [InlineData("วันอังคาร ที่ ๒๓ เดือน มีนาคม พ.ศ. ๒๕๖๔")]
    [InlineData("อังคาร 23 มี.ค. 2564")]
    [InlineData("วันอังคาร, 23 มีนาคม 2564")]
    [InlineData("อ. 23 มี.ค. 64")]
    [InlineData("ที่ 23 มีนาคม 2564")]
    [InlineData("วันที่ 23 มีนาคม 2564")]
    [InlineData("วันที่ 23 เดือน 3 พ.ศ. 2564")]
    [InlineData("23/03/2564")]
    [InlineData("23/3/64")]
    [InlineData("23-3-2564")]
    [InlineData("23–3–2564")]
    [InlineData("23.03.2564")]
    [InlineData("23 / 3 / 2564")]
    [InlineData("23-มี.ค.-64")]
    [InlineData("วันอังคารที่ 23/03/2564")]
    [InlineData("  ๒๓\u00A0มีนาคม\u200B ๒๕๖๔ ")]
    [InlineData("2๓ มีนาคม 256๔")]
    public void A_printed_date_is_read(string text) => Assert.Equal(Tuesday, ThaiDate.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("วันจันทร์ที่ ๒๓ มีนาคม ๒๕๖๔")]
    [InlineData("จ. 23 มี.ค. 2564")]
    [InlineData("๒๓ มีนาคม ๒๐๒๑")]
    [InlineData("23 มีนาคม ค.ศ. 2021")]
    [InlineData("23/03/2021")]
    [InlineData("2564-03-23")]
    [InlineData("2021-03-23")]
    [InlineData("2564/03/23")]
    [InlineData("23/03-2564")]
    [InlineData("23//03/2564")]
    [InlineData("03/23/2564")]
    [InlineData("๒๙ กุมภาพันธ์ ๒๕๖๔")]
    [InlineData("31 เมษายน 2564")]
    [InlineData("32 มีนาคม 2564")]
    [InlineData("0 มีนาคม 2564")]
    [InlineData("023 มีนาคม 2564")]
    [InlineData("23/0/2564")]
    [InlineData("23/13/2564")]
    [InlineData("23 มีนาคม")]
    [InlineData("มีนาคม 2564")]
    [InlineData("23 มีนาคม 564")]
    [InlineData("23 มีนาคม 25640")]
    [InlineData("23 มีนาคม พ.ศ.")]
    [InlineData("23 มีนาคม 2564 น.")]
    [InlineData("ลงวันที่ 23 มีนาคม 2564")]
    [InlineData("23 March 2564")]
    [InlineData("วันอังคาร มีนาคม 2564")]
    [InlineData("23 2564")]
    [InlineData("23 มีนาคม -2564")]
    [InlineData("23 มีนาคม มีนาคม 2564")]
    [InlineData("พ.ศ. 23 มีนาคม 2564")]
    public void Anything_else_is_refused(string? text) => Assert.Null(ThaiDate.Parse(text));

    [Fact]
    public void Years_are_read_from_2400_to_2942_and_no_further()
    {
        Assert.Null(ThaiDate.Parse("1 เมษายน 2399"));
        Assert.Equal(new(1857, 4, 1), ThaiDate.Parse("1 เมษายน 2400"));
        Assert.Equal(new(2399, 12, 31), ThaiDate.Parse("31/12/2942"));
        Assert.Null(ThaiDate.Parse("1/1/2943"));
    }

    [Fact]
    public void The_first_quarter_before_2484_is_refused_because_the_year_began_in_april()
    {
        Assert.Null(ThaiDate.Parse("31 มีนาคม 2483"));
        Assert.Equal(new(1932, 6, 24), ThaiDate.Parse("24 มิถุนายน 2475"));
        Assert.Equal(new(1941, 1, 1), ThaiDate.Parse("1 มกราคม 2484"));
    }

    [Theory]
    [InlineData("2021-03-23")]
    [InlineData("๒๐๒๑-๐๓-๒๓")]
    [InlineData("๒๓ มีนาคม ๒๕๖๔")]
    public void Either_calendar_is_read_where_both_are_asked_for(string text) => Assert.Equal(Tuesday, ThaiDate.ParseAny(text));

    [Theory]
    [InlineData("2564-03-23")]
    [InlineData("2400-01-01")]
    [InlineData("2021-3-23")]
    [InlineData("2021-02-29")]
    [InlineData("2021-03-23T00:00:00")]
    [InlineData("23/03/2021")]
    [InlineData(null)]
    public void Iso_text_has_a_CE_year_and_nothing_else(string? text) => Assert.Null(ThaiDate.ParseAny(text));

    [Fact]
    public void Iso_years_end_before_the_first_Buddhist_year() => Assert.Equal(new(2399, 12, 31), ThaiDate.ParseAny("2399-12-31"));

    [Fact]
    public void A_date_is_printed_in_every_form()
    {
        Assert.Equal("วันอังคารที่ ๒๓ มีนาคม พ.ศ. ๒๕๖๔", ThaiDate.Long(Tuesday));
        Assert.Equal("วันอังคารที่ 23 มีนาคม พ.ศ. 2564", ThaiDate.Long(Tuesday, thaiDigits: false));
        Assert.Equal("๒๓ มีนาคม ๒๕๖๔", ThaiDate.Letter(Tuesday));
        Assert.Equal("๒๓ มี.ค. ๖๔", ThaiDate.Short(Tuesday));
        Assert.Equal("23/03/2564", ThaiDate.Numeric(Tuesday));
        Assert.Equal("๒๓/๐๓/๒๕๖๔", ThaiDate.Numeric(Tuesday, thaiDigits: true));
        Assert.Equal("Tue 23 Mar 2021", ThaiDate.English(Tuesday));
    }

    [Fact]
    public void A_short_year_is_never_read_as_another_century()
    {
        Assert.Equal("1 ม.ค. 00", ThaiDate.Short(new(1957, 1, 1), thaiDigits: false));
        Assert.Equal("31 ธ.ค. 99", ThaiDate.Short(new(2056, 12, 31), thaiDigits: false));
        Assert.Equal("31 ธ.ค. 2499", ThaiDate.Short(new(1956, 12, 31), thaiDigits: false));
        Assert.Equal("1 ม.ค. 2600", ThaiDate.Short(new(2057, 1, 1), thaiDigits: false));
    }

    [Fact]
    public void Every_date_from_1950_to_2100_is_read_back_from_every_form()
    {
        for (var date = new DateOnly(1950, 1, 1); date.Year <= 2100; date = date.AddDays(1))
        {
            var thaiDigits = date.DayNumber % 2 == 0;
            Assert.Equal(date, ThaiDate.Parse(ThaiDate.Long(date, thaiDigits)));
            Assert.Equal(date, ThaiDate.Parse(ThaiDate.Letter(date, thaiDigits)));
            Assert.Equal(date, ThaiDate.Parse(ThaiDate.Short(date, thaiDigits)));
            Assert.Equal(date, ThaiDate.Parse(ThaiDate.Numeric(date, thaiDigits)));
        }
    }
}
