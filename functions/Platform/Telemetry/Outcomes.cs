using System.Diagnostics.Metrics;
using CddFunctions.Platform.Identity;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace CddFunctions.Platform.Telemetry;

/// <summary>
/// Every answer says how it came out: <c>ok</c>, or the code of the refusal. Endpoints can have their outcomes counted by a name, and
/// logged.
/// </summary>
public static class Outcomes
{
    public const string Ok = "ok";
    public const string Failed = "failed";
    public const string Aborted = "aborted";

    private sealed record Refused(string Code);

    private sealed record CountedAs(string Counter);

    private sealed record LoggedAs(string Deed, int? Done);

    private sealed record About(string? Task, string? Unit, string? Upload);

    /// <param name="counter">Name of the metric; each answer adds one under its outcome.</param>
    public static TBuilder CountOutcomes<TBuilder>(this TBuilder endpoint, string counter)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new CountedAs(counter));

    /// <summary>
    /// Each answer leaves one line in the log, so that "did they try?" has an answer; but only once <see cref="Name"/> has said what it is
    /// about, so that strangers and addresses that lead nowhere leave none.
    /// </summary>
    /// <param name="done">Status of the answer that has done it, where others only show a page; null = any below 400.</param>
    public static TBuilder LogOutcomes<TBuilder>(this TBuilder endpoint, string deed, int? done = null)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new LoggedAs(deed, done));

    /// <summary>
    /// Says what the request is about: ids of the definition and of ours, never what somebody typed. Not for what is sent without a
    /// name: the line's time would place its sender.
    /// </summary>
    public static void Name(HttpContext http, string? task, string? unit = null, string? upload = null) =>
        http.Features.Set(new About(task, unit, upload));

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
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Outcomes).FullName!);
        app.Use(
            async (http, next) =>
            {
                try
                {
                    await next(http);
                }
                finally
                {
                    Record(http, meter, log);
                }
            }
        );
    }

    private static void Record(HttpContext http, Meter meter, ILogger log)
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
        if (endpoint?.Metadata.GetMetadata<LoggedAs>() is { } logged && http.Features.Get<About>() is { } about)
            Log(http, log, logged, about, outcome);
    }

    private static void Log(HttpContext http, ILogger log, LoggedAs logged, About about, string outcome)
    {
        if (outcome is Ok && logged.Done is { } done && http.Response.StatusCode != done)
            return;

        log.LogInformation(
            "{Deed}: {Code} task={Task} unit={Unit} link={Link} upload={Upload}",
            logged.Deed,
            outcome,
            about.Task ?? "-",
            about.Unit ?? "-",
            http.Features.Get<Caller>() is { } caller ? caller.Link ?? Caller.Administrator.Subject : "-",
            about.Upload ?? "-"
        );
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
