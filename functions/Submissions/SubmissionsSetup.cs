using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Timers;
using CddFunctions.Submissions.Datasets;
using CddFunctions.Submissions.HandIns;
using CddFunctions.Submissions.HandIns.Pages;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Submissions.Reviews;
using CddFunctions.Submissions.Reviews.Pages;
using CddFunctions.Submissions.Rosters;
using CddFunctions.Submissions.Rosters.Pages;
using CddFunctions.Submissions.Uploads;

namespace CddFunctions.Submissions;

public static class SubmissionsSetup
{
    public static IServiceCollection AddSubmissions(this IServiceCollection services) =>
        services
            .AddSingleton<SubmissionStore>()
            .AddSingleton<SubmissionAudit>()
            .AddSingleton<Targets>()
            .AddSingleton<Places>()
            .AddSingleton<ReadSubmissions>()
            .AddHandIns()
            .AddReviews()
            .AddLedger()
            .AddRosters()
            .AddUploads()
            .AddSingleton<SubmissionDatasets>()
            .AddSingleton<RosterDatasets>();

    private static IServiceCollection AddHandIns(this IServiceCollection services) =>
        services
            .AddSingleton<HandIn>()
            .AddSingleton<HandInReader>()
            .AddSingleton<HandInRoster>()
            .AddSingleton<ReadReceipts>()
            .AddSingleton<Aggregation>()
            .AddSingleton<ChoiceClaims>()
            .AddSingleton<Revise>()
            .AddHandInPages();

    private static IServiceCollection AddReviews(this IServiceCollection services) =>
        services
            .AddSingleton<ReadStanding>()
            .AddSingleton<Review>()
            .AddSingleton<TakeBack>()
            .AddSingleton<Extend>()
            .AddSingleton<TakeBackExtension>()
            .AddSingleton<ReadHistory>()
            .AddSingleton<ReadWaiting>()
            .AddSingleton<ReturnReasons>()
            .AddHistoryPages();

    private static IServiceCollection AddLedger(this IServiceCollection services) =>
        services
            .AddSingleton<ObligationLedger>()
            .AddSingleton<ReadObligations>()
            .AddSingleton<UnitsInUse>(s => s.GetRequiredService<ObligationLedger>().UnitsWithHandInsAsync)
            .AddSingleton<TasksInUse>(s => s.GetRequiredService<ObligationLedger>().UnitsByTaskAsync);

    private static IServiceCollection AddRosters(this IServiceCollection services) =>
        services
            .AddSingleton<RosterStore>()
            .AddSingleton<RosterEntries>()
            .AddSingleton<RosterPeople>()
            .AddSingleton<PutRoster>()
            .AddSingleton<ReadRoster>()
            .AddSingleton<RosterWorkbooks>()
            .AddRosterPages();

    private static IServiceCollection AddUploads(this IServiceCollection services) =>
        services
            .AddSingleton<UploadStore>()
            .AddSingleton<UploadClaims>()
            .AddSingleton<SubmissionFiles>()
            .AddSingleton<DownloadFile>()
            .AddSingleton<AnnounceUpload>()
            .AddSingleton<UploadTimes>()
            .AddSingleton<ReceiveUpload>()
            .AddSingleton<TakeFile>()
            .AddSingleton<UploadMeter>()
            .AddSingleton<MeasureUpload>()
            .AddHousekeeping<RemoveUnclaimedUploads>("unclaimed uploads", (job, ct) => job.RunAsync(ct));
}
