using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Platform.Identity;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CddFunctions.Platform.Http;

/// <summary>Writes into the OpenAPI document what routes declare besides the types of their handlers.</summary>
internal static class Contract
{
    private const string Capability = "capability";
    private const string AdminKey = "adminKey";
    private const string Key =
        "1 to 200 characters, new for each deed: the same request sent again does it once. A form may carry it as a field.";
    private const string Version = "The ETag that was read last; when it is no longer the newest, the answer is 412.";

    public static void Apply(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0; // generators of clients do not read 3.1 yet
        options
            .AddDocumentTransformer(AddSchemesAsync)
            .AddSchemaTransformer(LeaveOutNullsAsync)
            .AddOperationTransformer(AddRolesAsync)
            .AddOperationTransformer(AddPathAsync)
            .AddOperationTransformer(AddHeadersAsync)
            .AddOperationTransformer(AddCodesAsync);
    }

    private static Task AddSchemesAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new() { Title = "CddFunctions", Version = "1" };
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Capability] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The token of a capability link.",
            },
            [AdminKey] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = "x-admin-key",
                Description = "The key of the installation's administrator.",
            },
        };
        return Task.CompletedTask;
    }

    /// <summary>Members that are null are left out of answers, so a client must not insist on them.</summary>
    private static Task LeaveOutNullsAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        foreach (var optional in context.JsonTypeInfo.Properties.Where(p => !p.IsRequired))
            schema.Required?.Remove(optional.Name);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Adds <c>x-roles</c>, the roles that may use an operation, and how they identify themselves; both are absent where everybody may.
    /// </summary>
    private static Task AddRolesAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        if (Metadata(context).OfType<AllowedRoles>().LastOrDefault() is not { } allowed)
            return Task.CompletedTask;

        var words = allowed.Roles.Select(r => (JsonNode)JsonNamingPolicy.KebabCaseLower.ConvertName($"{r}"));
        operation.AddExtension("x-roles", new JsonNodeExtension(new JsonArray([.. words])));
        string[] schemes = allowed.Roles.Contains(CallerRole.Admin) ? [Capability, AdminKey] : [Capability];
        operation.Security =
        [
            .. schemes.Select(s => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(s, context.Document)] = [] }),
        ];
        return Task.CompletedTask;
    }

    /// <summary>
    /// Adds the parameters of the path. The door reads them, and the framework lists only those that the handler takes, too.
    /// </summary>
    private static Task AddPathAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var listed = operation.Parameters ??= [];
        var at = 0;
        var parts = (context.Description.RelativePath ?? "").Split('/').Where(s => s.StartsWith('{'));
        foreach (var name in parts.Select(s => s.Trim('{', '}', '*')))
        {
            if (!listed.Any(p => string.Equals(p.Name, name, StringComparison.Ordinal)))
                listed.Insert(at, Parameter(name, ParameterLocation.Path, required: true));
            at++;
        }

        return Task.CompletedTask;
    }

    /// <summary>Adds the headers that the handler reads itself, and the ETag of its answers.</summary>
    private static Task AddHeadersAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var parameters = operation.Parameters ??= [];
        if (Metadata(context).OfType<TakesKeyAttribute>().FirstOrDefault() is { } key)
            parameters.Add(Parameter("Idempotency-Key", ParameterLocation.Header, key.Required, Key));
        if (Metadata(context).OfType<TakesVersionAttribute>().FirstOrDefault() is { } version)
            parameters.Add(Parameter("If-Match", ParameterLocation.Header, version.Required, Version));
        if (!Metadata(context).OfType<GivesVersionAttribute>().Any())
            return Task.CompletedTask;

        foreach (var (_, answer) in operation.Responses!.Where(r => r.Key[0] is '2'))
        {
            if (answer is OpenApiResponse response)
                (response.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal))["ETag"] = new OpenApiHeader
                {
                    Description = "The version, for If-Match.",
                    Schema = Words(),
                };
        }

        return Task.CompletedTask;
    }

    /// <summary>Adds to each refusal the codes that its <c>type</c> can end with (<see cref="ProblemCodes"/>).</summary>
    private static Task AddCodesAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var feature = Metadata(context).OfType<System.Reflection.MethodInfo>().FirstOrDefault()?.DeclaringType?.Namespace ?? "";
        foreach (var (status, answer) in operation.Responses ?? [])
        {
            var codes = ProblemCodes.Of(feature, int.TryParse(status, CultureInfo.InvariantCulture, out var number) ? number : 0);
            if (number < 400 || codes.Count == 0 || answer is not OpenApiResponse response)
                continue;

            response.Description = $"{response.Description}: {string.Join(", ", codes)}";
            response.AddExtension("x-codes", new JsonNodeExtension(new JsonArray([.. codes.Select(c => (JsonNode)c)])));
        }

        return Task.CompletedTask;
    }

    private static IList<object> Metadata(OpenApiOperationTransformerContext context) =>
        context.Description.ActionDescriptor.EndpointMetadata;

    private static OpenApiParameter Parameter(string name, ParameterLocation place, bool required, string? description = null) =>
        new()
        {
            Name = name,
            In = place,
            Required = required,
            Description = description,
            Schema = Words(),
        };

    private static OpenApiSchema Words() => new() { Type = JsonSchemaType.String };
}
