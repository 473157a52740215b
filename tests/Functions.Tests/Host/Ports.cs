using System.Net;
using System.Net.Sockets;

namespace CddFunctions.Tests.Host;

internal static class Ports
{
    /// <summary>A free one below those that the system gives to clients, so that nobody takes it before it is used.</summary>
    public static int Free()
    {
        while (true)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(20_000, 30_000));
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // taken: try another one
            }
        }
    }
}
