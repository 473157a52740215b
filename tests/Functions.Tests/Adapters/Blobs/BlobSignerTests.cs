using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using System.Web;
using Azure.Core;
using Azure.Core.Pipeline;
using CddFunctions.Adapters.Blobs;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Tests.Adapters.Blobs;

/// <summary>An account without keys, as in Azure: its part is played by a handler that gives out a user delegation key.</summary>
public sealed partial class BlobSignerTests : IDisposable
{
    private const string Name = "made-up/uploads/01ab";

    private readonly Account _account = new();
    private readonly BlobIncoming _incoming;
    private readonly BlobFiles _files;

    public BlobSignerTests()
    {
        var account = BlobAccount.Open(
            new() { ServiceUri = "https://made-up.invalid", Retries = 0 },
            () => new Identity(),
            o => o.Transport = new HttpClientTransport(_account)
        );
        (_incoming, _files) = (new(account, TimeProvider.System), new(account, BlobAccount.Files, TimeProvider.System));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task A_ticket_is_signed_by_the_identity_for_one_blob_over_tls_for_a_quarter_of_an_hour()
    {
        var from = TimeProvider.System.GetUtcNow();

        var ticket = (await _incoming.AnnounceAsync(Name, TimeSpan.FromMinutes(15), Ct))!;

        var said = HttpUtility.ParseQueryString(ticket.Uri.Query);
        Assert.Equal("https://made-up.invalid/incoming/" + Name, ticket.Uri.GetLeftPart(UriPartial.Path));
        Assert.Equal(("cw", "b", "https", Account.Oid), (said["sp"], said["sr"], said["spr"], said["skoid"]));
        Assert.InRange(Time(said["se"]!), from.AddMinutes(15).AddSeconds(-1), TimeProvider.System.GetUtcNow().AddMinutes(15));
        Assert.Equal("BlockBlob", ticket.Headers["x-ms-blob-type"]);
    }

    [Fact]
    public async Task One_key_signs_until_it_would_end_before_the_address()
    {
        var addresses = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => AddressAsync(TimeSpan.FromMinutes(5))));
        Assert.Equal(1, _account.Keys);
        Assert.Single(addresses.Select(a => a["ske"]).Distinct());

        var late = await AddressAsync(TimeSpan.FromHours(8));

        Assert.Equal(2, _account.Keys);
        Assert.True(Time(late["ske"]!) >= Time(late["se"]!));
        Assert.All(addresses, a => Assert.True(Time(a["ske"]!) >= Time(a["se"]!)));
    }

    [Fact]
    public async Task Without_a_key_there_is_no_address_but_an_outage()
    {
        _account.Refuses = true;

        await Assert.ThrowsAsync<StorageUnavailableException>(() => _incoming.AnnounceAsync(Name, TimeSpan.FromMinutes(15), Ct));
    }

    private static DateTimeOffset Time(string said) => DateTimeOffset.Parse(said, CultureInfo.InvariantCulture);

    private async Task<System.Collections.Specialized.NameValueCollection> AddressAsync(TimeSpan life) =>
        HttpUtility.ParseQueryString((await _files.AddressAsync(Name, new("text/csv", "a.csv"), life, Ct))!.Query);

    private sealed partial class Account : HttpMessageHandler
    {
        public const string Oid = "00000000-0000-0000-0000-00000000000a";

        private int _keys;

        public int Keys => _keys;

        public bool Refuses { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _keys);
            Assert.Equal("?restype=service&comp=userdelegationkey", request.RequestUri!.Query);
            if (Refuses)
                return new(HttpStatusCode.Forbidden);

            var asked = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new(HttpStatusCode.OK)
            {
                Content = new StringContent(
                    $"<UserDelegationKey><SignedOid>{Oid}</SignedOid><SignedTid>{Oid}</SignedTid><SignedStart>{Start().Match(asked).Value}</SignedStart>"
                        + $"<SignedExpiry>{Expiry().Match(asked).Value}</SignedExpiry><SignedService>b</SignedService><SignedVersion>2020-02-10</SignedVersion><Value>a2V5</Value></UserDelegationKey>"
                ),
            };
        }

        [GeneratedRegex("(?<=<Start>)[^<]*", RegexOptions.None, 1000)]
        private static partial Regex Start();

        [GeneratedRegex("(?<=<Expiry>)[^<]*", RegexOptions.None, 1000)]
        private static partial Regex Expiry();
    }

    private sealed class Identity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("made-up", TimeProvider.System.GetUtcNow().AddHours(1));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
