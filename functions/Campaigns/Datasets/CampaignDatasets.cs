using System.Runtime.CompilerServices;
using CddFunctions.Campaigns.Model;
using CddFunctions.Reporting.Datasets;

namespace CddFunctions.Campaigns.Datasets;

/// <summary>What the definition itself publishes as tables: units, tasks and the calendar of its fiscal year.</summary>
public sealed class CampaignDatasets(UnitDirectory directory)
{
    public async IAsyncEnumerable<UnitRow> UnitsAsync(LaunchedCampaign campaign, [EnumeratorCancellation] CancellationToken ct)
    {
        var units = new SortedDictionary<string, Unit>(StringComparer.Ordinal);
        var sets = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var unit in campaign.Definition.Units)
            units[unit.Code] = unit;
        foreach (var set in campaign.Definition.UnitSets.Where(s => s.Managed))
        {
            foreach (var unit in await directory.InAsync(campaign, set.Id, ct))
            {
                units.TryAdd(unit.Code, unit);
                if (!sets.TryGetValue(unit.Code, out var names))
                    sets[unit.Code] = names = [];
                names.Add(set.Id);
            }
        }

        foreach (var unit in units.Values)
        {
            var parent = units.GetValueOrDefault(unit.Code[..Math.Max(unit.Code.Length - 2, 0)]);
            yield return new()
            {
                Campaign = campaign.Id,
                Unit = unit.Code,
                Level = unit.Level,
                NameTh = unit.Th,
                NameEn = unit.En,
                Parent = parent?.Code,
                ParentName = parent?.Th,
                Sets = sets.GetValueOrDefault(unit.Code) ?? [],
                Managed = true,
            };
        }
    }

    public async IAsyncEnumerable<TaskRow> TasksAsync(LaunchedCampaign campaign, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var task in campaign.Definition.Tasks)
        {
            var expected = task.Managed ? (await directory.OwingAsync(campaign, task, ct)).Count : 0;
            var window = task.Window is { } id ? campaign.Milestone(id) : null;
            yield return new()
            {
                Campaign = campaign.Id,
                Task = task.Id,
                TitleTh = task.Th,
                TitleEn = task.En,
                Kind = task.Kind.ToString().ToLowerInvariant(),
                Owner = task.Owner,
                OwnerTitle = campaign.OwnerOf(task).Th,
                Recipient = task.To,
                Per = task.Per,
                DueDate = campaign.DueOf(task)?.LastDay,
                DueBasis = ToRow(task.DueBasis),
                WindowFrom = window?.FirstDay,
                WindowTo = window?.LastDay,
                Form = task.Form,
                Mandatory = task.Mandatory,
                Managed = task.Managed,
                Expected = expected,
                Clause = [.. task.Src.Where(s => s.Source is not null).Select(s => $"{s.Source} {s.At}")],
            };
        }
    }

    public static IAsyncEnumerable<DateRow> DatesAsync(LaunchedCampaign campaign)
    {
        var calendar = campaign.Definition.Calendar;
        var year = campaign.Definition.FiscalYear;
        return DateDimension
            .Rows(year, year, calendar.WorkWeek.ToHashSet(), calendar.Holidays.Select(h => new DayOff(h.On, h.Th)))
            .ToAsyncEnumerable();
    }

    public static DueBasis ToRow(Basis basis) =>
        basis switch
        {
            Basis.Stated => DueBasis.Stated,
            Basis.Inferred => DueBasis.Inferred,
            Basis.Assumed => DueBasis.Assumed,
            Basis.Platform => DueBasis.Platform,
            _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, null),
        };
}
