using System.Globalization;
using System.Net;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions;

/// <summary>Receipt of a hand-in: JSON for programs, a small page that can be printed for HTML forms.</summary>
public sealed class HandInResult(int status, HandInAnswer answer, string version, Target target, bool asPage) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.ETag = $"\"{version}\"";
        response.Headers.CacheControl = "no-store";
        return asPage ? PageAsync(httpContext) : response.WriteAsJsonAsync(answer, Json.Options, httpContext.RequestAborted);
    }

    private Task PageAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; form-action 'none'; frame-ancestors 'none'";
        return context.Response.WriteAsync(Page(), context.RequestAborted);
    }

    private string Page()
    {
        var at = TimeZoneInfo.ConvertTime(answer.SubmittedAt, Bangkok.Zone);
        var time = ThaiDigits.ToThai(at.ToString("HH.mm", CultureInfo.InvariantCulture));
        var onTime = answer.OnTime switch { true => "ทันกำหนด", false => "ส่งหลังกำหนด", null => "งานนี้ไม่มีกำหนดส่ง" };
        return $"""
            <!doctype html>
            <html lang="th"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>ใบรับ {WebUtility.HtmlEncode(answer.Receipt)}</title></head>
            <body><main><h1>ได้รับแล้ว</h1>
            <dl><dt>เลขที่ใบรับ</dt><dd>{WebUtility.HtmlEncode(answer.Receipt)}</dd>
            <dt>งาน</dt><dd>{WebUtility.HtmlEncode(target.Task.Th)}</dd>
            <dt>หน่วยงาน</dt><dd>{WebUtility.HtmlEncode(target.Unit.Th)}</dd>
            <dt>รับเมื่อ</dt><dd>{ThaiDate.Long(Bangkok.DateOf(answer.SubmittedAt))} เวลา {time} น. ({onTime})</dd>
            </dl></main></body></html>
            """;
    }
}
