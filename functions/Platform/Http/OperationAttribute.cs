using Microsoft.AspNetCore.Http.Metadata;

namespace CddFunctions.Platform.Http;

/// <summary>What a handler is called in the OpenAPI document (<see cref="Contract"/>), from which clients are generated.</summary>
/// <param name="name">Unique: the name of the method in a client.</param>
/// <param name="summary">One line, for a list of operations.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OperationAttribute(string name, string summary) : Attribute, IEndpointNameMetadata, IEndpointSummaryMetadata
{
    public string Name => name;

    public string Summary => summary;

    string IEndpointNameMetadata.EndpointName => name;
}

/// <summary>The handler reads <c>Idempotency-Key</c>: sending the same request again with the same key does it once.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesKeyAttribute : Attribute
{
    /// <summary>False where a request without a key is taken as well.</summary>
    public bool Required { get; init; }
}

/// <summary>Answers carry the version of what they show as <c>ETag</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GivesVersionAttribute : Attribute;

/// <summary>The handler reads <c>If-Match</c>: the version that the caller has read.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesVersionAttribute : Attribute
{
    /// <summary>False where a request without a version overwrites whatever there is.</summary>
    public bool Required { get; init; }
}
