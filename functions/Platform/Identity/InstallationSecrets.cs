using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using CddFunctions.Platform.Storage;
using Microsoft.Extensions.Options;

namespace CddFunctions.Platform.Identity;

/// <summary>The installation's secrets. In Azure both are set from Key Vault; embedded, both are made on first start.</summary>
public sealed class IdentityOptions
{
    /// <summary>
    /// Matches every setting but a Key Vault reference. Azure leaves a reference that it cannot resolve as the value: that is long enough
    /// for a secret, but everybody knows it.
    /// </summary>
    private const string Resolved = @"(?!@Microsoft\.KeyVault)[\s\S]*";

    private const string Unresolved =
        "{0} is a Key Vault reference that Azure could not resolve: the secret is missing, or the app may not read it.";

    /// <summary>Key of the installation's administrator, at least 32 characters; empty = <c>data/admin.key</c>.</summary>
    [MinLength(32), RegularExpression(Resolved, ErrorMessage = Unresolved)]
    public string? AdminKey
    {
        get;
        set => field = value is "" ? null : value;
    }

    /// <summary>Secret that signs capabilities, at least 32 characters; empty = <c>data/token.secret</c>.</summary>
    [MinLength(32), RegularExpression(Resolved, ErrorMessage = Unresolved)]
    public string? TokenSecret
    {
        get;
        set => field = value is "" ? null : value;
    }
}

/// <summary>Reads the two secrets from settings, or from files of mode 0600 in the data folder, made when missing.</summary>
public sealed class InstallationSecrets(IOptions<IdentityOptions> settings, IOptions<DataOptions> data)
{
    private const int Shortest = 32; // an emptied file must not become a key that anyone can send

    private readonly Lazy<string> _adminKey = new(() => settings.Value.AdminKey ?? FromFile(data.Value.Folder, "admin.key"));
    private readonly Lazy<byte[]> _tokenSecret = new(() =>
        Encoding.UTF8.GetBytes(settings.Value.TokenSecret ?? FromFile(data.Value.Folder, "token.secret"))
    );

    public byte[] TokenSecret => _tokenSecret.Value;

    /// <summary>A key of 32 bytes that only this secret yields, another one for each purpose (HKDF-SHA-256).</summary>
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, TokenSecret, 32, info: Encoding.UTF8.GetBytes(purpose));

    public bool IsAdminKey(string given) => CapabilityTokens.SameText(_adminKey.Value, given);

    /// <summary>Makes the files now, so that the administrator finds the key before the first request.</summary>
    public void Prepare() => _ = (_adminKey.Value, _tokenSecret.Value);

    private static string FromFile(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
            Create(path, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));

        var secret = File.ReadAllText(path).Trim();
        return secret.Length >= Shortest
            ? secret
            : throw new InvalidOperationException($"{path} holds fewer than {Shortest} characters; delete it to have a new one made.");
    }

    /// <summary>
    /// Writes a temporary file and moves it without overwriting, so that two processes that start together end with one secret.
    /// </summary>
    private static void Create(string path, string secret)
    {
        PrivateFolder.Make(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        using (var writer = new StreamWriter(temporary, options))
            writer.Write(secret);

        try
        {
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
        }
    }
}
