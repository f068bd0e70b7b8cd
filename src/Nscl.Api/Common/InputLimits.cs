using System.Linq.Expressions;
using System.Reflection;
using FluentValidation;
using FluentValidation.Validators;

namespace Nscl.Api.Common;

/// <param name="Max">Longest text.</param>
/// <param name="MaxItems">Longest list.</param>
/// <param name="From">Least number.</param>
/// <param name="To">Greatest number.</param>
internal sealed record InputLimit(int? Max = null, int? MaxItems = null, object? From = null, object? To = null);

/// <summary>What the validators refuse, told by property: the document says the limits that are enforced, and no others (A8).</summary>
internal static class InputLimits
{
    private static readonly Lazy<Dictionary<(Type, string), InputLimit>> Known = new(Read);

    public static InputLimit? Of(MemberInfo member) =>
        member.DeclaringType is { } type && Known.Value.TryGetValue((type, member.Name), out var limit) ? limit : null;

    private static Dictionary<(Type, string), InputLimit> Read()
    {
        var limits = new Dictionary<(Type, string), InputLimit>();
        foreach (var type in typeof(Application.DependencyInjection).Assembly.GetTypes().Where(static type => type is { IsAbstract: false, ContainsGenericParameters: false } && type.IsAssignableTo(typeof(IValidator)) && type.GetConstructor(Type.EmptyTypes) is not null))
        {
            Collect((IValidator)Activator.CreateInstance(type)!, limits);
        }

        return limits;
    }

    private static void Collect(IValidator validator, Dictionary<(Type, string), InputLimit> limits)
    {
        foreach (var rule in validator.CreateDescriptor().Rules)
        {
            foreach (var component in rule.Components)
            {
                if (component.Validator is IChildValidatorAdaptor)
                {
                    Collect(InnerOf(component.Validator), limits);
                }
                else if (LimitOf(component.Validator) is { } limit && MemberOf(rule) is var (member, isCount) && member?.DeclaringType is { } owner)
                {
                    var before = limits.GetValueOrDefault((owner, member.Name)) ?? new InputLimit();
                    limits[(owner, member.Name)] = isCount
                        ? before with { MaxItems = limit.To as int? ?? before.MaxItems }
                        : before with { Max = limit.Max ?? before.Max, From = limit.From ?? before.From, To = limit.To ?? before.To };
                }
            }
        }
    }

    /// <summary>Rules of a part or of the items stand in a validator of their own, which only the adaptor knows.</summary>
    private static IValidator InnerOf(IPropertyValidator adaptor)
    {
        var get = adaptor.GetType().GetMethod(nameof(ChildValidatorAdaptor<object, object>.GetValidator))!;
        var context = Activator.CreateInstance(get.GetParameters()[0].ParameterType, [null]);
        return (IValidator)get.Invoke(adaptor, [context, null])!;
    }

    private static InputLimit? LimitOf(IPropertyValidator validator) => validator switch
    {
        ILengthValidator { Max: > 0 } length => new InputLimit(Max: length.Max),
        IBetweenValidator between => new InputLimit(From: between.From, To: between.To),
        IComparisonValidator { Comparison: Comparison.LessThanOrEqual } most => new InputLimit(To: most.ValueToCompare),
        IComparisonValidator { Comparison: Comparison.GreaterThanOrEqual } least => new InputLimit(From: least.ValueToCompare),
        _ => null,
    };

    /// <summary>The property a rule is about; <c>Lines.Count</c> is about the length of <c>Lines</c>.</summary>
    private static (MemberInfo? Member, bool IsCount) MemberOf(IValidationRule rule) =>
        rule.Member is { Name: "Count" } && (rule.Expression?.Body as MemberExpression)?.Expression is MemberExpression list ? (list.Member, true) : (rule.Member, false);
}
