using CddFunctions.Web.Components;

namespace CddFunctions.Web;

/// <summary>A page that only says why there is nothing else to see, in both languages: its reader has not chosen one yet.</summary>
public static class Message
{
    public static IResult Page(int status, PageContext context, Func<MessageTexts, MessageText> which) =>
        new Page<MessagePage, Func<MessageTexts, MessageText>>(status, context, which);
}
