using CddFunctions.Links.Pages;

namespace CddFunctions.Links;

public static class LinksSetup
{
    public static IServiceCollection AddLinks(this IServiceCollection services) =>
        services
            .AddSingleton<AdministratorLinks>()
            .AddSingleton<MakeLink>()
            .AddSingleton<MakeMissingLinks>()
            .AddSingleton<RevokeLink>()
            .AddSingleton<LinkBook>()
            .AddSingleton<LinkTokens>()
            .AddLinksPages();
}
