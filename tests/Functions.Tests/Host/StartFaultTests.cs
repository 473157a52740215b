using CddFunctions.Host;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace CddFunctions.Tests.Host;

public sealed class StartFaultTests
{
    public static TheoryData<Exception, string> Mendable =>
        new()
        {
            { new IOException("bind", new AddressInUseException("busy")), "port 7071 is in use" },
            { Range(0), "7071 is no port" },
            { new OptionsValidationException("o", typeof(ServeOptions), ["too short"]), "too short" },
            { new InvalidOperationException("Serve:Port", Wrong("xx")), "Serve:Port" },
            { new UnauthorizedAccessException("denied: /srv"), "denied: /srv" },
            { new DirectoryNotFoundException("no /campaigns"), "no /campaigns" },
        };

    [Theory]
    [MemberData(nameof(Mendable))]
    public void What_the_operator_can_mend_is_one_sentence(Exception fault, string reason)
    {
        var sentence = StartFault.Sentence(fault, 7071);

        Assert.StartsWith("เริ่มไม่ได้ / cannot start: ", sentence, StringComparison.Ordinal);
        Assert.Contains(reason, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_the_program_keeps_its_stack_trace()
    {
        Assert.Null(StartFault.Sentence(new InvalidOperationException("a bug"), 7071));
        Assert.Null(StartFault.Sentence(Wrong("other"), 7071));
    }

    private static ArgumentOutOfRangeException Range(int port) => new(nameof(port), port, "out of range");

    private static ArgumentException Wrong(string value) => new("not a number", nameof(value));
}
