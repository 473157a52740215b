using Azure;
using Azure.Identity;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Blobs;

/// <summary>Names the containers that are missing; Bicep makes them, the application's identity may not.</summary>
internal sealed class BlobStartCheck(BlobAccount account) : IStartCheck
{
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct)
    {
        var faults = new List<string>();
        foreach (var name in BlobAccount.Containers)
        {
            if (await FaultAsync(name, ct) is { } fault)
                faults.Add(fault);
        }

        return faults;
    }

    private async Task<string?> FaultAsync(string name, CancellationToken ct)
    {
        try
        {
            var found = (await account.Container(name).ExistsAsync(ct)).Value;
            return found
                ? null
                : $"ไม่มีคอนเทนเนอร์ {name} ใน {account.Service.Uri} ให้สร้างด้วย infra-bicep / {account.Service.Uri} has no container '{name}'; infra-bicep makes it.";
        }
        catch (Exception e) when (e is RequestFailedException or AuthenticationFailedException or AggregateException)
        {
            return $"เปิดที่เก็บไฟล์ {account.Service.Uri} ไม่ได้ / the blob store {account.Service.Uri} cannot be opened: {FirstLine(e)}";
        }
    }

    private static string FirstLine(Exception e) => (e.InnerException ?? e).Message.Split('\n')[0].TrimEnd();
}
