using System.Globalization;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Ballots.Pages;

/// <summary>Pure: whose link tallied or certified, and who gave it.</summary>
public static class SignerWords
{
    /// <param name="pattern">With places for who and when.</param>
    public static string Of(PageContext page, string pattern, Signer signer) =>
        page.Fill(pattern, Who(page.Texts<VoteTexts>(), signer), page.Moment(signer.At));

    public static string Who(VoteTexts texts, Signer signer) =>
        string.Format(
            CultureInfo.InvariantCulture,
            texts.Signer,
            signer.Subject,
            signer.GivenBy is Person.Installation ? texts.Installation : signer.Giver ?? signer.GivenBy
        );
}
