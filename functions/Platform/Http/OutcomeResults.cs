namespace CddFunctions.Platform.Http;

/// <summary>Makes an HTTP answer from the outcome of a use case. Only endpoints and pages call this.</summary>
public static class OutcomeResults
{
    /// <param name="answer">Makes the answer from the value; null = 200 with the value as JSON.</param>
    public static IResult ToResult<T>(this Outcome<T> outcome, Func<T, IResult>? answer = null)
        where T : class =>
        outcome.IsRefused(out var refusal, out var value) ? refusal.ToResult() : answer?.Invoke(value) ?? TypedResults.Ok(value);

    /// <inheritdoc cref="ToResult{T}"/>
    public static async Task<IResult> ToResultAsync<T>(this Task<Outcome<T>> outcome, Func<T, IResult>? answer = null)
        where T : class => (await outcome).ToResult(answer);
}
