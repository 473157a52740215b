using CddFunctions.Campaigns.Datasets;
using CddFunctions.Campaigns.Pages;

namespace CddFunctions.Campaigns;

public static class CampaignsSetup
{
    public static IServiceCollection AddCampaigns(this IServiceCollection services) =>
        services
            .AddSingleton<CampaignRevisions>()
            .AddSingleton<CampaignCatalog>()
            .AddSingleton<ChooseUnits>()
            .AddSingleton<RevisionHistory>()
            .AddSingleton<UnitDirectory>()
            .AddSingleton<UnitSets>()
            .AddSingleton<CampaignDatasets>()
            .AddCampaignPages();
}
