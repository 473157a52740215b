namespace CddFunctions.Tests.Host.FunctionsHost;

/// <summary>A worker that was started and will open its stream to the host.</summary>
internal interface IWorker : IDisposable
{
    /// <summary>Comes when it has ended, with the reason for the log.</summary>
    Task<string> Ended { get; }

    /// <summary>At once and without a word, as the host does it.</summary>
    void Kill();
}

/// <summary>What the host tells a worker at its start.</summary>
internal sealed record WorkerStart(FunctionApp App, Uri Host, string WorkerId, ProcessLog Log);
