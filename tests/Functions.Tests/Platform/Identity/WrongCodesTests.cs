using System.Net;
using CddFunctions.Platform.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CddFunctions.Tests.Platform.Identity;

public sealed class WrongCodesTests
{
    private readonly FakeTimeProvider _clock = new(Tests.Http.MadeUpCampaign.Start);
    private readonly WrongCodes _wrong;

    public WrongCodesTests() => _wrong = new(_clock, NullLogger<WrongCodes>.Instance);

    [Fact]
    public void A_sender_is_slowed_after_twenty_wrong_codes_and_nobody_else_is()
    {
        Assert.DoesNotContain(true, Enumerable.Range(0, 20).Select(_ => _wrong.IsOver("roll", "guesser")));

        Assert.True(_wrong.IsOver("roll", "guesser"));
        Assert.False(_wrong.IsOver("roll", "another"));
        Assert.False(_wrong.IsOver("another roll", "guesser"));
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.False(_wrong.IsOver("roll", "guesser"));
    }

    [Fact]
    public void A_roll_is_guarded_however_many_addresses_there_are()
    {
        Assert.DoesNotContain(true, Enumerable.Range(0, 500).Select(n => _wrong.IsOver("roll", $"address {n}")));

        Assert.True(_wrong.IsOver("roll", "a fresh address"));
        Assert.False(_wrong.IsOver("another roll", "a fresh address"));
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.False(_wrong.IsOver("roll", "a fresh address"));
    }

    [Fact]
    public void All_together_are_guarded_however_many_rolls_and_addresses_there_are()
    {
        Assert.DoesNotContain(true, Enumerable.Range(0, 2000).Select(n => _wrong.IsOver($"roll {n % 10}", $"address {n}")));

        Assert.True(_wrong.IsOver("a fresh roll", "a fresh address"));
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010DB800010002")]
    public void An_address_of_the_newer_kind_is_one_sender_with_its_whole_network(string address, string sender)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);

        Assert.Equal(sender, WrongCodes.SenderOf(http));
    }
}
