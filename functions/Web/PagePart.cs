using Microsoft.AspNetCore.Components;

namespace CddFunctions.Web;

/// <summary>Part of a page. What every page knows comes down to it by itself.</summary>
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
