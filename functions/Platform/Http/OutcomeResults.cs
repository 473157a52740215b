namespace CddFunctions.Platform.Http;

/// <summary>Makes an HTTP answer from the outcome of a use case. Only endpoints and pages call this.</summary>
public static class OutcomeResults
{
    /// <param name="answer">Makes the answer from the value; null = 200 with the value as JSON.</param>
    /// <param name="refused">Makes the answer from the refusal; null = Problem Details.</param>
    public static IResult ToResult<T>(this Outcome<T> outcome, Func<T, IResult>? answer = null, Func<Problem, IResult>? refused = null)
        where T : class =>
        outcome.IsRefused(out var refusal, out var value)
            ? refused?.Invoke(refusal) ?? refusal.ToResult()
            : answer?.Invoke(value) ?? TypedResults.Ok(value);

    /// <inheritdoc cref="ToResult{T}"/>
    public static async Task<IResult> ToResultAsync<T>(
        this Task<Outcome<T>> outcome,
        Func<T, IResult>? answer = null,
        Func<Problem, IResult>? refused = null
    )
        where T : class => (await outcome).ToResult(answer, refused);
}
