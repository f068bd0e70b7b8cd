using Nscl.Domain.Common;
using Shouldly;

namespace Nscl.Domain.Tests;

internal static class Refusal
{
    /// <summary>The code of the rule that <paramref name="act"/> breaks; fails when it breaks none.</summary>
    public static string CodeOf(Action act) => Should.Throw<RuleViolationException>(act).Code;

    /// <summary>The field that the broken rule is about.</summary>
    public static string PointerOf(Action act) => (string)Should.Throw<RuleViolationException>(act).Args["pointer"]!;

    public static string CodeOf(Func<object?> act) => Should.Throw<RuleViolationException>(() => _ = act()).Code;
}
