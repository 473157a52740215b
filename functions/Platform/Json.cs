using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace CddFunctions.Platform;

/// <summary>One JSON dialect for the whole product: camelCase, kebab-case enums, Thai unescaped, unknown members refused.</summary>
public static class Json
{
    public static readonly JsonSerializerOptions Options = Apply(new(JsonSerializerDefaults.Web));

    /// <summary>Reads a body that is kept as JSON values. Refused when it is broken, of another shape, or not text all through.</summary>
    public static Outcome<T> Read<T>(ReadOnlySpan<byte> utf8)
        where T : class
    {
        try
        {
            var value = Utf8.IsValid(utf8) && IsText(utf8) ? JsonSerializer.Deserialize<T>(utf8, Options) : null;
            return value is null ? CommonProblems.Malformed() : value;
        }
        catch (JsonException e)
        {
            return CommonProblems.Malformed(e.Path);
        }
    }

    /// <summary>Values that are kept as they came are only looked at later: half a surrogate pair would be found there.</summary>
    private static bool IsText(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        var scratch = new char[utf8.Length];
        try
        {
            while (reader.Read())
            {
                if (reader.ValueIsEscaped)
                    reader.CopyString(scratch);
            }
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        return true;
    }

    /// <summary>Sets the dialect on options that another library owns (the HTTP body reader, OpenAPI).</summary>
    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(LeaveOutNulls);
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        return options;
    }

    /// <summary>Null is written by leaving the member out, so what may be null need not be there when it is read back.</summary>
    private static void LeaveOutNulls(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (
                property.AssociatedParameter is { } parameter
                && (parameter.IsNullable || Nullable.GetUnderlyingType(parameter.ParameterType) is not null)
            )
                property.IsRequired = false;
        }
    }
}
