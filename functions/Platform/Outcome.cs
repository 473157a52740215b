using System.Diagnostics.CodeAnalysis;

namespace CddFunctions.Platform;

/// <summary>A value, or why there is none: an expected refusal, never an exception.</summary>
public readonly struct Outcome<T>
    where T : class
{
    private readonly T? _value;
    private readonly Problem? _refusal;

    private Outcome(T? value, Problem? refusal) => (_value, _refusal) = (value, refusal);

    /// <summary>Null when there is a value.</summary>
    public Problem? Refusal => _refusal;

    public bool IsRefused([NotNullWhen(true)] out Problem? refusal, [NotNullWhen(false)] out T? value)
    {
        (refusal, value) = (_refusal, _value);
        return refusal is not null;
    }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Problem refusal) => new(null, refusal);
}
