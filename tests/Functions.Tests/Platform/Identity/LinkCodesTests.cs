using System.Security.Cryptography;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;
using Microsoft.Extensions.Options;

namespace CddFunctions.Tests.Platform.Identity;

public sealed class LinkCodesTests
{
    private static readonly LinkCodes Codes = Of('a');

    [Fact]
    public void A_code_leads_back_to_its_link_however_it_is_typed()
    {
        for (var n = 0; n < 200; n++)
        {
            var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
            var code = Codes.Show("rayong", Link(id))!;

            Assert.Matches("^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$", code);
            Assert.Equal(id, Codes.IdOf("rayong", $" {code.Replace('-', ' ').ToLowerInvariant()}"));
        }
    }

    [Theory]
    [InlineData("0000000000000000")]
    [InlineData("ffffffffffffffff")]
    public void Ids_at_both_ends_have_a_code(string id) => Assert.Equal(id, Codes.IdOf("rayong", Codes.Show("rayong", Link(id))));

    [Fact]
    public void Neighbouring_ids_another_programme_and_another_secret_have_nothing_in_common()
    {
        string[] codes =
        [
            Codes.Show("rayong", Link("0000000000000001"))!,
            Codes.Show("rayong", Link("0000000000000002"))!,
            Codes.Show("phayao", Link("0000000000000001"))!,
            Of('b').Show("rayong", Link("0000000000000001"))!,
        ];

        Assert.All(
            codes.SelectMany((a, i) => codes.Skip(i + 1).Select(b => a.Zip(b).Count(p => p.First == p.Second && p.First != '-'))),
            same => Assert.True(same < 8)
        );
        Assert.NotEqual("0000000000000001", Codes.IdOf("phayao", codes[0]));
    }

    [Theory]
    [InlineData(CallerRole.Admin)]
    [InlineData(CallerRole.Judge)]
    [InlineData(CallerRole.Voter)]
    [InlineData(CallerRole.Intake)]
    public void Links_that_are_shown_once_or_open_no_page_have_no_code(CallerRole role) =>
        Assert.Null(Codes.Show("rayong", Link("0000000000000001", role)));

    [Theory]
    [InlineData("start-20240510")]
    [InlineData("voters-virtues")]
    public void Links_without_a_random_id_have_no_code(string id) => Assert.Null(Codes.Show("rayong", Link(id)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2222-2222-2222-2223")]
    [InlineData("YYYY-YYYY-YYYY-YYYY")]
    public void What_is_no_code_is_none(string? typed) => Assert.Null(Codes.IdOf("rayong", typed));

    private static StoredLink Link(string id, CallerRole role = CallerRole.Officer) => new(id, new(role, "2101", default, default));

    private static LinkCodes Of(char secret) =>
        new(
            new InstallationSecrets(
                Options.Create(new IdentityOptions { AdminKey = new('k', 32), TokenSecret = new(secret, 32) }),
                Options.Create(new DataOptions())
            )
        );
}
