using System.Text.Json;
using CddFunctions.Host;
using CddFunctions.Platform;
using Microsoft.Extensions.Options;

namespace CddFunctions.Tests.Platform;

public sealed class InstantConverterTests
{
    [Theory]
    [InlineData("2024-05-15T16:59:59Z", "2024-05-15T16:59:59Z")]
    [InlineData("2024-05-15T23:59:59+07:00", "2024-05-15T16:59:59Z")]
    [InlineData("2024-05-15T12:59:59-04:00", "2024-05-15T16:59:59Z")]
    [InlineData("2024-05-15T23:59:59", "2024-05-15T16:59:59Z")]
    [InlineData("2024-05-15T23:59:59.5", "2024-05-15T16:59:59.5Z")]
    [InlineData("2024-05-15T23:59", "2024-05-15T16:59:00Z")]
    [InlineData("2024-05-15", "2024-05-14T17:00:00Z")]
    // Two hours in New York and one that does not exist there: no other zone may have a say.
    [InlineData("2024-11-03T01:30:00", "2024-11-02T18:30:00Z")]
    [InlineData("2024-03-10T02:30:00", "2024-03-09T19:30:00Z")]
    [InlineData("0001-01-01T00:00:00", "0001-01-01T00:00:00Z")]
    public void An_instant_without_an_offset_is_the_time_in_Bangkok(string text, string expected)
    {
        var read = JsonSerializer.SerializeToElement(text).Deserialize<DateTimeOffset>(Json.Options);

        Assert.Equal($"\"{expected}\"", JsonSerializer.Serialize(read, Json.Options));
        Assert.Equal(TimeSpan.Zero, read.Offset);
    }

    [Theory]
    [InlineData("\"23:59\"")]
    [InlineData("\"15/05/2024\"")]
    [InlineData("\"\"")]
    [InlineData("1715792399")]
    [InlineData("null")]
    public void Anything_else_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<DateTimeOffset>(json, Json.Options));

    [Theory]
    [InlineData("2024-05-10T09:00:00+07:00")]
    [InlineData("2024-05-10T09:00:00")]
    public void The_moment_of_a_rehearsal_is_read_the_same_way(string text)
    {
        var late = Clocks.Of(new(Clock: text)).GetUtcNow() - new DateTimeOffset(2024, 5, 10, 2, 0, 0, TimeSpan.Zero);

        Assert.InRange(late, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A_clock_that_is_no_moment_ends_the_start() =>
        Assert.Throws<OptionsValidationException>(() => Clocks.Of(new(Clock: "tomorrow")));
}
