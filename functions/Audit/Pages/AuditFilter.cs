using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace CddFunctions.Audit.Pages;

/// <summary>What the page shows, as its address says. A part of the address that makes no sense is ignored.</summary>
/// <param name="Before">Only entries with a smaller number; null = the newest.</param>
/// <param name="Check">Check the whole chain now, however long it is.</param>
public sealed record AuditFilter(AuditQuery Query, long? Before, bool Check)
{
    private const int Longest = 100;

    public static AuditFilter Of(IQueryCollection query) =>
        new(
            new(Text(query, "what"), Text(query, "subject"), Text(query, "by")),
            long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null,
            query["check"].ToString() is "1"
        );

    /// <summary>Path and query of this view, below <c>/api/ui/{campaign}</c>.</summary>
    public string Path() =>
        QueryHelpers.AddQueryString(
            "/audit",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["what"] = Query.What,
                ["subject"] = Query.Subject,
                ["by"] = Query.By,
                ["before"] = Before?.ToString(CultureInfo.InvariantCulture),
                ["check"] = Check ? "1" : null,
            }
        );

    private static string? Text(IQueryCollection query, string name) =>
        query[name].ToString().Trim() is { Length: > 0 and <= Longest } text ? text : null;
}
