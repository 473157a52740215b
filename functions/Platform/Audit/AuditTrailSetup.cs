namespace CddFunctions.Platform.Audit;

public static class AuditTrailSetup
{
    public static IServiceCollection AddAuditTrail(this IServiceCollection services) =>
        services.AddSingleton<AuditTrail>().AddSingleton<AuditCheck>();
}
