using Nscl.Domain.Common;
using Nscl.Domain.Policies;

namespace Nscl.Domain.Subsidies;

/// <summary>Takes one line through the steps of a policy version and writes down what each of them did.</summary>
internal sealed class LineCalculation(
    SubsidyLineFacts line,
    PolicyItemSnapshot item,
    SubsidyFacts facts,
    PolicyVersionSnapshot policy,
    SharedCeilings ceilings)
{
    // A rate is hundredths of a percent, so a share of whole đồng is exact in ten-thousandths of a đồng until it is rounded.
    // 128 bits hold the largest cost times the largest rate.
    private const int Fractions = PolicyItem.WholeRate;

    private readonly List<SubsidyCalculationStep> _steps = [];
    private Money _base = line.EligibleCost;
    private Int128 _amount;
    private bool _rated;
    private SubsidyOutcome _outcome = SubsidyOutcome.Granted;
    private string? _reason;
    private bool _stopped;

    private bool IsShare => item.Calculation == AmountBasis.Rate;

    /// <summary>What the applicant has to find after other public support.</summary>
    private Money CostLeft => Money.Max(Money.Zero, line.EligibleCost - line.OtherPublicSupport);

    /// <summary>What the line stands at, in whole đồng: the cost before the rate, the amount after it.</summary>
    private Money Standing => _rated ? new Money((long)(_amount / Fractions)) : _base;

    public SubsidyLineResult Run()
    {
        AssessEligibility();
        foreach (var step in policy.Rules.StepOrder)
        {
            if (_stopped)
            {
                break;
            }

            Take(step);
        }

        return Result();
    }

    private void Take(SubsidyStep step)
    {
        switch (step)
        {
            case SubsidyStep.EligibleCost:
                TakeEligibleCost();
                break;
            case SubsidyStep.OtherPublicSupport:
                TakeOtherPublicSupport();
                break;
            case SubsidyStep.Rate:
                TakeRate();
                break;
            case SubsidyStep.Rounding:
                TakeRounding();
                break;
            case SubsidyStep.ItemCap:
                TakeItemCap();
                break;
            case SubsidyStep.Cumulative:
                TakeCumulative();
                break;
            case SubsidyStep.EnterpriseYear:
                TakeCeiling(
                    SubsidyStepRule.EnterpriseYear,
                    ceilings.EnterpriseYear,
                    SubsidyOutcome.CappedByEnterprise,
                    new(SubsidyExplanations.NoEnterpriseYearCap, SubsidyExplanations.WithinEnterpriseYear, SubsidyExplanations.CutToEnterpriseYear),
                    IsDefaultRule("enterpriseYearCap"));
                break;
            case SubsidyStep.Program:
                TakeCeiling(
                    SubsidyStepRule.Program,
                    ceilings.Program,
                    SubsidyOutcome.CappedByProgram,
                    new(SubsidyExplanations.NoProgramCap, SubsidyExplanations.WithinProgram, SubsidyExplanations.CutToProgram),
                    IsDefaultRule("programCap"));
                break;
            case SubsidyStep.Budget:
                TakeBudget();
                break;
            default:
                throw new InvalidOperationException($"The step {step} has no meaning.");
        }
    }

    private void AssessEligibility()
    {
        if (facts.Enterprise is not null && item.FundingMode == FundingMode.StateRun)
        {
            RefuseEligibility(SubsidyReasons.StateRunActivity);
            return;
        }

        if (line.UnitCountConfirmed == 0)
        {
            RefuseEligibility(SubsidyReasons.UnitNotConfirmed);
            return;
        }

        if (facts.Eligibility.SmeOnly && facts.Enterprise is { } enterprise && !IsAdmitted(enterprise.Standing))
        {
            return;
        }

        if (facts.Enterprise is not null && !PreconditionsHold())
        {
            return;
        }

        Write(
            SubsidyStepRule.Eligibility,
            EligibilityBasis,
            line.EligibleCost,
            line.EligibleCost,
            facts.Enterprise is null ? SubsidyExplanations.EligibilityNotAssessed : SubsidyExplanations.EligibilityMet);
    }

    private bool IsAdmitted(SmeStanding standing)
    {
        switch (standing)
        {
            case SmeStanding.Sme:
                return true;
            case SmeStanding.NotSme:
                RefuseEligibility(SubsidyReasons.NotSme);
                return false;
            case SmeStanding.NotAnEnterprise:
                RefuseEligibility(SubsidyReasons.NotAnEnterprise);
                return false;
            default:
                EligibilityUnknown(SubsidyReasons.SizeClass);
                return false;
        }
    }

    private bool PreconditionsHold()
    {
        foreach (var code in item.Preconditions)
        {
            switch (line.Preconditions?.FirstOrDefault(answer => answer.Code == code)?.Holds)
            {
                case null:
                    EligibilityUnknown(SubsidyReasons.Precondition, ("precondition", code));
                    return false;
                case false:
                    RefuseEligibility(SubsidyReasons.PreconditionNotMet, ("precondition", code));
                    return false;
                default:
                    break;
            }
        }

        return true;
    }

    private void TakeEligibleCost()
    {
        var isDefault = IsDefaultRule("vatEligible") || IsDefaultRule("eligibleCostKinds");
        if (line.RequestedCost is { } requested && requested != line.EligibleCost)
        {
            Write(
                SubsidyStepRule.EligibleCost,
                PolicyBasis,
                requested,
                line.EligibleCost,
                SubsidyExplanations.CostProposedByCouncil,
                isDefault,
                ("requested", requested),
                ("proposed", line.EligibleCost));
            return;
        }

        Write(
            SubsidyStepRule.EligibleCost,
            PolicyBasis,
            line.EligibleCost,
            line.EligibleCost,
            policy.Rules.VatEligible ? SubsidyExplanations.CostDeclaredWithVat : SubsidyExplanations.CostDeclaredWithoutVat,
            isDefault);
    }

    private void TakeOtherPublicSupport()
    {
        var input = Standing;
        var isDefault = IsDefaultRule("stepOrder");
        if (line.OtherPublicSupport.IsZero)
        {
            Write(SubsidyStepRule.OtherPublicSupport, PolicyBasis, input, input, SubsidyExplanations.NoOtherPublicSupport, isDefault);
            return;
        }

        if (!IsShare)
        {
            Write(
                SubsidyStepRule.OtherPublicSupport,
                PolicyBasis,
                input,
                input,
                SubsidyExplanations.OtherPublicSupportNotCounted,
                isDefault,
                ("other", line.OtherPublicSupport));
            return;
        }

        if (!_rated)
        {
            _base = CostLeft;
            Write(
                SubsidyStepRule.OtherPublicSupport,
                PolicyBasis,
                input,
                _base,
                SubsidyExplanations.OtherPublicSupportDeducted,
                isDefault,
                ("other", line.OtherPublicSupport));
            return;
        }

        var cut = CutTo(CostLeft);
        _reason = cut && CostLeft.IsZero ? SubsidyReasons.CoveredByOtherPublicSupport : _reason;
        Write(
            SubsidyStepRule.OtherPublicSupport,
            PolicyBasis,
            input,
            Standing,
            cut ? SubsidyExplanations.CutToCostLeft : SubsidyExplanations.WithinCostLeft,
            isDefault,
            ("other", line.OtherPublicSupport),
            ("left", CostLeft));
    }

    private void TakeRate()
    {
        if (!IsShare)
        {
            TakeFixedAmount();
            return;
        }

        if (item.Rate is not { } rate)
        {
            NotStated(SubsidyStepRule.Rate, SubsidyReasons.Rate, SubsidyExplanations.AmountNotStated, ("what", SubsidyReasons.Rate));
            return;
        }

        var input = _base;
        _amount = (Int128)rate * _base.Dong;
        _rated = true;
        var fraction = (long)(_amount % Fractions);
        if (fraction == 0)
        {
            Write(SubsidyStepRule.Rate, RateBasis, input, Standing, SubsidyExplanations.RateApplied, IsDefaultOfItem("rate"), ("rate", rate), ("base", input));
            return;
        }

        Write(
            SubsidyStepRule.Rate,
            RateBasis,
            input,
            Standing,
            SubsidyExplanations.RateAppliedWithFraction,
            IsDefaultOfItem("rate"),
            ("rate", rate),
            ("base", input),
            ("tenThousandths", fraction));
    }

    private void TakeFixedAmount()
    {
        var input = Standing;
        if (item.FixedAmount is { } amount)
        {
            Give(amount);
            Write(SubsidyStepRule.Rate, ItemBasis, input, amount, SubsidyExplanations.FixedAmountApplied, IsDefaultOfItem("fixedAmount"), ("amount", amount));
            return;
        }

        if (item.FixedAmounts.Count == 0)
        {
            NotStated(SubsidyStepRule.Rate, SubsidyReasons.FixedAmount, SubsidyExplanations.AmountNotStated, ("what", SubsidyReasons.FixedAmount));
            return;
        }

        if (line.Level is not { } level)
        {
            NotStated(SubsidyStepRule.Rate, SubsidyReasons.Level, SubsidyExplanations.AmountNotStated, ("what", SubsidyReasons.Level));
            return;
        }

        if (item.FixedAmounts.FirstOrDefault(candidate => candidate.Level == level) is not { } found)
        {
            Stop(SubsidyOutcome.Ineligible, SubsidyReasons.LevelNotInPolicy);
            Write(SubsidyStepRule.Rate, ItemBasis, input, Money.Zero, SubsidyExplanations.LevelUnknown, isDefault: false, ("level", level));
            return;
        }

        if (found.Amount is not { } levelAmount)
        {
            NotStated(SubsidyStepRule.Rate, SubsidyReasons.FixedAmount, SubsidyExplanations.AmountNotStated, ("what", SubsidyReasons.FixedAmount));
            return;
        }

        Give(levelAmount);
        Write(
            SubsidyStepRule.Rate,
            ItemBasis,
            input,
            levelAmount,
            SubsidyExplanations.LevelAmountApplied,
            IsDefaultOfItem("fixedAmounts"),
            ("amount", levelAmount),
            ("level", level));
    }

    private void TakeRounding()
    {
        var (input, exact) = (Standing, _amount);
        var unit = (Int128)policy.Rules.RoundingUnit * Fractions;
        _amount = policy.Rules.Rounding switch
        {
            Rounding.Floor => exact - (exact % unit),
            Rounding.HalfUp => (exact + (unit / 2)) / unit * unit,
            Rounding.Ceiling => (exact + unit - 1) / unit * unit,
            _ => throw new InvalidOperationException($"The rounding {policy.Rules.Rounding} has no meaning."),
        };

        var cut = IsShare && CutTo(CostLeft);
        var isDefault = IsDefaultRule("rounding") || IsDefaultRule("roundingUnit");
        var mode = DomainJson.NameOf(policy.Rules.Rounding);
        if (_amount == exact)
        {
            Write(SubsidyStepRule.Rounding, PolicyBasis, input, Standing, SubsidyExplanations.NothingToRound, isDefault, ("unit", policy.Rules.RoundingUnit));
        }
        else if (cut)
        {
            Write(
                SubsidyStepRule.Rounding,
                PolicyBasis,
                input,
                Standing,
                SubsidyExplanations.RoundedWithinCost,
                isDefault,
                ("unit", policy.Rules.RoundingUnit),
                ("mode", mode),
                ("left", CostLeft));
        }
        else
        {
            Write(
                SubsidyStepRule.Rounding,
                PolicyBasis,
                input,
                Standing,
                SubsidyExplanations.Rounded,
                isDefault,
                ("unit", policy.Rules.RoundingUnit),
                ("mode", mode));
        }
    }

    private void TakeItemCap()
    {
        var input = Standing;
        if (item.Cap is not { } cap)
        {
            // No cap and an unknown cap are both null in the data; only the list of what is not stated tells them apart.
            if (item.NotStated.Contains("cap"))
            {
                NotStated(SubsidyStepRule.ItemCap, SubsidyReasons.Cap, SubsidyExplanations.CapNotStated, ("what", SubsidyReasons.Cap));
                return;
            }

            Write(SubsidyStepRule.ItemCap, ItemBasis, input, input, SubsidyExplanations.NoCap, IsDefaultOfItem("cap"));
            return;
        }

        var cut = CutTo(cap, SubsidyOutcome.CappedByItem);
        Write(
            SubsidyStepRule.ItemCap,
            ItemBasis,
            input,
            Standing,
            cut ? SubsidyExplanations.CutToCap : SubsidyExplanations.WithinCap,
            IsDefaultOfItem("cap"),
            ("cap", cap),
            ("capUnit", item.CapUnit is { } capUnit ? DomainJson.NameOf(capUnit) : "none"));
    }

    private void TakeCumulative()
    {
        var input = Standing;
        var isDefault = IsDefaultOfItem("repeat");
        var units = facts.Held.Units.Where(held => held.ItemCode == line.ItemCode && held.UnitKey == line.UnitKey).ToList();
        var held = Money.Sum(units.Select(static unit => unit.Amount));
        if (held.IsZero)
        {
            Write(SubsidyStepRule.Cumulative, ItemBasis, input, input, SubsidyExplanations.NothingHeld, isDefault);
            return;
        }

        switch (item.Repeat)
        {
            case Repeat.Once:
                Stop(SubsidyOutcome.Ineligible, SubsidyReasons.UnitAlreadyFunded);
                Write(SubsidyStepRule.Cumulative, ItemBasis, input, Money.Zero, SubsidyExplanations.AlreadyFunded, isDefault, ("held", held));
                break;
            case Repeat.UntilCap:
                TakeCapLeft(input, held, isDefault);
                break;
            case Repeat.PerCertificateCycle:
                TakeCertificateCycle(input, held, units, isDefault);
                break;
            default:
                throw new InvalidOperationException($"The repeat rule {item.Repeat} has no meaning.");
        }
    }

    private void TakeCapLeft(Money input, Money held, bool isDefault)
    {
        if (item.Cap is not { } cap)
        {
            Write(SubsidyStepRule.Cumulative, ItemBasis, input, input, SubsidyExplanations.HeldWithoutCap, isDefault, ("held", held));
            return;
        }

        var left = Money.Max(Money.Zero, cap - held);
        var cut = CutTo(left, SubsidyOutcome.CappedByCumulative);
        Write(
            SubsidyStepRule.Cumulative,
            ItemBasis,
            input,
            Standing,
            cut ? SubsidyExplanations.CutToCapLeft : SubsidyExplanations.WithinCapLeft,
            isDefault,
            ("held", held),
            ("cap", cap),
            ("left", left));
    }

    private void TakeCertificateCycle(Money input, Money held, List<HeldUnitFacts> units, bool isDefault)
    {
        if (units.Any(static unit => unit.CycleEndsOn is null))
        {
            NotStated(
                SubsidyStepRule.Cumulative,
                SubsidyReasons.CertificateExpiry,
                SubsidyExplanations.CycleNotStated,
                ("held", held),
                ("what", SubsidyReasons.CertificateExpiry));
            return;
        }

        var until = units.Max(static unit => unit.CycleEndsOn!.Value);
        if (until >= facts.AsOf)
        {
            Stop(SubsidyOutcome.Ineligible, SubsidyReasons.UnitAlreadyFunded);
            Write(SubsidyStepRule.Cumulative, ItemBasis, input, Money.Zero, SubsidyExplanations.FundedInCycle, isDefault, ("held", held), ("until", until));
            return;
        }

        Write(SubsidyStepRule.Cumulative, ItemBasis, input, input, SubsidyExplanations.NewCycle, isDefault, ("held", held), ("until", until));
    }

    private void TakeCeiling(SubsidyStepRule rule, SharedCeiling? ceiling, SubsidyOutcome outcome, CeilingWords words, bool isDefault)
    {
        var input = Standing;
        if (ceiling is null)
        {
            Write(rule, PolicyBasis, input, input, words.None, isDefault);
            return;
        }

        var cut = CutTo(ceiling.Left, outcome);
        Write(
            rule,
            PolicyBasis,
            input,
            Standing,
            cut ? words.Cut : words.Within,
            isDefault,
            ("ceiling", ceiling.Limit),
            ("held", ceiling.Held),
            ("left", ceiling.Left));
    }

    private void TakeBudget()
    {
        var input = Standing;
        if (ceilings.Budget is not { } budget)
        {
            Write(SubsidyStepRule.Budget, PolicyBasis, input, input, SubsidyExplanations.BudgetNotConsidered);
            return;
        }

        if (input <= budget.Left)
        {
            Write(SubsidyStepRule.Budget, PolicyBasis, input, input, SubsidyExplanations.WithinBudget, isDefault: false, ("left", budget.Left));
            return;
        }

        // A part of what was worked out is not given by a formula: it needs the approver's act and the enterprise's consent.
        Stop(SubsidyOutcome.DeferredForBudget, reason: null);
        Write(
            SubsidyStepRule.Budget,
            PolicyBasis,
            input,
            Money.Zero,
            SubsidyExplanations.DeferredForBudget,
            isDefault: false,
            ("left", budget.Left),
            ("needed", input));
    }

    private SubsidyLineResult Result()
    {
        Money? amount = _outcome == SubsidyOutcome.NotStated ? null : _stopped ? Money.Zero : Standing;
        if (!_stopped && amount is { IsZero: true } && _outcome == SubsidyOutcome.Granted)
        {
            (_outcome, _reason) = (SubsidyOutcome.Zero, ReasonForZero());
        }

        return new SubsidyLineResult(
            line.ItemCode,
            line.UnitKey,
            line.EligibleCost,
            line.OtherPublicSupport,
            _outcome,
            _steps,
            line.UnitName,
            _reason,
            amount,
            amount is { } given ? Money.Max(Money.Zero, CostLeft - given) : null);
    }

    private string ReasonForZero()
    {
        if (item.Rate == 0 || !IsShare)
        {
            return SubsidyReasons.NothingForeseen;
        }

        if (line.EligibleCost.IsZero)
        {
            return SubsidyReasons.NoEligibleCost;
        }

        return CostLeft.IsZero ? SubsidyReasons.CoveredByOtherPublicSupport : SubsidyReasons.RoundedToZero;
    }

    private void Give(Money amount) => (_amount, _rated) = ((Int128)amount.Dong * Fractions, true);

    /// <returns>True when the limit took something away; an amount exactly at it stays as it is.</returns>
    private bool CutTo(Money limit)
    {
        var exactLimit = (Int128)limit.Dong * Fractions;
        if (_amount <= exactLimit)
        {
            return false;
        }

        _amount = exactLimit;
        return true;
    }

    private bool CutTo(Money limit, SubsidyOutcome outcome)
    {
        if (!CutTo(limit))
        {
            return false;
        }

        (_outcome, _reason) = (outcome, limit.IsZero ? SubsidyReasons.CeilingExhausted : null);
        return true;
    }

    private void Stop(SubsidyOutcome outcome, string? reason) => (_stopped, _outcome, _reason) = (true, outcome, reason);

    private void RefuseEligibility(string reason, params (string Name, ExplanationValue Value)[] args)
    {
        Stop(SubsidyOutcome.Ineligible, reason);
        Write(
            SubsidyStepRule.Eligibility,
            EligibilityBasis,
            line.EligibleCost,
            Money.Zero,
            SubsidyExplanations.EligibilityRefused,
            isDefault: false,
            [("reason", reason), .. args]);
    }

    private void EligibilityUnknown(string what, params (string Name, ExplanationValue Value)[] args)
    {
        Stop(SubsidyOutcome.NotStated, what);
        Write(
            SubsidyStepRule.Eligibility,
            EligibilityBasis,
            line.EligibleCost,
            output: null,
            SubsidyExplanations.EligibilityNotStated,
            isDefault: false,
            [("what", what), .. args]);
    }

    private void NotStated(SubsidyStepRule rule, string what, string explanation, params (string Name, ExplanationValue Value)[] args)
    {
        var input = Standing;
        Stop(SubsidyOutcome.NotStated, what);
        Write(rule, ItemBasis, input, output: null, explanation, isDefault: false, args);
    }

    private void Write(
        SubsidyStepRule rule,
        StepLegalBasis basis,
        Money input,
        Money? output,
        string explanation,
        bool isDefault = false,
        params (string Name, ExplanationValue Value)[] args) =>
        _steps.Add(new SubsidyCalculationStep(
            rule,
            basis,
            input,
            new StepExplanation(explanation, args.ToDictionary(static arg => arg.Name, static arg => arg.Value, StringComparer.Ordinal)),
            isDefault,
            output));

    private bool IsDefaultRule(string property) => policy.Rules.ConfigurableDefaults.Contains(property);

    private bool IsDefaultOfItem(string property) => item.ConfigurableDefaults.Contains(property);

    private StepLegalBasis PolicyBasis => new(policy.LegalBasis.Document, policy.LegalBasis.Clause);

    private StepLegalBasis ItemBasis =>
        new(policy.LegalBasis.Document, item.LegalBasis.Clause, item.LegalBasis.DisplayText ?? item.LegalBasis.Text);

    /// <summary>The rate stands in the sentence that opens the group of items, where there is one (S3.39, S3.44).</summary>
    private StepLegalBasis RateBasis => ItemBasis with { Text = item.LegalBasis.GroupText ?? ItemBasis.Text };

    private StepLegalBasis EligibilityBasis =>
        item.FundingMode == FundingMode.StateRun
            ? ItemBasis
            : new(facts.Eligibility.Document, facts.Eligibility.Clause, facts.Eligibility.Text);

    private sealed record CeilingWords(string None, string Within, string Cut);
}
