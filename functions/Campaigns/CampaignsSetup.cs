using CddFunctions.Campaigns.Datasets;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Campaigns.Proposals;
using CddFunctions.Web;

namespace CddFunctions.Campaigns;

public static class CampaignsSetup
{
    public static IServiceCollection AddCampaigns(this IServiceCollection services) =>
        services
            .AddSingleton<CampaignRevisions>()
            .AddSingleton<CampaignCatalog>()
            .AddSingleton<CheckFile>()
            .AddSingleton<ProposalStore>()
            .AddSingleton<ReadProposal>()
            .AddSingleton<ProposeDefinition>()
            .AddSingleton<ConfirmDefinition>()
            .AddSingleton<WithdrawDefinition>()
            .AddSingleton<ChooseUnits>()
            .AddSingleton<RevisionHistory>()
            .AddSingleton<UnitDirectory>()
            .AddSingleton<UnitSets>()
            .AddSingleton<CampaignDatasets>()
            .AddSingleton<HolderNames>()
            .AddSingleton<HolderName>(s => s.GetRequiredService<HolderNames>().Of)
            .AddCampaignPages();
}
