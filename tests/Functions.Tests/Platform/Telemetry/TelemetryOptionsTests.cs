using System.ComponentModel.DataAnnotations;
using CddFunctions.Platform.Telemetry;

namespace CddFunctions.Tests.Platform.Telemetry;

public sealed class TelemetryOptionsTests
{
    private const string Key = "InstrumentationKey=11111111-1111-1111-1111-111111111111";

    [Theory]
    [InlineData("", "", "", 1, null)]
    [InlineData("http://127.0.0.1:4318", "grpc", "", 0, null)]
    [InlineData("", "http/protobuf", Key + ";IngestionEndpoint=https://x.example/", 0.5, null)]
    [InlineData("127.0.0.1:4318", "", "", 1, "Telemetry:OtlpEndpoint is an address that begins with http:// or https://.")]
    [InlineData("ftp://x.example", "", "", 1, "Telemetry:OtlpEndpoint is an address that begins with http:// or https://.")]
    [InlineData("", "http/json", "", 1, "Telemetry:OtlpProtocol is http/protobuf or grpc.")]
    [InlineData("", "", "IngestionEndpoint=https://x.example/", 1, "Telemetry:ConnectionString needs InstrumentationKey=….")]
    [InlineData("", "", Key + ";IngestionEndpoint=x.example", 1, "IngestionEndpoint in Telemetry:ConnectionString is no address.")]
    [InlineData("", "", "", 1.01, "Telemetry:SampleRatio is a number from 0 to 1.")]
    [InlineData("", "", "", -0.01, "Telemetry:SampleRatio is a number from 0 to 1.")]
    public void Settings_are_checked_and_an_empty_one_means_its_default(
        string endpoint,
        string protocol,
        string connection,
        double ratio,
        string? fault
    )
    {
        var options = new TelemetryOptions
        {
            OtlpEndpoint = endpoint,
            OtlpProtocol = protocol,
            ConnectionString = connection,
            SampleRatio = ratio,
        };
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(options, new(options), found, validateAllProperties: true);

        Assert.Equal(fault, found.SingleOrDefault()?.ErrorMessage);
    }
}
