using System.Security.Cryptography;
using CddFunctions.Ballots.Roll;

namespace CddFunctions.Tests.Ballots.Roll;

public sealed class VoterCodeTests
{
    private const string Alphabet = "23456789ACEFHJKMNPRTWXY";

    [Fact]
    public void A_code_has_twelve_characters_that_are_not_taken_for_one_another()
    {
        var codes = Enumerable.Range(0, 500).Select(_ => New()).ToList();

        Assert.All(codes, c => Assert.True(c.Length == 12 && c.All(x => Alphabet.Contains(x))));
        Assert.Equal(500, codes.Distinct().Count());
        Assert.All(codes, c => Assert.Equal(c, VoterCode.Normalise(c)));
    }

    [Fact]
    public void Every_single_wrong_character_is_found()
    {
        var code = New();
        for (var i = 0; i < code.Length; i++)
        {
            foreach (var other in Alphabet.Where(c => c != code[i]))
                Assert.Null(VoterCode.Normalise($"{code[..i]}{other}{code[(i + 1)..]}"));
        }
    }

    [Fact]
    public void Every_two_characters_that_were_swapped_are_found()
    {
        var code = New();
        for (var i = 0; i < code.Length; i++)
        {
            for (var j = i + 1; j < code.Length; j++)
            {
                var swapped = code.ToCharArray();
                (swapped[i], swapped[j]) = (swapped[j], swapped[i]);
                if (code[i] != code[j])
                    Assert.Null(VoterCode.Normalise(new string(swapped)));
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("O0O0-O0O0-O0O0")]
    [InlineData("ก")]
    public void What_is_no_code_is_null(string? text) => Assert.Null(VoterCode.Normalise(text));

    [Fact]
    public void A_code_may_be_typed_small_in_groups_and_with_Thai_digits()
    {
        var code = VoterCode.From([0x3a, 0x51, 0x77, 0x01, 0x99, 0x42, 0x18, 0x6c]);
        var typed = string.Concat(
            $" {VoterCode.Show(code).ToLowerInvariant()} ".Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '๐') : c)
        );

        Assert.Equal(code, VoterCode.Normalise(typed));
    }

    private static string New() => VoterCode.From(RandomNumberGenerator.GetBytes(8));
}
