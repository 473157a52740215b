using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Campaigns;

/// <summary>
/// Pure: the limits of a number field. What its definition leaves out is filled in with what one programme of one province can count,
/// so that a slip of the finger is refused and every sum can be worked out.
/// </summary>
public static class NumberLimits
{
    /// <summary>No definition may ask for more: the sum of 5,000 rows, and a product of two such numbers, stay within a decimal.</summary>
    public const decimal Largest = 1_000_000_000_000;

    private const decimal MostPeople = 1_000_000;
    private const decimal MostOfOthers = 1_000_000_000;

    /// <summary>Within <see cref="Largest"/>: it can be summed, and said in words.</summary>
    public static bool IsCountable(decimal number) => Math.Abs(number) <= Largest;

    public static NumberUnit? UnitOf(Field field) => field.Kind is FieldKind.Money ? NumberUnit.Baht : field.Unit;

    public static decimal Most(Field field) => field.Max ?? Usual(field);

    public static decimal Least(Field field) => field.Min ?? (IsCount(field) ? 0 : -Usual(field));

    private static decimal Usual(Field field) => IsCount(field) ? MostPeople : MostOfOthers;

    private static bool IsCount(Field field) => UnitOf(field) is NumberUnit.People or NumberUnit.Households;
}
