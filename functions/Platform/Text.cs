namespace CddFunctions.Platform;

/// <summary>The same words in Thai and English. Thai is what users see first.</summary>
public sealed record Text(string Th, string En)
{
    /// <summary>The English words when the language is English, else the Thai ones.</summary>
    public string In(bool english) => english ? En : Th;
}
