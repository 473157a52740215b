using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Media;
using CddFunctions.Submissions.Uploads;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Submissions.Uploads;

public sealed class UploadLimitsTests
{
    private const long Megabyte = 1_048_576;

    [Theory]
    [InlineData(FieldKind.File, null, 50, 1)]
    [InlineData(FieldKind.Video, null, 1024, 1)]
    [InlineData(FieldKind.Images, null, 20, 20)]
    [InlineData(FieldKind.Sheet, null, 5, 1)]
    [InlineData(FieldKind.File, 1, 1, 1)]
    [InlineData(FieldKind.Video, 2000, 2000, 1)]
    public void A_kind_has_its_size_and_number_unless_the_field_says_otherwise(FieldKind kind, int? said, int megabytes, int files)
    {
        var field = Of(kind) with { MaxMegabytes = said };

        Assert.Equal(megabytes, UploadLimits.Of(field).MaxMegabytes);
        Assert.Equal(megabytes * Megabyte, UploadLimits.MaxBytes(field));
        Assert.Equal(files, UploadLimits.MaxFiles(field));
    }

    [Theory]
    [InlineData(null, null, 20)]
    [InlineData(2, null, 2)]
    [InlineData(null, 4, 4)]
    [InlineData(2, 4, 4)]
    public void An_exact_number_of_files_comes_before_the_most(int? most, int? exact, int files) =>
        Assert.Equal(files, UploadLimits.MaxFiles(Of(FieldKind.Images) with { MaxItems = most, ExactItems = exact }));

    [Theory]
    [InlineData(FieldKind.File, new[] { MediaType.Pdf })]
    [InlineData(FieldKind.Video, new[] { MediaType.Mp4, MediaType.Mov })]
    [InlineData(FieldKind.Images, new[] { MediaType.Jpeg, MediaType.Png })]
    [InlineData(FieldKind.Sheet, new[] { MediaType.Xlsx })]
    [InlineData(FieldKind.Text, new MediaType[0])]
    public void A_kind_takes_its_types_of_file(FieldKind kind, MediaType[] types) => Assert.Equal(types, UploadLimits.Of(Of(kind)).Types);

    [Theory]
    [InlineData("A4", true)]
    [InlineData("A3", false)]
    [InlineData("a4", false)]
    [InlineData(null, false)]
    public void Pages_paper_and_seconds_are_those_of_the_field(string? page, bool a4)
    {
        var limits = UploadLimits.Of(Of(FieldKind.File) with { MaxPages = 10, MaxSeconds = 300, Page = page });

        Assert.Equal((10, 300, a4), (limits.MaxPages, limits.MaxSeconds, limits.A4Only));
    }

    [Theory]
    [InlineData(new FieldKind[0], 5)]
    [InlineData(new[] { FieldKind.Text, FieldKind.Table }, 5)]
    [InlineData(new[] { FieldKind.Images }, 20)]
    [InlineData(new[] { FieldKind.Images, FieldKind.File, FieldKind.Sheet }, 50)]
    [InlineData(new[] { FieldKind.Video, FieldKind.File }, 1024)]
    public void The_largest_of_a_campaign_is_that_of_its_largest_file_field(FieldKind[] kinds, int megabytes)
    {
        var definition = MadeUpCampaign.Launched().Definition;
        var forms = kinds.Select((kind, i) => new Form($"f-{i}", "ก", "A", FieldsBasis.Proposed, Signature.NotRequired, [Of(kind)], []));

        Assert.Equal(megabytes * Megabyte, UploadLimits.Largest(definition with { Forms = [.. forms] }));
    }

    private static Field Of(FieldKind kind) => new("f", kind, "ก", "A", []);
}
