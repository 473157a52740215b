using System.Text.Json.Nodes;
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

    [Fact]
    public async Task Every_operation_has_a_name_and_a_summary_and_says_how_to_identify_and_which_headers_it_reads()
    {
        await using var server = await TestServer.StartAsync();
        var document = (await TestServer.GetAsync(server.Anyone, "/api/openapi.json")).Must(200).Json;
        var operations = document["paths"]!
            .AsObject()
            .SelectMany(p => p.Value!.AsObject().Select(o => ($"{o.Key} {p.Key}", o.Value!)))
            .ToList();

        Assert.Empty(operations.Where(o => o.Item2["operationId"] is null || o.Item2["summary"] is null).Select(o => o.Item1));
        Assert.Equal(operations.Count, operations.Select(o => (string)o.Item2["operationId"]!).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(["capability", "adminKey"], document["components"]!["securitySchemes"]!.AsObject().Select(s => s.Key));
        var unlocked = operations.Where(o => o.Item2["x-roles"] is not null && o.Item2["security"] is null).Select(o => o.Item1);
        Assert.Empty(unlocked);

        var revise = Operation(operations, "revise");
        var headers = revise["parameters"]!.AsArray().Where(p => (string)p!["in"]! is "header").ToDictionary(p => (string)p!["name"]!);
        Assert.Equal((true, false), ((bool)headers["If-Match"]!["required"]!, (bool?)headers["Idempotency-Key"]!["required"] ?? false));
        Assert.True(
            (bool)Operation(operations, "handIn")["parameters"]!.AsArray().Single(p => (string)p!["in"]! is "header")!["required"]!
        );
        Assert.NotNull(revise["responses"]!["200"]!["headers"]!["ETag"]);
    }

    [Fact]
    public async Task Every_refusal_is_a_typed_problem_with_its_codes()
    {
        await using var server = await TestServer.StartAsync();
        var document = (await TestServer.GetAsync(server.Anyone, "/api/openapi.json")).Must(200).Json;
        var refusals =
            from path in document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            from response in operation.Value!["responses"]!.AsObject()
            where response.Key[0] is '4'
            select (At: $"{operation.Key} {path.Key} {response.Key}", Answer: response.Value!);

        Assert.Empty(
            refusals
                .Where(r =>
                    (string?)r.Answer["content"]?["application/problem+json"]?["schema"]?["$ref"]
                        is not "#/components/schemas/ProblemDocument"
                    || r.Answer["x-codes"]?.AsArray().Count is null or 0
                )
                .Select(r => r.At)
        );
        var codes = document["paths"]!["/api/campaigns/{campaign}/tasks/{task}/units/{unit}/submissions"]!["put"]!["responses"]!["412"]![
            "x-codes"
        ]!;
        Assert.Contains("stale", codes.AsArray().Select(c => (string)c!));
    }

    private static JsonNode Operation(IEnumerable<(string, JsonNode)> all, string id) =>
        all.Single(o => (string)o.Item2["operationId"]! == id).Item2;

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
