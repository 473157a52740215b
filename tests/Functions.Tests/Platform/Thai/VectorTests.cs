using System.Globalization;
using System.Text.Json;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Tests.Platform.Thai;

/// <summary>Every line of <c>thai-vectors.json</c>, grouped as the file groups them.</summary>
public sealed class VectorTests
{
    private static readonly JsonElement Vectors = Load();

    [Fact]
    public void Digits_become_ascii() => ForEach("digits", v => Assert.Equal(v[1].GetString(), ThaiDigits.ToAscii(Given(v))));

    [Fact]
    public void Numbers_are_read_or_refused() =>
        ForEach(
            "numbers",
            v =>
            {
                decimal? expected = v[1].ValueKind == JsonValueKind.Null ? null : v[1].GetDecimal();
                Assert.Equal(expected, ThaiNumber.TryParse(Given(v), out var value) ? value : null);
            }
        );

    [Fact]
    public void Dates_are_read_or_refused() => ForEach("dates", v => Assert.Equal(v[1].GetString(), Iso(ThaiDate.Parse(Given(v)))));

    [Fact]
    public void Ranges_are_read() =>
        ForEach(
            "ranges",
            v =>
            {
                var expected = new DateRange(Date(v[1]), Date(v[2]), v[3].ValueEquals("month"));
                Assert.Equal(expected, ThaiDateRange.Parse(Given(v)));
            }
        );

    [Fact]
    public void Fiscal_years_follow_october() => ForEach("fiscalYear", v => Assert.Equal(v[1].GetInt32(), FiscalYear.Of(Date(v[0]))));

    [Fact]
    public void Long_dates_are_printed() => ForEach("formatLong", v => Assert.Equal(v[1].GetString(), ThaiDate.Long(Date(v[0]))));

    [Fact]
    public void Deadlines_hold_to_the_second() =>
        ForEach(
            "deadline",
            v =>
            {
                var cutoff = TimeOnly.Parse(v.GetProperty("cutoff").GetString()!, CultureInfo.InvariantCulture);
                var due = Bangkok.EndOf(Date(v.GetProperty("date")), cutoff);
                Assert.Equal(v.GetProperty("utc").GetDateTimeOffset(), due);
                Assert.All(v.GetProperty("onTime").EnumerateArray(), at => Assert.True(Bangkok.IsInTime(at.GetDateTimeOffset(), due)));
                Assert.All(v.GetProperty("late").EnumerateArray(), at => Assert.False(Bangkok.IsInTime(at.GetDateTimeOffset(), due)));
            }
        );

    [Fact]
    public void National_ids_are_recognised() => ForEach("nationalId", v => Assert.Equal(v[1].GetBoolean(), NationalId.IsValid(Given(v))));

    [Fact]
    public void Phones_are_read_or_refused() => ForEach("phone", v => Assert.Equal(v[1].GetString(), ThaiPhone.Parse(Given(v))));

    [Fact]
    public void Text_is_normalised() => ForEach("normalise", v => Assert.Equal(v[1].GetString(), ThaiText.Normalise(Given(v))));

    [Fact]
    public void Names_of_places_are_sorted() =>
        ForEach(
            "collation",
            v =>
            {
                var names = v.GetProperty("in").EnumerateArray().Select(n => n.GetString()!).ToList();
                var sorted = v.GetProperty("out").EnumerateArray().Select(n => n.GetString()!).ToList();
                Assert.Equal(sorted, names.Order(ThaiCollation.Comparer), StringComparer.Ordinal);
                Assert.Equal(sorted, names.OrderBy(ThaiCollation.SortKey, StringComparer.Ordinal), StringComparer.Ordinal);
            }
        );

    [Fact]
    public void Document_numbers_are_read_or_refused() =>
        ForEach("docNo", v => Assert.Equal(v[1].Deserialize<DocumentNumber>(JsonSerializerOptions.Web), DocumentNumber.Parse(Given(v))));

    [Fact]
    public void Titles_are_split_from_names() =>
        ForEach("titles", v => Assert.Equal(v[1].Deserialize<ThaiName>(JsonSerializerOptions.Web), ThaiName.Parse(Given(v))));

    private static void ForEach(string group, Action<JsonElement> check) => Assert.All(Vectors.GetProperty(group).EnumerateArray(), check);

    private static string Given(JsonElement vector) => vector[0].GetString()!;

    private static DateOnly Date(JsonElement iso) => DateOnly.ParseExact(iso.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonElement Load() => JsonElement.Parse(Repository.Read("tests/Functions.Tests/Platform/Thai/thai-vectors.json"));
}
