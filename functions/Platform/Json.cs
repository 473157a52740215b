using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using CddFunctions.Platform.Http;

namespace CddFunctions.Platform;

/// <summary>One JSON dialect for the whole product: camelCase, kebab-case enums, Thai unescaped, unknown members refused.</summary>
public static class Json
{
    public static readonly JsonSerializerOptions Options = Apply(new(JsonSerializerDefaults.Web));

    /// <summary>
    /// Reads a body whose values are stored as JSON. Broken JSON, another shape and strings that are no valid Unicode text are refused.
    /// A byte order mark before it is skipped.
    /// </summary>
    public static Outcome<T> Read<T>(ReadOnlySpan<byte> utf8)
        where T : class
    {
        if (!Utf8.IsValid(utf8))
            return CommonProblems.NotUtf8();
        if (TextRules.HasMark(utf8))
            utf8 = utf8[TextRules.MarkLength..];

        try
        {
            var value = IsText(utf8) ? JsonSerializer.Deserialize<T>(utf8, Options) : null;
            return value is null ? CommonProblems.Malformed() : value;
        }
        catch (JsonException e)
        {
            return CommonProblems.Malformed(e.Path);
        }
    }

    /// <summary>
    /// True when every string is valid Unicode text. Stored JSON values are decoded only later, and half a surrogate pair would fail there.
    /// </summary>
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

    /// <summary>Makes members that may be null optional for reading, because writing leaves them out when they are null.</summary>
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
