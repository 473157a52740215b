using Microsoft.AspNetCore.Components;

namespace CddFunctions.Web;

/// <summary>A whole page: all that it shows is in one model, so that none of it can be missing.</summary>
public abstract class PageView<TView> : PagePart
{
    [Parameter, EditorRequired]
    public required TView View { get; set; }
}

/// <summary>A whole page with words of its own.</summary>
public abstract class PageView<TView, TTexts> : PageView<TView>
    where TTexts : class
{
    protected TTexts T => Page.Texts<TTexts>();
}
