using System.Reflection;
using CddFunctions.Reporting.Datasets;
using CddFunctions.Reporting.Excel;

namespace CddFunctions.Reporting.Tests.Datasets;

public sealed class DatasetCatalogueTests
{
    private const string Thai = @"[\u0E01-\u0E5B]";

    public static TheoryData<string, string> Columns => new(DatasetCatalogue.All.SelectMany(d => d.Columns, (d, c) => (d.Name, c.Name)));

    [Theory]
    [MemberData(nameof(Columns))]
    public void Every_column_says_in_both_languages_what_it_is(string table, string name)
    {
        var column = Find(table).Columns.Single(c => c.Name == name);

        Assert.Matches("^[a-z][a-zA-Z]*$", column.Name);
        Assert.All([column.Title.Th, column.Meaning.Th], th => Assert.Matches(Thai, th));
        Assert.All([column.Title.En, column.Meaning.En], en => Assert.DoesNotMatch(Thai, en[..1]));
        Assert.NotEqual(column.Title.Th, column.Meaning.Th);
        Assert.InRange(column.Width, 8, 60);
    }

    [Fact]
    public void A_stream_without_a_table_does_not_exist()
    {
        var streamed = typeof(DatasetRows)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(p => p.PropertyType.GetGenericArguments()[0].GetCustomAttribute<DatasetAttribute>()!.Name);

        Assert.Equal(streamed, DatasetCatalogue.All.Select(d => d.Name));
    }

    [Fact]
    public void Names_and_tabs_are_unique_and_fit_excel()
    {
        Assert.All(
            DatasetCatalogue.All,
            d =>
            {
                Assert.Matches("^[a-z]+(_[a-z]+)*$", d.Name);
                Assert.InRange(d.Title.Th.Length, 1, ExcelLimits.SheetNameLength);
                Assert.DoesNotMatch(@"[\[\]:*?/\\']", d.Title.Th);
                Assert.Distinct(d.Columns.Select(c => c.Name), StringComparer.OrdinalIgnoreCase);
            }
        );
        Assert.Distinct([TitleSheet.Name, SummarySheet.Name, DictionarySheet.Name, .. DatasetCatalogue.All.Select(d => d.Title.Th)]);
    }

    [Fact]
    public void Only_texts_are_personal_because_the_mask_is_a_text() =>
        Assert.All(
            DatasetCatalogue.All.SelectMany(d => d.Columns).Where(c => c.Personal),
            c => Assert.True(c.Kind is ColumnKind.Text or ColumnKind.Code, c.Name)
        );

    [Fact]
    public void Names_phones_villages_and_free_reasons_are_personal()
    {
        Assert.Equal(["title", "given", "family", "village", "phone", "reason"], PersonalOf("roster_entries"));
        Assert.Equal(["name"], PersonalOf("roster_changes"));
        Assert.Equal(["reason"], PersonalOf("submissions"));
    }

    private static IEnumerable<string> PersonalOf(string table) => Find(table).Columns.Where(c => c.Personal).Select(c => c.Name);

    private static Dataset Find(string table) => DatasetCatalogue.All.Single(d => d.Name == table);
}
