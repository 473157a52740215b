using CddFunctions.Platform;
using CddFunctions.Submissions.Fields;

namespace CddFunctions.Submissions.Reviews.Pages;

/// <summary>Pure: the two inputs of an extension.</summary>
public static class ExtensionFields
{
    public const string Until = "until";
    public const string Reason = "reason";

    private const string ReasonMissing = "reason-missing";

    /// <summary>The date of the form as one value. What is no date comes back as it was typed, to be shown again.</summary>
    public static string? DateOf(IFormCollection form) => DateParts.Read(form, Until).Join();

    /// <summary>The refusal, at the input that it is about.</summary>
    public static FieldError ErrorOf(Problem problem) =>
        new(string.Equals(problem.Code, ReasonMissing, StringComparison.Ordinal) ? Reason : Until, problem.Code, problem.Detail);
}
