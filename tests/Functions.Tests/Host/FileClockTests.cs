using CddFunctions.Host;
using Microsoft.Extensions.Options;

namespace CddFunctions.Tests.Host;

public sealed class FileClockTests : IDisposable
{
    private static readonly DateTimeOffset Moment = new(2024, 5, 10, 2, 0, 0, TimeSpan.Zero);

    private readonly string _file = Path.GetTempFileName();

    [Theory]
    [InlineData("2024-05-10T09:00:00+07:00\n", "2024-05-10T02:00:00Z")]
    [InlineData("2024-05-10T02:00:00Z", "2024-05-10T02:00:00Z")]
    [InlineData(" 2024-05-10T02:00:00.25Z ", "2024-05-10T02:00:00.25Z")]
    [InlineData("2024-05-10T09:00:00.1234567+07:00", "2024-05-10T02:00:00.1234567Z")]
    public void It_shows_the_moment_of_the_file_in_UTC(string text, string moment)
    {
        Write(text);

        var now = new FileClock(_file).GetUtcNow();

        Assert.Equal((DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero), (now, now.Offset));
    }

    /// <summary>Thousands within one tick of the file system: a time stamp would not tell them apart.</summary>
    [Fact]
    public void Each_question_after_a_write_gets_what_was_written()
    {
        Write(Text(Moment));
        var clock = new FileClock(_file);

        for (var i = 0; i < 2000; i++)
        {
            Write(Text(Moment.AddSeconds(i)));
            Assert.Equal(Moment.AddSeconds(i), clock.GetUtcNow());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("2024-05-1")]
    [InlineData("2024-05-11")]
    [InlineData("2024-05-11T09:00:00")]
    [InlineData("10 พ.ค. 2567")]
    public void What_is_no_moment_with_an_offset_changes_nothing_and_is_refused_at_a_start(string text)
    {
        Write(Text(Moment));
        var clock = new FileClock(_file);

        Write(text);

        Assert.Equal(Moment, clock.GetUtcNow());
        Assert.Contains(_file, Assert.Throws<OptionsValidationException>(() => new FileClock(_file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_gone_for_a_moment_changes_nothing()
    {
        Write(Text(Moment));
        var clock = new FileClock(_file);

        File.Delete(_file);

        Assert.Equal(Moment, clock.GetUtcNow());
    }

    [Fact]
    public void The_clock_is_the_one_that_was_asked_for()
    {
        Write(Text(Moment));

        Assert.False(Clocks.Of(new()).IsRehearsal());
        Assert.True(Clocks.Of(new(Clock: Text(Moment))).IsRehearsal());
        Assert.True(Clocks.Of(new(ClockFile: _file)).IsRehearsal());
        Assert.Throws<OptionsValidationException>(() => Clocks.Of(new(Clock: Text(Moment), ClockFile: _file)));
    }

    public void Dispose() => File.Delete(_file);

    private void Write(string text) => File.WriteAllText(_file, text);

    private static string Text(DateTimeOffset moment) => moment.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
