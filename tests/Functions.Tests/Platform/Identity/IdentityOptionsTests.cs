using System.ComponentModel.DataAnnotations;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Tests.Platform.Identity;

public sealed class IdentityOptionsTests
{
    private const string Reference = "@Microsoft.KeyVault(SecretUri=https://kv-cdd-test.vault.azure.net/secrets/AdminKey)";

    [Theory]
    [InlineData("12345678901234567890123456789012", true)]
    [InlineData("1234567890123456789012345678901", false)]
    [InlineData("a secret with a\nline break, 32 or more characters", true)]
    [InlineData("@Microsoft is where this secret begins, and that is all", true)]
    [InlineData(Reference, false)]
    [InlineData("", true)]
    public void A_secret_is_long_and_no_unresolved_reference(string value, bool accepted)
    {
        Assert.Equal(accepted, IsValid(new() { AdminKey = value }));
        Assert.Equal(accepted, IsValid(new() { TokenSecret = value }));
    }

    [Fact]
    public void The_refusal_names_the_setting_and_not_its_value()
    {
        var options = new IdentityOptions { TokenSecret = Reference };
        var results = new List<ValidationResult>();

        Validator.TryValidateObject(options, new(options), results, validateAllProperties: true);

        Assert.StartsWith("TokenSecret is a Key Vault reference", Assert.Single(results).ErrorMessage, StringComparison.Ordinal);
    }

    private static bool IsValid(IdentityOptions options) =>
        Validator.TryValidateObject(options, new(options), null, validateAllProperties: true);
}
