namespace CddFunctions.Platform.Media.Pdf;

/// <summary>Walks the page tree and counts its leaves; the declared /Count is never trusted.</summary>
internal sealed class PdfPages(PdfObjects file, MediaBudget budget)
{
    // Honest trees are a few levels deep; a tree that goes in a circle is infinitely deep.
    private const int MaxDepth = 64;

    private int _pages;
    private PaperSize? _notA4;

    public (int Pages, PaperSize? NotA4) Count()
    {
        if (
            file.Resolve(file.Xref.Trailer.Get("Root")) is not PdfDictionary catalog
            || file.Resolve(catalog.Get("Pages")) is not PdfDictionary root
        )
            throw new InvalidDataException("There is no page tree.");

        Visit(root, new PdfPageBox(null, null, null), 0);
        return _pages > 0 ? (_pages, _notA4) : throw new InvalidDataException("There are no pages.");
    }

    private void Visit(PdfDictionary node, PdfPageBox inherited, int depth)
    {
        budget.Step();
        if (depth > MaxDepth)
            throw new InvalidDataException("The page tree is too deep.");

        var box = inherited.With(node);
        if (!node.Is("Type", "Page") && file.Resolve(node.Get("Kids")) is PdfArray kids)
            VisitKids(kids, box, depth);
        else if (node.Is("Type", "Pages"))
            throw new InvalidDataException("A branch of the page tree has no pages.");
        else
            CountPage(node, box);
    }

    private void VisitKids(PdfArray kids, PdfPageBox box, int depth)
    {
        foreach (var kid in kids.Where(k => k is not null)) // an editor that removed a page may leave null in its place
        {
            var node = file.Resolve(kid) as PdfDictionary ?? throw new InvalidDataException("A page is missing.");
            Visit(node, box, depth + 1);
        }
    }

    private void CountPage(PdfDictionary page, PdfPageBox box)
    {
        _pages++;
        if (_notA4 is not null)
            return;

        var (width, height) = box.SizeInMm(file, page.Get("UserUnit"));
        if (!A4.Fits(width, height))
            _notA4 = new PaperSize(_pages, A4.Rounded(width), A4.Rounded(height));
    }
}
