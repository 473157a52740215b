using CddFunctions.Platform;

namespace CddFunctions.Web;

/// <summary>Why an address shows nothing.</summary>
/// <param name="Back">The programme's start page.</param>
public sealed record ProblemView(Problem Problem, string Back);
