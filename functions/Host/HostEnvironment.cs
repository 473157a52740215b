using System.Globalization;
using Microsoft.Extensions.Options;

namespace CddFunctions.Host;

/// <summary>
/// What the Azure Functions host and Azure say about themselves. These are facts of the place and no settings of ours, so they
/// are read from the environment, here and nowhere else.
/// </summary>
/// <param name="HandlerPort">Port of 127.0.0.1 on which the Functions host expects its custom handler; null = no such host started us.</param>
/// <param name="Azure">Whether this runs in Azure, where instances come and go and share nothing but their stores.</param>
public sealed record HostEnvironment(int? HandlerPort, bool Azure)
{
    /// <summary>Every variable read here.</summary>
    public static readonly IReadOnlyList<string> Variables = ["FUNCTIONS_CUSTOMHANDLER_PORT", "WEBSITE_INSTANCE_ID", "WEBSITE_SITE_NAME"];

    public Head Head => HandlerPort is null ? Head.Embedded : Head.CustomHandler;

    public static HostEnvironment Current => Of(Environment.GetEnvironmentVariable);

    /// <exception cref="OptionsValidationException">The host names a port that is none.</exception>
    public static HostEnvironment Of(Func<string, string?> variable) => new(
        variable("FUNCTIONS_CUSTOMHANDLER_PORT") is { Length: > 0 } port ? Number(port) : null,
        Azure: !string.IsNullOrEmpty(variable("WEBSITE_INSTANCE_ID")) || !string.IsNullOrEmpty(variable("WEBSITE_SITE_NAME")));

    private static int Number(string port) =>
        ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new OptionsValidationException(Variables[0], typeof(HostEnvironment), [$"{Variables[0]} is no port: {port}."]);
}
