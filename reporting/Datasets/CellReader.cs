using System.Linq.Expressions;
using System.Reflection;

namespace CddFunctions.Reporting.Datasets;

/// <summary>Compiles a property into a delegate once, so that no row pays for reflection or boxing.</summary>
internal static class CellReader
{
    public static Func<T, Cell> Compile<T>(PropertyInfo property)
    {
        var row = Expression.Parameter(typeof(T), "row");
        var value = OrNull(Expression.Property(row, property));
        if (Nullable.GetUnderlyingType(value.Type) is { IsEnum: true } words)
            value = Expression.Call(typeof(EnumWords<>).MakeGenericType(words), nameof(EnumWords<>.Of), null, value);

        return Expression.Lambda<Func<T, Cell>>(Expression.Call(typeof(Cell), nameof(Cell.Of), null, value), row).Compile();
    }

    /// <summary>Value types as nullable ones: <see cref="Cell"/> then needs one overload for both.</summary>
    private static Expression OrNull(Expression value) =>
        value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null
            ? Expression.Convert(value, typeof(Nullable<>).MakeGenericType(value.Type))
            : value;
}
