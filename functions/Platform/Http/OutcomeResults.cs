namespace CddFunctions.Platform.Http;

/// <summary>Makes the HTTP answer of what a use case came to. Only endpoints and pages do.</summary>
public static class OutcomeResults
{
    /// <param name="answer">What the value becomes; else 200 with it as JSON.</param>
    public static IResult ToResult<T>(this Outcome<T> outcome, Func<T, IResult>? answer = null)
        where T : class =>
        outcome.IsRefused(out var refusal, out var value) ? refusal.ToResult() : answer?.Invoke(value) ?? TypedResults.Ok(value);

    /// <inheritdoc cref="ToResult{T}"/>
    public static async Task<IResult> ToResultAsync<T>(this Task<Outcome<T>> outcome, Func<T, IResult>? answer = null)
        where T : class => (await outcome).ToResult(answer);
}
