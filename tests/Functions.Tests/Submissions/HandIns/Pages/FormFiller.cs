using CddFunctions.Campaigns.Model;
using CddFunctions.Demo.Files;
using CddFunctions.Submissions.Fields;
using Microsoft.Playwright;

namespace CddFunctions.Tests.Submissions.HandIns.Pages;

/// <summary>
/// Fills the form that is open as a person would, from the definition alone: every field, made-up values inside its limits.
/// </summary>
internal sealed class FormFiller(IPage page, Campaign campaign)
{
    public async Task FillAsync(IEnumerable<Field> fields)
    {
        foreach (var field in fields)
            await FillAsync(field, field.Id);
    }

    public async Task FillAsync(Field field, string name)
    {
        switch (field.Kind)
        {
            case FieldKind.Table:
                foreach (var n in Enumerable.Range(0, Rows(field)))
                {
                    if (await page.Locator($"[name^='{name}[{n}].']").CountAsync() == 0)
                        await page.Locator($"button[value='{name}']").ClickAsync();
                    foreach (var column in field.Columns!)
                        await FillAsync(column, $"{name}[{n}].{column.Id}");
                }

                break;
            case FieldKind.Date:
                await Named($"{name}.day").FillAsync("๒๓");
                await Named($"{name}.month").SelectOptionAsync("3");
                await Named($"{name}.year").FillAsync("๒๕๖๗");
                break;
            case FieldKind.Boolean:
                await page.Locator($"[name='{name}'][value=true]").CheckAsync();
                break;
            case FieldKind.Choice:
                await Named(name)
                    .SelectOptionAsync(Choices.Of(field, campaign).ElementAt(Place(name) % Choices.Of(field, campaign).Count()).Value);
                break;
            case FieldKind.Choices:
                await page.Locator($"[name='{name}']").First.CheckAsync();
                break;
            case FieldKind.Unit:
                await FillUnitAsync(name);
                break;
            case FieldKind.File or FieldKind.Video or FieldKind.Images or FieldKind.Sheet:
                await Named($"files.{name}").SetInputFilesAsync(FileFor(field));
                break;
            default:
                await Named(name).FillAsync(Words(field, Place(name)));
                break;
        }
    }

    /// <summary>The amounts of a table add up to 400, as the total says.</summary>
    private static string Words(Field field, int place) =>
        field.Kind switch
        {
            FieldKind.Integer or FieldKind.Number => $"{field.Min + 1 ?? 5}",
            FieldKind.Money => field.Max is null ? "๑๐๐" : "๔๐๐",
            FieldKind.Phone => $"080-000-00{place:00}",
            FieldKind.Link => "https://example.invalid/post/1",
            FieldKind.Location => "12.68, 101.28",
            FieldKind.Title => "นาย",
            _ => $"ข้อความสมมติ {(char)('ก' + place)}",
        };

    private static FilePayload FileFor(Field field) =>
        field.Kind switch
        {
            FieldKind.File => new()
            {
                Name = "เล่ม.pdf",
                MimeType = "application/pdf",
                Buffer = DemoPdf.Of(2, "Demo"),
            },
            FieldKind.Video => new()
            {
                Name = "คลิป.mp4",
                MimeType = "video/mp4",
                Buffer = DemoClip.Of(298),
            },
            _ => new()
            {
                Name = "ภาพ.png",
                MimeType = "image/png",
                Buffer = DemoPicture.Png(),
            },
        };

    private static int Rows(Field table) => table.Columns!.Any(c => c.Kind is FieldKind.Money) ? 4 : 3;

    private static int Place(string name) => name.IndexOf('[', StringComparison.Ordinal) is > 0 and var open ? name[open + 1] - '0' : 0;

    private async Task FillUnitAsync(string name)
    {
        if (await Named(name).Locator("option").CountAsync() > 1)
            await Named(name).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        else
            Assert.Fail($"{name} offers no place");
    }

    private ILocator Named(string name) => page.Locator($"[name='{name}']");
}
