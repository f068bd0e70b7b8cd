using Nscl.Domain.Common;
using Nscl.Domain.Enterprises;

namespace Nscl.Domain.Subsidies;

/// <summary>Whether the applicant is a small or medium enterprise on the date of the calculation.</summary>
public enum SmeStanding
{
    Sme,
    NotSme,

    /// <summary>A cooperative, a household, an organization: the scale of sizes is for enterprises.</summary>
    NotAnEnterprise,

    /// <summary>The facts that decide it have not been declared.</summary>
    NotStated,
}

/// <summary>Whom the program admits, as its text says.</summary>
/// <param name="SmeOnly">True where only small and medium enterprises are admitted (S3.26).</param>
/// <param name="Document">The document that says so, in words.</param>
public sealed record EligibilityFacts(bool SmeOnly, string Document, string Clause, string Text);

/// <summary>The applicant as it stood when the calculation was made.</summary>
/// <param name="SizeClass">Size class as computed, for the reader; the calculation goes by <paramref name="Standing"/>.</param>
public sealed record EnterpriseFacts(Guid EnterpriseId, SmeStanding Standing, SizeClass? SizeClass = null)
{
    /// <param name="sizeClass">As classified on the date of the calculation; null where the declared facts do not tell.</param>
    public static EnterpriseFacts Of(Guid enterpriseId, SizeClass? sizeClass) => new(
        enterpriseId,
        sizeClass switch
        {
            null => SmeStanding.NotStated,
            Enterprises.SizeClass.NotSme => SmeStanding.NotSme,
            Enterprises.SizeClass.NotApplicable => SmeStanding.NotAnEnterprise,
            _ => SmeStanding.Sme,
        },
        sizeClass);
}

/// <summary>A part of a line's eligible cost and who bears it (S3.48).</summary>
/// <param name="Source">Code of the funding source, e.g. <c>counterpart</c>.</param>
public sealed record SourceFacts(string Source, Money Amount);

/// <summary>Whether a precondition of the policy item holds for this line; unanswered preconditions are left out.</summary>
public sealed record PreconditionFacts(string Code, bool Holds);

/// <summary>One unit for which support is asked under one item.</summary>
/// <param name="UnitKey">Identity of the unit: a management system at a site, or a product.</param>
/// <param name="EligibleCost">The cost that counts: what the council proposed once it has, what was asked before.</param>
/// <param name="OtherPublicSupport">Public money the applicant receives for the same cost from elsewhere.</param>
/// <param name="RequestedCost">What was asked, where the council proposed something else.</param>
/// <param name="UnitCountConfirmed">1 or 0 by the council; null before it has met.</param>
/// <param name="Level">Award level, for items with an amount per level.</param>
public sealed record SubsidyLineFacts(
    string ItemCode,
    string UnitKey,
    Money EligibleCost,
    Money OtherPublicSupport,
    IReadOnlyList<SourceFacts> Sources,
    string? UnitName = null,
    Money? RequestedCost = null,
    int? UnitCountConfirmed = null,
    string? Level = null,
    IReadOnlyList<PreconditionFacts>? Preconditions = null);

/// <summary>What the enterprise already holds for an item and unit: reserved, committed or paid, in any other dossier.</summary>
/// <param name="CycleEndsOn">Last day of the certificate it paid for; null = not known.</param>
public sealed record HeldUnitFacts(string ItemCode, string UnitKey, Money Amount, DateOnly? CycleEndsOn = null);

/// <summary>Everything already held that a ceiling of the policy counts.</summary>
/// <param name="Units">By item and unit, of this enterprise under this program.</param>
/// <param name="EnterpriseYear">All of this enterprise under this program in the calendar year of the calculation.</param>
/// <param name="Program">All enterprises under this program.</param>
public sealed record HeldFacts(IReadOnlyList<HeldUnitFacts> Units, Money EnterpriseYear, Money Program)
{
    public static readonly HeldFacts Nothing = new([], Money.Zero, Money.Zero);
}

/// <summary>
/// The immutable snapshot from which both eligibility and amount are told: nothing else goes into a calculation but the
/// policy version.
/// </summary>
/// <param name="AsOf">Business date that picked the policy version.</param>
/// <param name="Enterprise">Null for an estimate without an applicant: eligibility is then not assessed, and the result says so.</param>
/// <param name="BudgetAvailable">What is left of the budget line; null = not considered.</param>
public sealed record SubsidyFacts(
    string ProgramCode,
    DateOnly AsOf,
    EligibilityFacts Eligibility,
    IReadOnlyList<SubsidyLineFacts> Lines,
    HeldFacts Held,
    EnterpriseFacts? Enterprise = null,
    Money? BudgetAvailable = null)
{
    /// <summary>The same facts whatever the order in which they were typed or read.</summary>
    internal SubsidyFacts InCanonicalOrder() => this with
    {
        Lines = [.. InOrder(Lines)],
        Held = Held with
        {
            Units =
            [
                .. Held.Units
                    .OrderBy(static held => held.ItemCode, StringComparer.Ordinal)
                    .ThenBy(static held => held.UnitKey, StringComparer.Ordinal)
                    .ThenBy(static held => held.CycleEndsOn)
                    .ThenBy(static held => held.Amount),
            ],
        },
    };

    /// <summary>The order in which lines draw on a ceiling they share.</summary>
    internal static IEnumerable<SubsidyLineFacts> InOrder(IEnumerable<SubsidyLineFacts> lines) => lines
        .OrderBy(static line => line.ItemCode, StringComparer.Ordinal)
        .ThenBy(static line => line.UnitKey, StringComparer.Ordinal);
}
