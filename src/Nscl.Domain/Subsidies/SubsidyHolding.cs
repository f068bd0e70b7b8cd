using Nscl.Domain.Common;
using Nscl.Domain.Policies;

namespace Nscl.Domain.Subsidies;

/// <summary>Where an amount that counts against caps stands.</summary>
public enum HoldingState
{
    /// <summary>By the approval.</summary>
    Reserved,

    /// <summary>By the signed contract.</summary>
    Committed,
    Paid,

    /// <summary>Given back: it counts no more.</summary>
    Released,
}

/// <summary>
/// An amount that an enterprise holds for one unit under one item, and that every later calculation deducts or counts.
/// Written in the approval's own transaction.
/// </summary>
public sealed class SubsidyHolding : AggregateRoot
{
    private SubsidyHolding(
        string province,
        Guid enterpriseId,
        Guid programId,
        Guid enrollmentId,
        Guid calculationId,
        string itemCode,
        string unitKey,
        Money amount,
        int year,
        Money? cumulativeCap)
        : base(province)
    {
        (EnterpriseId, ProgramId, EnrollmentId, CalculationId) = (enterpriseId, programId, enrollmentId, calculationId);
        (ItemCode, UnitKey, Amount, Year, CumulativeCap) = (itemCode, unitKey, amount, year, cumulativeCap);
    }

    /// <summary>For the object mapper only.</summary>
    private SubsidyHolding() => (ItemCode, UnitKey) = (string.Empty, string.Empty);

    public Guid EnterpriseId { get; private set; }

    public Guid ProgramId { get; private set; }

    public Guid EnrollmentId { get; private set; }

    public Guid CalculationId { get; private set; }

    public string ItemCode { get; private set; }

    public string UnitKey { get; private set; }

    public Money Amount { get; private set; }

    /// <summary>Calendar year of the approval: the year an enterprise/year ceiling counts it in.</summary>
    public int Year { get; private set; }

    /// <summary>The cap that all holdings of this unit together may reach, where the item may be used up in several dossiers.</summary>
    public Money? CumulativeCap { get; private set; }

    public HoldingState State { get; private set; } = HoldingState.Reserved;

    /// <summary>Last day of the certificate that was paid for; null until it is known.</summary>
    public DateOnly? CycleEndsOn { get; private set; }

    public bool Counts => State != HoldingState.Released;

    /// <summary>What a final calculation grants, unit by unit; lines without an amount reserve nothing.</summary>
    public static IReadOnlyList<SubsidyHolding> Reserve(SubsidyCalculation calculation, Guid enterpriseId, Guid programId, DateOnly approvedOn)
    {
        ArgumentNullException.ThrowIfNull(calculation);
        if (calculation.Kind != CalculationKind.Final)
        {
            throw SubsidyRules.NothingToReserve();
        }

        var policy = DomainJson.Deserialize<PolicyVersionSnapshot>(calculation.PolicyVersion);
        return
        [
            .. calculation.ReadResult().Lines
                .Where(static line => line.Amount is { IsZero: false })
                .Select(line => new SubsidyHolding(
                    calculation.Province,
                    enterpriseId,
                    programId,
                    calculation.EnrollmentId,
                    calculation.Id,
                    line.ItemCode,
                    line.UnitKey,
                    line.Amount!.Value,
                    approvedOn.Year,
                    CumulativeCapOf(policy.Find(line.ItemCode)))),
        ];
    }

    /// <summary>What counts for a calculation of one enterprise under one program.</summary>
    /// <param name="ofEnterprise">Holdings of the enterprise under the program.</param>
    /// <param name="program">Sum of what all enterprises hold under the program; zero where the policy sets no ceiling for it.</param>
    /// <param name="except">The dossier that is being calculated: it does not compete with itself.</param>
    public static HeldFacts Held(IEnumerable<SubsidyHolding> ofEnterprise, Money program, int year, Guid? except)
    {
        var counting = ofEnterprise.Where(holding => holding.Counts && holding.EnrollmentId != except).ToList();
        return new HeldFacts(
            [.. counting.Select(static holding => new HeldUnitFacts(holding.ItemCode, holding.UnitKey, holding.Amount, holding.CycleEndsOn))],
            Money.Sum(counting.Where(holding => holding.Year == year).Select(static holding => holding.Amount)),
            program);
    }

    public void Commit() => Move(HoldingState.Committed, HoldingState.Reserved);

    public void Pay() => Move(HoldingState.Paid, HoldingState.Committed);

    /// <summary>The dossier is withdrawn, revoked or its contract ended without payment.</summary>
    public void Release() => Move(HoldingState.Released, HoldingState.Reserved, HoldingState.Committed);

    /// <param name="expiresOn">Last day of the certificate's validity.</param>
    public void RecordCertificate(DateOnly expiresOn) => CycleEndsOn = expiresOn;

    private static Money? CumulativeCapOf(PolicyItemSnapshot? item) => item is { Repeat: Repeat.UntilCap } ? item.Cap : null;

    private void Move(HoldingState to, params ReadOnlySpan<HoldingState> from)
    {
        if (!from.Contains(State))
        {
            throw SubsidyRules.HoldingWrongState(State, to);
        }

        State = to;
    }
}
