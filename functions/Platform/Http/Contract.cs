using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Platform.Identity;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CddFunctions.Platform.Http;

/// <summary>Writes into the OpenAPI document what routes declare besides the types of their handlers.</summary>
internal static class Contract
{
    /// <summary>Whom an operation is for: <c>x-roles</c>; absent where it is for everybody.</summary>
    public static Task AddRolesAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<AllowedRoles>().LastOrDefault() is { } allowed)
            operation.AddExtension("x-roles", new JsonNodeExtension(new JsonArray([.. allowed.Roles.Select(r => (JsonNode)JsonNamingPolicy.KebabCaseLower.ConvertName($"{r}"))])));

        return Task.CompletedTask;
    }
}
