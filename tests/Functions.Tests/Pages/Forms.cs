using Microsoft.Playwright;

namespace CddFunctions.Tests.Pages;

/// <summary>Posts an HTML form from the page that is open, as the hand-in forms will.</summary>
internal static class Forms
{
    private const string Script = """
        ([action, key, note]) => {
          const form = Object.assign(document.createElement('form'), { method: 'post', action });
          for (const [name, value] of Object.entries({ idempotencyKey: key, note }))
            form.append(Object.assign(document.createElement('input'), { name, value }));
          document.body.append(form);
          form.submit();
        }
        """;

    public static async Task<IResponse> SubmitAsync(IPage page, string action, string key, string note = "เรียบร้อย") =>
        await page.RunAndWaitForResponseAsync(
            async () =>
            {
                await page.EvaluateAsync(Script, new[] { action, key, note });
                await page.Locator(".receipt").WaitForAsync();
            },
            answer => answer.Request.Method == "POST");
}
