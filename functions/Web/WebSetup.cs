using System.Text.Encodings.Web;
using System.Text.Unicode;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Web;

/// <summary>What the pages of every feature stand on.</summary>
public static class WebSetup
{
    public static IServiceCollection AddWeb(this IServiceCollection services, bool rehearsal) =>
        services
            .AddSingleton(new PageSettings(rehearsal))
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)) // does not escape Thai: readable source, a third of the size
            .AddSingleton<PageContexts>()
            .AddSingleton<Menus>()
            .AddSingleton<SignIn>()
            .AddSingleton<RefusalPages>()
            .AddSingleton<RefusalPage>(s => s.GetRequiredService<RefusalPages>().SendAsync);

    /// <summary>Puts a page of a feature into the navigation of whoever may open it (<see cref="MenuEntry"/>).</summary>
    public static IServiceCollection AddMenu<TTexts>(
        this IServiceCollection services,
        int order,
        string path,
        Func<TTexts, string> words,
        params CallerRole[] roles
    )
        where TTexts : class => services.AddSingleton(new MenuEntry(order, path, english => words(PageTexts.In<TTexts>(english)), roles));
}
