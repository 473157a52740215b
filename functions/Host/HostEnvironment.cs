namespace CddFunctions.Host;

/// <summary>
/// What Azure says about itself. These are facts of the place and no settings of ours, so they are read from the
/// environment, here and nowhere else.
/// </summary>
/// <param name="Azure">Whether this runs in Azure, where instances come and go and share nothing but their stores.</param>
public sealed record HostEnvironment(bool Azure)
{
    /// <summary>Every variable read here.</summary>
    public static readonly IReadOnlyList<string> Variables = ["WEBSITE_INSTANCE_ID", "WEBSITE_SITE_NAME"];

    public static HostEnvironment Current => Of(Environment.GetEnvironmentVariable);

    public static HostEnvironment Of(Func<string, string?> variable) =>
        new(Azure: !string.IsNullOrEmpty(variable("WEBSITE_INSTANCE_ID")) || !string.IsNullOrEmpty(variable("WEBSITE_SITE_NAME")));
}
