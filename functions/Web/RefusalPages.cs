using CddFunctions.Platform;
using CddFunctions.Web.Components;

namespace CddFunctions.Web;

/// <summary>The answer to an HTML form that is refused: what is wrong, field by field, and how to go on.</summary>
public sealed class RefusalPages(PageContexts contexts)
{
    public Task SendAsync(HttpContext http, Problem problem) =>
        new Page<RefusalView, Problem>(problem.Status, contexts.Of(http), problem).ExecuteAsync(http);
}
