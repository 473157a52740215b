using CddFunctions.Platform.Media;
using static CddFunctions.Tests.Platform.Media.BoxMaker;

namespace CddFunctions.Tests.Platform.Media;

public sealed class VideoInspectorTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly byte[] NoMedia = Box("mdat");

    [Theory]
    [InlineData("mp4", "", MediaType.Mp4)]
    [InlineData("mp4", "-movflags +faststart", MediaType.Mp4)]
    [InlineData("mp4", "-movflags frag_keyframe+empty_moov", MediaType.Mp4)]
    [InlineData("mp4", "-movflags frag_keyframe+empty_moov+default_base_moof", MediaType.Mp4)]
    [InlineData("mp4", "-movflags frag_keyframe+empty_moov+dash+global_sidx", MediaType.Mp4)]
    [InlineData("mp4", "-movflags frag_keyframe -frag_duration 7000000", MediaType.Mp4)]
    [InlineData("mov", "", MediaType.Mov)]
    [InlineData("mov", "-movflags frag_keyframe+empty_moov", MediaType.Mov)]
    public void Three_hundred_and_three_hundred_and_one_seconds_are_told_apart(string extension, string options, MediaType type)
    {
        var arguments = options.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var seconds in new[] { 300, 301 })
        {
            var file = workshop.Video(extension, seconds, arguments);

            Assert.Equal(new MediaFacts(type, file.Length, Duration: TimeSpan.FromSeconds(seconds)), Workshop.Measure(file));
        }
    }

    [Fact]
    public void The_longest_track_counts_to_the_millisecond()
    {
        string[] sound = ["-f", "lavfi", "-i", "sine=duration=3.456:sample_rate=8000"];
        string[] picture = ["-f", "lavfi", "-i", "testsrc=size=16x16:rate=25:duration=2.48", "-c:v", "mpeg4"];

        Assert.Equal(TimeSpan.FromMilliseconds(2480), Workshop.Measure(workshop.Ffmpeg("mp4", picture)).Duration);
        var both = Workshop.Measure(workshop.Ffmpeg("mov", [.. sound, .. picture, "-c:a", "pcm_s16le"])).Duration;
        Assert.Equal(TimeSpan.FromMilliseconds(3456), both);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-movflags +faststart")]
    [InlineData("-movflags frag_keyframe+empty_moov")]
    public void A_video_cut_off_anywhere_is_refused(string options)
    {
        var whole = workshop.Video("mp4", 20, options.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        for (var tenth = 1; tenth < 10; tenth++)
            Assert.Equal("broken-file", Code(whole[..((whole.Length * tenth / 10) + 1)]));
    }

    [Fact]
    public void Sound_alone_is_no_video()
    {
        string[] sound = ["-f", "lavfi", "-i", "sine=duration=3"];

        Assert.Equal("no-video-track", Code(workshop.Ffmpeg("mp4", sound)));
        Assert.Equal("wrong-file-type", Code(workshop.Ffmpeg("m4a", sound)));
    }

    [Fact]
    public void An_old_MOV_without_a_brand_is_a_MOV()
    {
        byte[] file = [.. Box("wide"), .. NoMedia, .. Box("moov", Mvhd(600, 1200), Track(1200, 600, 1200))];

        Assert.Equal(new MediaFacts(MediaType.Mov, file.Length, Duration: TimeSpan.FromSeconds(2)), Workshop.Measure(file));
    }

    [Fact]
    public void Lengths_and_sizes_of_64_bits_are_read()
    {
        var moov = LongBox("moov", [.. LongMvhd(1_000_000, 7_000_000_000_001 / 1000), .. Track(0, 0, 0)]);

        Assert.Equal(TimeSpan.FromSeconds(7_000), Workshop.Measure([.. Ftyp, .. moov, .. NoMedia]).Duration);
    }

    [Fact]
    public void A_header_cannot_make_the_media_shorter_but_an_edit_list_can()
    {
        Assert.Equal(400, Seconds(Mvhd(1000, 10_000), Track(10_000, 90_000, 400 * 90_000)));
        Assert.Equal(400, Seconds(Mvhd(1000, 10_000), Track(10_000, 100, 1000, samples: Samples(10, 100, 100, 390))));
        Assert.Equal(290, Seconds(Mvhd(1000, 290_000), Track(290_000, 90_000, 400 * 90_000, Edits(290_000))));
        Assert.Equal(310, Seconds(Mvhd(1000, 290_000), Track(290_000, 90_000, 400 * 90_000, Edits(300_000, 10_000))));
    }

    [Fact]
    public void Tracks_that_are_neither_picture_nor_sound_do_not_count() =>
        Assert.Equal(10, Seconds(Mvhd(1000, 10_000), Track(10_000, 1000, 10_000), Track(99_000, 1000, 99_000, kind: "text")));

    [Fact]
    public void Subtitles_that_run_on_do_not_make_a_video_longer()
    {
        var words = workshop.NewPath("srt");
        File.WriteAllText(words, "1\n00:00:00,000 --> 00:00:02,000\nก\n\n2\n00:00:28,000 --> 00:00:30,000\nข\n");
        string[] picture = ["-f", "lavfi", "-i", "testsrc=size=16x16:rate=5:duration=10", "-i", words];
        string[] whole = ["-c:v", "mpeg4", "-c:s", "mov_text"];

        Assert.Equal(10, Seconds(workshop.Ffmpeg("mp4", [.. picture, .. whole])));
        Assert.Equal(10, Seconds(workshop.Ffmpeg("mp4", [.. picture, .. whole, "-movflags", "frag_keyframe+empty_moov"])));
    }

    [Theory]
    [InlineData(0u, 1000u)]
    [InlineData(uint.MaxValue, 1000u)]
    [InlineData(5000u, 0u)]
    [InlineData(4_000_000_000u, 1u)]
    public void A_length_that_is_unknown_or_absurd_is_unmeasurable(uint length, uint scale) =>
        Assert.Equal("unmeasurable-video", Code([.. Ftyp, .. Box("moov", Mvhd(scale, length), Track(length, scale, length)), .. NoMedia]));

    [Fact]
    public void Fragments_take_sample_lengths_from_the_sample_the_fragment_or_the_file()
    {
        var mvex = Box("mvex", Box("trex", U32(0), U32(1), U32(1), U32(1000), U32(0), U32(0)));
        var moov = Box("moov", Mvhd(1000, 0), Track(0, 1000, 0), mvex);
        var byFile = Fragment(Box("tfhd", U32(0), U32(1)), Box("trun", U32(0), U32(5)));
        var byFragment = Fragment(
            Box("tfhd", U32(0x0B), U32(1), U64(0), U32(1), U32(2000)),
            Box("trun", U32(0x05), U32(5), U32(0), U32(0))
        );
        var bySample = Fragment(
            Box("tfhd", U32(0x08), U32(1), U32(9)),
            Box("trun", U32(0x300), U32(2), U32(3000), U32(77), U32(4000), U32(77))
        );
        var other = Fragment(Box("tfhd", U32(0), U32(2)), Box("trun", U32(0), U32(1_000_000)));

        Assert.Equal(22, Seconds([.. Ftyp, .. moov, .. byFile, .. byFragment, .. bySample, .. other]));
    }

    [Fact]
    public void Stated_fragment_length_and_segment_index_are_used_when_there_is_nothing_better()
    {
        var stated = Box("moov", Mvhd(1000, 0), Track(0, 1000, 0), Box("mvex", Box("mehd", U32(0), U32(65_000))));
        var open = Box("moov", Mvhd(1000, 0), Track(0, 1000, 0));
        var index = Box(
            "sidx",
            U32(0),
            U32(1),
            U32(1000),
            U32(0),
            U32(0),
            U32(3),
            U32(100),
            U32(30_000),
            U32(0),
            U32(100),
            U32(12_000),
            U32(0),
            U32(0x80000064),
            U32(99_000),
            U32(0)
        );

        Assert.Equal(65, Seconds([.. Ftyp, .. stated]));
        Assert.Equal(42, Seconds([.. Ftyp, .. open, .. index]));
    }

    [Fact]
    public void A_fragment_that_claims_more_samples_than_it_holds_is_broken() =>
        Assert.Equal(
            "broken-file",
            Code([
                .. Ftyp,
                .. Box("moov", Mvhd(1000, 0), Track(0, 1000, 0)),
                .. Fragment(Box("tfhd", U32(0), U32(1)), Box("trun", U32(0x100), U32(uint.MaxValue), U32(1))),
            ])
        );

    [Theory]
    [InlineData(4u)]
    [InlineData(0xFFFFFFF0u)]
    public void A_box_of_an_impossible_size_is_broken(uint size) =>
        Assert.Equal("broken-file", Code([.. Ftyp, .. U32(size), .. "mdat"u8, .. Box("moov", Mvhd(1000, 1000), Track(1000, 1000, 1000))]));

    [Fact]
    public void Photographs_in_the_same_container_are_not_videos() =>
        Assert.Equal("wrong-file-type", Code([.. Box("ftyp", "heic"u8.ToArray(), U32(0)), .. Box("meta", U32(0))]));

    private static byte[] Fragment(byte[] tfhd, byte[] trun) => Box("moof", Box("mfhd", U32(0), U32(1)), Box("traf", tfhd, trun));

    private static double? Seconds(params IEnumerable<byte[]> moov) => Seconds([.. Ftyp, .. Box("moov", moov), .. NoMedia]);

    private static double? Seconds(byte[] file) => Workshop.Measure(file).Duration?.TotalSeconds;

    private static string? Code(byte[] file) => Workshop.Measure(file).Fault?.Code;
}
