using CddFunctions.Audit;

namespace CddFunctions.Platform.Audit;

public static class AuditSetup
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<AuditTrail>()
        .AddSingleton<AuditSearch>()
        .AddSingleton<AuditCheck>();
}
