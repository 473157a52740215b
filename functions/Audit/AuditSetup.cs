using CddFunctions.Audit.Pages;

namespace CddFunctions.Audit;

/// <summary>Reading and checking the record of deeds. It is written in <c>Platform/Audit</c>.</summary>
public static class AuditSetup
{
    public static IServiceCollection AddAudit(this IServiceCollection services) =>
        services.AddSingleton<AuditSearch>().AddSingleton<CheckAudit>().AddAuditPages();
}
