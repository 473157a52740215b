using CddFunctions.Host;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Tests.Host;

public sealed class AzureRulesTests
{
    private static readonly string Long = new('x', 40);

    [Fact]
    public void An_installation_with_shared_stores_and_set_secrets_may_start() => Assert.Empty(Refusals());

    [Fact]
    public void Each_thing_that_only_one_machine_can_have_is_refused_by_name()
    {
        Assert.Contains("rehearsal", Assert.Single(Refusals(rehearsal: true)), StringComparison.Ordinal);
        Assert.Contains("Storage:Documents", Assert.Single(Refusals(documents: "sqlite")), StringComparison.Ordinal);
        Assert.Contains("Storage:Files", Assert.Single(Refusals(files: "folder")), StringComparison.Ordinal);
        Assert.Contains("AdminKey", Assert.Single(Refusals(adminKey: null)), StringComparison.Ordinal);
        Assert.Contains("TokenSecret", Assert.Single(Refusals(tokenSecret: null)), StringComparison.Ordinal);
    }

    [Fact]
    public void All_refusals_are_said_at_once() =>
        Assert.Equal(5, AzureRules.Refusals(rehearsal: true, new StorageOptions(), new IdentityOptions()).Count());

    private static List<string> Refusals(
        bool rehearsal = false,
        string documents = "cosmos",
        string files = "blob",
        string? adminKey = "",
        string? tokenSecret = ""
    ) =>
        [
            .. AzureRules.Refusals(
                rehearsal,
                new StorageOptions { Documents = documents, Files = files },
                new IdentityOptions { AdminKey = adminKey is null ? null : Long, TokenSecret = tokenSecret is null ? null : Long }
            ),
        ];
}
