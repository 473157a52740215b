using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace CddFunctions.Platform.Http;

/// <summary>Which proxies are believed when they say who asks (docs/operations.md). Nobody else's forwarded headers count.</summary>
public sealed class ProxyOptions : IValidatableObject
{
    /// <summary>
    /// Number of proxies, one behind the other, that each add the sender to <c>X-Forwarded-For</c>. 0: no address is believed, and all
    /// who come through a proxy are one sender.
    /// </summary>
    [Range(0, 5, ErrorMessage = "Proxy:Hops is a number from 0 to 5.")]
    public int Hops { get; set; }

    /// <summary>Addresses or networks (<c>10.0.0.0/8</c>) of the proxies, with commas between them, besides this machine itself.</summary>
    public string Known { get; set; } = "";

    private IEnumerable<string> Entries => Known.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Entries
            .Where(e => Network(e) is null)
            .Select(e => new ValidationResult(
                $"Proxy:Known has {e}, which is no address and no network like 10.0.0.0/8.",
                [nameof(Known)]
            ));

    /// <summary>The scheme is believed from this machine in any case: links and cookies then know that people use https.</summary>
    public ForwardedHeadersOptions Forwarded()
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedProto | (Hops > 0 ? ForwardedHeaders.XForwardedFor : ForwardedHeaders.None),
            ForwardLimit = Math.Max(1, Hops),
        };
        foreach (var entry in Entries)
            options.KnownIPNetworks.Add(Network(entry)!.Value);
        return options;
    }

    private static IPNetwork? Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}

/// <summary>Notices that requests come through a proxy of which the settings know nothing.</summary>
public sealed class ProxyWatch(IOptions<ProxyOptions> options, ILogger<ProxyWatch> log)
{
    private int _seen;

    /// <summary>True once a request has named a sender whom no setting believes. Whoever reaches the port can cause it.</summary>
    public bool IsUntrusted => _seen > 0;

    public void Look(HttpRequest request)
    {
        if (options.Value.Hops > 0 || IsUntrusted || !IsForwarded(request.Headers) || Interlocked.Exchange(ref _seen, 1) > 0)
            return;

        log.LogWarning(
            "Requests come through a proxy, but Proxy:Hops is 0: all who come through it count as one sender (docs/operations.md, Behind a proxy)"
        );
    }

    private static bool IsForwarded(IHeaderDictionary headers) =>
        headers.ContainsKey("X-Forwarded-For") || headers.ContainsKey("Forwarded");
}
