using System.Reflection;
using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace CddFunctions.Tests.Host;

/// <summary>A client that NSwag generates from the OpenAPI document works: it hands in, reads and is refused with typed errors.</summary>
[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed class GeneratedClientTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_generated_client_hands_in_revises_and_reads_typed_refusals()
    {
        await using var server = await TestServer.StartAsync();
        var client = await ClientAsync(server, await server.OfficerAsync("2101"));

        var first = await client.CallAsync(
            "HandInAsync",
            TestServer.Campaign,
            "t-plan",
            "2101",
            "key-1",
            client.Body(MadeUpCampaign.Plan())
        );
        var again = await client.CallAsync(
            "HandInAsync",
            TestServer.Campaign,
            "t-plan",
            "2101",
            "key-1",
            client.Body(MadeUpCampaign.Plan())
        );
        Assert.Matches("^[0-9A-Z]{5}-[0-9A-Z]{5}$", first.Receipt);
        Assert.Equal(first, again);

        var version = (await TestServer.GetAsync(server.Admin, TestServer.HandIn("t-plan", "2101"))).ETag;
        var second = await client.CallAsync(
            "ReviseAsync",
            TestServer.Campaign,
            "t-plan",
            "2101",
            "key-2",
            version,
            client.Body(MadeUpCampaign.Plan())
        );
        Assert.Equal(2, second.Revision);

        var stale = await client.RefusedAsync(
            "ReviseAsync",
            TestServer.Campaign,
            "t-plan",
            "2101",
            "key-3",
            version,
            client.Body(MadeUpCampaign.Plan())
        );
        Assert.Equal((412, "/problems/stale"), stale);
        var broken = await client.RefusedAsync("HandInAsync", TestServer.Campaign, "t-book", "2101", "key-4", client.Body(new()));
        Assert.Equal((400, "/problems/fields-malformed"), broken);
    }

    private static async Task<Client> ClientAsync(TestServer server, HttpClient http)
    {
        var json = (await TestServer.GetAsync(server.Anyone, "/api/openapi.json")).Must(200).Text;
        var document = await OpenApiDocument.FromJsonAsync(json, Ct);
        var settings = new CSharpClientGeneratorSettings
        {
            ClassName = "CddClient",
            UseBaseUrl = false,
            InjectHttpClient = true,
            CSharpGeneratorSettings = { Namespace = "Generated", GenerateNullableReferenceTypes = true },
        };
        var assembly = Compile(new CSharpClientGenerator(document, settings).GenerateFile());
        return new(assembly, Activator.CreateInstance(assembly.GetType("Generated.CddClient")!, http)!);
    }

    private static Assembly Compile(string code)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Generated.Client",
            [CSharpSyntaxTree.ParseText(code, cancellationToken: Ct)],
            references,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );
        using var file = new MemoryStream();
        var made = compilation.Emit(file, cancellationToken: Ct);
        Assert.Empty(made.Diagnostics.Where(d => d.Severity is DiagnosticSeverity.Error).Select(d => d.ToString()).Take(5));
        return Assembly.Load(file.ToArray());
    }

    /// <summary>The generated class, called by the names that a program would write.</summary>
    private sealed class Client(Assembly assembly, object instance)
    {
        /// <summary>The request of the generated type, as its own JSON reader makes it.</summary>
        public object Body(JsonObject json) =>
            Newtonsoft.Json.JsonConvert.DeserializeObject(json.ToJsonString(), assembly.GetType("Generated.HandInRequest")!)!;

        public async Task<(string Receipt, int Revision)> CallAsync(string method, params object[] arguments)
        {
            var task = (Task)Method(method, arguments.Length).Invoke(instance, arguments)!;
            await task;
            object answer = task.GetType().GetProperty("Result")!.GetValue(task)!;
            var type = answer.GetType();
            return (
                (string)type.GetProperty("Receipt")!.GetValue(answer)!,
                Convert.ToInt32(type.GetProperty("Revision")!.GetValue(answer), System.Globalization.CultureInfo.InvariantCulture)
            );
        }

        /// <returns>Status and type of the problem, from the typed exception.</returns>
        public async Task<(int Status, string Type)> RefusedAsync(string method, params object[] arguments)
        {
            var fault = await Record.ExceptionAsync(() => (Task)Method(method, arguments.Length).Invoke(instance, arguments)!);
            Assert.True(fault!.GetType().Name is "ApiException`1", $"{fault}");
            var problem = fault.GetType().GetProperty("Result")!.GetValue(fault)!;
            Assert.Equal("ProblemDocument", problem.GetType().Name);
            return (
                (int)fault.GetType().GetProperty("StatusCode")!.GetValue(fault)!,
                (string)problem.GetType().GetProperty("Type")!.GetValue(problem)!
            );
        }

        private MethodInfo Method(string name, int arguments) =>
            instance.GetType().GetMethods().Single(m => m.Name == name && m.GetParameters().Length == arguments);
    }
}
