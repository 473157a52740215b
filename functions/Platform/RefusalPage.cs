namespace CddFunctions.Platform;

/// <summary>Sends a refusal as a page, to whoever posted an HTML form. The pages supply it: the rest knows no HTML.</summary>
public delegate Task RefusalPage(HttpContext http, Problem problem);
