using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;

namespace CddFunctions.Tests.Host;

[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed class OpenApiTests
{
    [Fact]
    public async Task The_document_and_the_running_application_name_the_same_operations()
    {
        TestHead.NeedsInProcess("asks the running application for its endpoints");
        await using var server = await TestServer.StartAsync();
        var document = (await TestServer.GetAsync(server.Anyone, "/api/openapi.json")).Must(200).Json["paths"]!.AsObject();

        var described = document.SelectMany(p => p.Value!.AsObject().Select(o => $"{o.Key.ToUpperInvariant()} {p.Key}"));

        var mapped = server
            .Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>()?.ExcludeFromDescription is not true)
            .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Select(m => $"{m} {Shown(e)}") ?? []);
        Assert.Equal(mapped.Distinct().Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_says_what_it_answers_and_how_it_refuses()
    {
        await using var server = await TestServer.StartAsync();
        var document = (await TestServer.GetAsync(server.Anyone, "/api/openapi.json")).Must(200).Json["paths"]!.AsObject();

        var silent =
            from path in document
            from operation in path.Value!.AsObject()
            let statuses = operation.Value!["responses"]!.AsObject().Select(r => r.Key).ToList()
            where
                !statuses.Exists(s => s[0] is '2' or '3')
                || (path.Key.Contains("{campaign}", StringComparison.Ordinal) && !statuses.Contains("404"))
                || (
                    operation.Key is "post" or "put"
                    && !path.Key.StartsWith("/api/ui", StringComparison.Ordinal)
                    && !statuses.Contains("400")
                )
            select $"{operation.Key} {path.Key}: {string.Join(' ', statuses)}";

        Assert.Empty(silent);
    }

    [Fact]
    public async Task Every_operation_names_the_parts_of_its_address_and_whom_it_is_for()
    {
        await using var server = await TestServer.StartAsync();
        var document = (await TestServer.GetAsync(server.Anyone, "/api/openapi.json")).Must(200).Json["paths"]!.AsObject();

        foreach (var (path, operations) in document)
        {
            var parts = path.Split('/').Where(s => s.StartsWith('{')).Select(s => s.Trim('{', '}'));
            foreach (var operation in operations!.AsObject().Select(o => o.Value!))
            {
                var described = (operation["parameters"]?.AsArray() ?? []).Where(p => (string)p!["in"]! is "path");
                Assert.Equal(parts, described.Select(p => (string)p!["name"]!));
            }
        }

        Assert.Equal(["admin"], document["/api/campaigns/{campaign}/links"]!["post"]!["x-roles"]!.AsArray().Select(r => (string)r!));
        Assert.Null(document["/api/campaigns"]!["get"]!["x-roles"]);
    }

    private static string Shown(RouteEndpoint endpoint) =>
        "/"
        + string.Join(
            '/',
            endpoint.RoutePattern.PathSegments.Select(s =>
                string.Concat(
                    s.Parts.Select(p =>
                        p switch
                        {
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                            _ => "",
                        }
                    )
                )
            )
        );
}
