using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Platform.Identity;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CddFunctions.Platform.Http;

/// <summary>Writes into the OpenAPI document what routes declare besides the types of their handlers.</summary>
internal static class Contract
{
    /// <summary>Adds <c>x-roles</c>, the roles that may use an operation; it is absent where everybody may.</summary>
    public static Task AddRolesAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<AllowedRoles>().LastOrDefault() is { } allowed)
        {
            var words = allowed.Roles.Select(r => (JsonNode)JsonNamingPolicy.KebabCaseLower.ConvertName($"{r}"));
            operation.AddExtension("x-roles", new JsonNodeExtension(new JsonArray([.. words])));
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Adds the parameters of the path. The door reads them, and the framework lists only those that the handler takes, too.
    /// </summary>
    public static Task AddPathAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var listed = operation.Parameters ??= [];
        var at = 0;
        var parts = (context.Description.RelativePath ?? "").Split('/').Where(s => s.StartsWith('{'));
        foreach (var name in parts.Select(s => s.Trim('{', '}', '*')))
        {
            if (!listed.Any(p => string.Equals(p.Name, name, StringComparison.Ordinal)))
                listed.Insert(at, Part(name));
            at++;
        }

        return Task.CompletedTask;
    }

    private static OpenApiParameter Part(string name) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Path,
            Required = true,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
}
