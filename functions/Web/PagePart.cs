using Microsoft.AspNetCore.Components;

namespace CddFunctions.Web;

/// <summary>Part of a page. It gets the context of its page as a cascading parameter.</summary>
public abstract class PagePart : ComponentBase
{
    [CascadingParameter]
    public required PageContext Page { get; set; }
}

/// <summary>Part of a page with words of its own.</summary>
public abstract class PagePart<TTexts> : PagePart
    where TTexts : class
{
    protected TTexts T => Page.Texts<TTexts>();
}
