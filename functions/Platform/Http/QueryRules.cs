using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;

namespace CddFunctions.Platform.Http;

/// <summary>
/// The query of an address of the API holds parameters that its handler takes, each once, and numbers within the <c>[Range]</c> of the
/// parameter. Anything else is refused: a filter that is spelled wrongly and left out would answer with everything.
/// </summary>
public static class QueryRules
{
    public static Problem? Refuse(EndpointMetadataCollection declared, HttpRequest request)
    {
        if (!request.QueryString.HasValue)
            return null;
        if (!TextRules.IsUtf8(Encoding.UTF8.GetBytes(request.QueryString.Value!)))
            return CommonProblems.NotUtf8();

        return HttpMethods.IsGet(request.Method) && declared.GetMetadata<ForPeople>() is null && IsOfProgramme(request)
            ? Refuse(Parameters(declared, request), request.Query)
            : null;
    }

    /// <param name="known">What the handler takes from the query, by name.</param>
    public static Problem? Refuse(IReadOnlyDictionary<string, ParameterInfo> known, IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        foreach (var (name, values) in query)
        {
            if (!known.TryGetValue(name, out var parameter))
                return CommonProblems.QueryUnknown(name, [.. known.Keys.Order(StringComparer.Ordinal)]);
            if (values.Count != 1 || !IsTaken(parameter, values[0] ?? ""))
                return CommonProblems.QueryInvalid(name, Wanted(parameter));
        }

        return null;
    }

    private static bool IsOfProgramme(HttpRequest request) => request.Path.StartsWithSegments("/api/campaigns", StringComparison.Ordinal);

    private static Dictionary<string, ParameterInfo> Parameters(EndpointMetadataCollection declared, HttpRequest request) =>
        declared
            .GetOrderedMetadata<IParameterBindingMetadata>()
            .Where(p => !request.RouteValues.ContainsKey(p.Name) && (p.HasTryParse || p.ParameterInfo.ParameterType == typeof(string)))
            .DistinctBy(p => p.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(p => p.Name, p => p.ParameterInfo, StringComparer.OrdinalIgnoreCase);

    private static bool IsTaken(ParameterInfo parameter, string value)
    {
        if (!IsNumber(parameter))
            return value.Length > 0;

        return long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && (parameter.GetCustomAttribute<RangeAttribute>()?.IsValid(number) ?? true);
    }

    private static Text Wanted(ParameterInfo parameter)
    {
        if (!IsNumber(parameter))
            return new("ต้องระบุค่าเดียว", "one value");

        return parameter.GetCustomAttribute<RangeAttribute>() is { } range
            ? new($"ต้องเป็นเลขจำนวนเต็ม {range.Minimum} ถึง {range.Maximum}", $"a whole number from {range.Minimum} to {range.Maximum}")
            : new("ต้องเป็นเลขจำนวนเต็มตั้งแต่ 0", "a whole number from 0");
    }

    private static bool IsNumber(ParameterInfo parameter) =>
        (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) is var type
        && (type == typeof(int) || type == typeof(long));
}
