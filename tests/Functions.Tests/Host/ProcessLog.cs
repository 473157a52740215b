using System.Diagnostics;
using System.Text;

namespace CddFunctions.Tests.Host;

/// <summary>What processes have printed, read on as it comes: nobody may let them wait for room in a pipe.</summary>
internal sealed class ProcessLog
{
    private readonly StringBuilder _text = new();
    private Task _reading = Task.CompletedTask;

    public string Text
    {
        get
        {
            lock (_text)
                return _text.ToString();
        }
    }

    /// <param name="each">Sees every line as it comes.</param>
    public void Follow(Process process, Action<string>? each = null) =>
        _reading = Task.WhenAll(_reading, ReadAsync(process.StandardOutput, each), ReadAsync(process.StandardError, each));

    /// <summary>Comes when all of them have closed their ends.</summary>
    public async Task<string> WholeAsync()
    {
        await _reading;
        return Text;
    }

    public void Add(string line)
    {
        lock (_text)
            _text.AppendLine(line);
    }

    private async Task ReadAsync(StreamReader reader, Action<string>? each)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            Add(line);
            each?.Invoke(line);
        }
    }
}
