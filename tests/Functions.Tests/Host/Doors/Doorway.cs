using System.Text;
using CddFunctions.Tests.Ballots;
using CddFunctions.Tests.Http;
using Microsoft.AspNetCore.Routing.Patterns;

namespace CddFunctions.Tests.Host.Doors;

/// <summary>One method of one address, and what is sent there: enough to be read, never enough to be done.</summary>
internal sealed record Doorway(string Method, string Route, RoutePattern Pattern)
{
    private const string Form = "application/x-www-form-urlencoded";

    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["task"] = "t-plan",
        ["unit"] = "2101",
        ["roster"] = "people",
        ["ballot"] = VirtueBallot.Id,
        ["set"] = "tambons",
        ["contest"] = "c-discipline",
        ["snapshot"] = "latest",
        ["file"] = "datasets.xlsx",
    };

    /// <summary>What is sent where an empty object would not be read. Each is refused by a rule, so that nothing changes.</summary>
    private static readonly (string Route, string Json)[] Bodies =
    [
        ("/links", """{"role":"officer","subject":"nowhere"}"""),
        ("/unit-sets/{set}", """{"units":[{"code":"1"}]}"""),
        ("/uploads", """{"fileName":"a.pdf","contentType":"application/pdf","length":0}"""),
        ("/extension", """{"until":"2020-01-01","reason":""}"""),
        ("/review", """{"decision":"accept"}"""),
        ("/extension/take-back", """{"until":"2020-01-01","reason":""}"""),
        ("/take-back", """{"reason":""}"""),
        ("/ties/{contest}", """{"winners":[]}"""),
        ("/voters", """{"code":"wrong"}"""),
        ("/envelopes", """{"choices":{}}"""),
        ("/exports", $$"""{"label":"{{new string('x', 101)}}"}"""),
        ("/roll", """{"entries":[]}"""),
        ("/roll/additions", """{"entries":[]}"""),
        ("/rosters/{roster}/{unit}", """{"entries":[{"no":"x"}]}"""),
        ("/roll/freeze", """{"withdrawn":["nobody"]}"""),
    ];

    public bool IsPage => Route.StartsWith("/api/ui/", StringComparison.Ordinal);

    public bool Writes => Method is "POST" or "PUT";

    public override string ToString() => $"{Method} {Route}";

    public static IEnumerable<Doorway> Of(IServiceProvider services) =>
        from endpoint in services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        let route = "/" + endpoint.RoutePattern.RawText!.Trim('/')
        orderby route, method
        select new Doorway(method, route, endpoint.RoutePattern);

    public Task<Answer> AskAsync(Asker asker) =>
        SendAsync(
            asker,
            !Writes ? null
                : IsPage ? ("a=1", Form)
                : (Json, "application/json")
        );

    /// <summary>With a body that is neither JSON nor a form.</summary>
    public Task<Answer> AskWithoutShapeAsync(Asker asker, string type) => SendAsync(asker, ("{", type));

    private string Json => Bodies.FirstOrDefault(b => Route.EndsWith(b.Route, StringComparison.Ordinal)).Json ?? "{}";

    private Task<Answer> SendAsync(Asker asker, (string Text, string Type)? body)
    {
        var content = body is { } sent ? TestServer.Bytes(Encoding.UTF8.GetBytes(sent.Text), sent.Type) : null;
        return TestServer.SendAsync(asker.Client, Method, Address(asker), content);
    }

    private string Address(Asker asker) =>
        "/" + string.Join('/', Pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => Said(part, asker)))));

    private static string Said(RoutePatternPart part, Asker asker) =>
        part switch
        {
            RoutePatternParameterPart { Name: "campaign" } => asker.Campaign,
            RoutePatternParameterPart { Name: "number" } => asker.Astray ? "99" : "1",
            RoutePatternParameterPart parameter => asker.Astray ? "nothing" : Known.GetValueOrDefault(parameter.Name, "unknown"),
            RoutePatternLiteralPart literal => literal.Content,
            _ => "",
        };
}
