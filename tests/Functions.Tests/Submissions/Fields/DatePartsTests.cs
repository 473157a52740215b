using CddFunctions.Submissions.Fields;

namespace CddFunctions.Tests.Submissions.Fields;

public sealed class DatePartsTests
{
    [Theory]
    [InlineData("2021-03-23", "23", "3", "2564")]
    [InlineData("๒๓ มีนาคม ๒๕๖๔", "23", "3", "2564")]
    [InlineData("23/3/64", "23", "3", "64")]
    [InlineData("31/2/2567", "31", "2", "2567")]
    [InlineData("/3/", "", "3", "")]
    [InlineData("มะรืนนี้", "มะรืนนี้", "", "")]
    [InlineData("", "", "", "")]
    [InlineData(null, "", "", "")]
    public void A_value_is_shown_in_its_parts_and_what_is_no_date_as_it_was_typed(string? value, string day, string month, string year) =>
        Assert.Equal(new DateParts(day, month, year), DateParts.Of(value));

    [Theory]
    [InlineData("23", "3", "2564", "23/3/2564")]
    [InlineData("๒๓", "3", "2021", "2021-03-23")]
    [InlineData("29", "2", "2024", "2024-02-29")]
    [InlineData("29", "2", "2023", "29/2/2023")] // no such day: kept as typed, refused by the field
    [InlineData("1", "1", "1899", "1/1/1899")]
    [InlineData("1", "1", "1900", "1900-01-01")]
    [InlineData("1", "1", "2400", "1/1/2400")]
    [InlineData(" ", "", "", null)]
    [InlineData("23 มี.ค. 64", "", "", "23 มี.ค. 64")]
    public void Parts_are_one_value_with_a_year_of_either_era(string day, string month, string year, string? value) =>
        Assert.Equal(value, new DateParts(day, month, year).Join());
}
