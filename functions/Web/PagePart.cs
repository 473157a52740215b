using Microsoft.AspNetCore.Components;

namespace CddFunctions.Web;

/// <summary>Part of a page. What every page knows comes down to it by itself.</summary>
public abstract class PagePart : ComponentBase
{
    [CascadingParameter] public required PageContext Page { get; set; }
}
