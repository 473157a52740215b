using CddFunctions.Web;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CddFunctions.Tests.Architecture;

/// <summary>One type of the application names a member or a type: in a signature, in a body, in an attribute.</summary>
/// <param name="From">The outermost type; what the compiler makes of lambdas and iterators lies in it.</param>
/// <param name="Member">Null where only the type is named.</param>
internal sealed record Use(TypeDefinition From, TypeReference To, MemberReference? Member)
{
    /// <summary>The folder below <c>functions/</c>; empty for what is not ours.</summary>
    public string FromFolder => BuiltCode.Folder(From);

    public string ToFolder => BuiltCode.Folder(To);
}

/// <summary>
/// Who uses whom, read from the built assembly, so that no way of writing a name hides it. Only constants are not in it: the compiler
/// copies their values.
/// </summary>
internal static class BuiltCode
{
    private const string Root = "CddFunctions.";

    public static readonly IReadOnlyList<TypeDefinition> Types =
    [
        .. ModuleDefinition.ReadModule(typeof(PageTexts).Assembly.Location).Types,
    ];

    public static readonly IReadOnlyList<Use> Uses =
    [
        .. Types.SelectMany(t => In(t).SelectMany(part => Named(part)).Select(n => new Use(t, n.Type, n.Member))),
    ];

    /// <summary>Audit of CddFunctions.Audit.Pages.AuditPage.</summary>
    public static string Folder(TypeReference type) =>
        Outermost(type).Namespace is var space && space.StartsWith(Root, StringComparison.Ordinal)
            ? space[Root.Length..].Split('.')[0]
            : "";

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } around ? Outermost(around) : type;

    private static IEnumerable<TypeDefinition> In(TypeDefinition type) => type.NestedTypes.SelectMany(In).Prepend(type);

    private static IEnumerable<(TypeReference Type, MemberReference? Member)> Named(TypeDefinition type)
    {
        IEnumerable<TypeReference?> types =
        [
            type.BaseType,
            .. type.Interfaces.Select(i => i.InterfaceType),
            .. Attributes(type),
            .. Bounds(type),
            .. type.Fields.SelectMany(f => Attributes(f).Append(f.FieldType)),
            .. type.Properties.SelectMany(Attributes),
            .. type.Methods.SelectMany(m =>
                Signature(m).Concat(Attributes(m)).Concat(Bounds(m)).Concat(m.Parameters.SelectMany(Attributes))
            ),
        ];
        return types
            .SelectMany(Flat)
            .Select(t => (t, (MemberReference?)null))
            .Concat(type.Methods.Where(m => m.HasBody).SelectMany(m => Named(m.Body)));
    }

    private static IEnumerable<(TypeReference Type, MemberReference? Member)> Named(MethodBody body)
    {
        var types = body
            .Variables.Select(v => v.VariableType)
            .Concat(body.ExceptionHandlers.Select(h => h.CatchType))
            .SelectMany(Flat)
            .Select(t => (t, (MemberReference?)null));
        return types.Concat(
            body.Instructions.SelectMany(i =>
                i.Operand switch
                {
                    TypeReference type => Flat(type).Select(t => (t, (MemberReference?)null)),
                    MethodReference method => Signature(method)
                        .Append(method.DeclaringType)
                        .SelectMany(Flat)
                        .Select(t => (t, (MemberReference?)method)),
                    FieldReference field => Flat(field.DeclaringType)
                        .Concat(Flat(field.FieldType))
                        .Select(t => (t, (MemberReference?)field)),
                    _ => [],
                }
            )
        );
    }

    private static IEnumerable<TypeReference> Signature(MethodReference method) =>
        [
            method.ReturnType,
            .. method.Parameters.Select(p => p.ParameterType),
            .. method is GenericInstanceMethod generic ? generic.GenericArguments : [],
        ];

    private static IEnumerable<TypeReference> Bounds(IGenericParameterProvider of) =>
        of.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType);

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider of) =>
        of.CustomAttributes.SelectMany(a =>
            a.ConstructorArguments.Concat(a.Properties.Select(p => p.Argument))
                .Select(v => v.Value)
                .OfType<TypeReference>()
                .Prepend(a.AttributeType)
        );

    /// <summary>List&lt;Field[]&gt; → List, Field.</summary>
    private static IEnumerable<TypeReference> Flat(TypeReference? type) =>
        type switch
        {
            null or GenericParameter => [],
            GenericInstanceType generic => generic.GenericArguments.SelectMany(Flat).Prepend(generic.ElementType),
            TypeSpecification around => Flat(around.ElementType),
            _ => [type],
        };
}
