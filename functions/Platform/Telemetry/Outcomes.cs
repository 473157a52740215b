using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace CddFunctions.Platform.Telemetry;

/// <summary>
/// Every answer says how it came out: <c>ok</c>, or the code of the refusal. Endpoints can have their outcomes counted by a name.
/// </summary>
public static class Outcomes
{
    public const string Ok = "ok";
    public const string Failed = "failed";
    public const string Aborted = "aborted";

    private sealed record Refused(string Code);

    private sealed record CountedAs(string Counter);

    /// <param name="counter">Name of the metric; each answer adds one under its outcome.</param>
    public static TBuilder CountOutcomes<TBuilder>(this TBuilder endpoint, string counter)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new CountedAs(counter));

    /// <summary>
    /// Notes the code of a refusal as the outcome of its request. Whatever sends a refusal, as a document or as a page, has to call this.
    /// </summary>
    public static void Note(HttpContext http, Problem problem) => http.Features.Set(new Refused(problem.Code));

    /// <summary>
    /// Records the outcome of every request. It comes before the exception handler, so that failures count like refusals.
    /// </summary>
    public static void UseOutcomes(this IApplicationBuilder app)
    {
        var meter = app.ApplicationServices.GetRequiredService<IMeterFactory>().Create(Signals.Name);
        app.Use(
            async (http, next) =>
            {
                try
                {
                    await next(http);
                }
                finally
                {
                    Record(http, meter);
                }
            }
        );
    }

    private static void Record(HttpContext http, Meter meter)
    {
        var outcome = Of(http);
        http.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new(Signals.Outcome, outcome));
        var endpoint = http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        if (http.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span)
            span.SetTag(Signals.Outcome, outcome)
                .SetTag("http.response.status_code", http.Response.StatusCode)
                .SetTag("http.route", RouteOf(endpoint));
        if (endpoint?.Metadata.GetMetadata<CountedAs>() is { } counted)
            meter.CreateCounter<long>(counted.Counter).Add(1, new KeyValuePair<string, object?>(Signals.Outcome, outcome));
    }

    private static string? RouteOf(Endpoint? endpoint) => (endpoint as RouteEndpoint)?.RoutePattern.RawText;

    private static string Of(HttpContext http) =>
        http.Features.Get<Refused>()?.Code
        ?? (
            http.RequestAborted.IsCancellationRequested ? Aborted
            : http.Response.StatusCode < 400 ? Ok
            : Failed
        );
}
