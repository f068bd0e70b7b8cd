using Nscl.Domain.Common;
using Nscl.Domain.Subsidies;
using Nscl.Domain.Tests.Policies;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Refusal;

namespace Nscl.Domain.Tests.Subsidies;

public sealed class SubsidyHoldingTests
{
    [Fact]
    public void Reserve_when_the_calculation_is_only_preliminary_refuses()
    {
        var calculation = SubsidyCalculation.Preliminary(
            "konTum",
            Facts.EnterpriseId,
            Facts.EnterpriseId,
            Facts.Of(Facts.Line("P50-CERT", "ISO_9001", 2)),
            PackData.Kt2021Policy(),
            new DateTimeOffset(2022, 10, 3, 1, 0, 0, TimeSpan.Zero));

        CodeOf(() => SubsidyHolding.Reserve(calculation, Facts.EnterpriseId, PackData.ProgramId, Facts.Today)).ShouldBe("subsidy.nothingToReserve");
    }

    [Fact]
    public void Reserve_when_a_line_gives_nothing_reserves_nothing_for_it()
    {
        var calculation = SubsidyCalculation.Final(
            "konTum",
            Facts.EnterpriseId,
            Facts.EnterpriseId,
            Facts.Of(Facts.Line("P50-CERT", "ISO_9001", 80_000_000), Facts.Line("P50-CERT", "ISO_14001", 80_000_000) with { UnitCountConfirmed = 0 }),
            PackData.Kt2021Policy(),
            new DateTimeOffset(2022, 10, 3, 1, 0, 0, TimeSpan.Zero));

        var holding = SubsidyHolding.Reserve(calculation, Facts.EnterpriseId, PackData.ProgramId, Facts.Today).ShouldHaveSingleItem();
        (holding.UnitKey, holding.Amount).ShouldBe(("ISO_9001", new Money(40_000_000)));
    }

    [Fact]
    public void Move_when_reserved_committed_and_paid_goes_forward_only()
    {
        var holding = Reserved();
        CodeOf(holding.Pay).ShouldBe("subsidy.holdingWrongState");

        holding.Commit();
        CodeOf(holding.Commit).ShouldBe("subsidy.holdingWrongState");
        holding.Pay();

        holding.State.ShouldBe(HoldingState.Paid);
        CodeOf(holding.Release).ShouldBe("subsidy.holdingWrongState");
    }

    [Fact]
    public void Release_when_reserved_or_committed_gives_the_amount_back()
    {
        var (reserved, committed) = (Reserved(), Reserved());
        committed.Commit();

        reserved.Release();
        committed.Release();

        (reserved.Counts, committed.Counts).ShouldBe((false, false));
    }

    [Fact]
    public void Held_when_summed_counts_what_is_not_released_of_other_dossiers_and_the_year()
    {
        var (own, released, counted) = (Reserved(), Reserved(), Reserved());
        released.Release();
        counted.Commit();
        counted.RecordCertificate(new DateOnly(2025, 10, 2));

        var held = SubsidyHolding.Held([released, counted], new Money(500), 2022, except: null);

        held.Units.ShouldBe([new HeldUnitFacts("P50-CERT", "ISO_22000", new Money(45_000_000), new DateOnly(2025, 10, 2))]);
        (held.EnterpriseYear, held.Program).ShouldBe((new Money(45_000_000), new Money(500)));
        SubsidyHolding.Held([counted], Money.Zero, 2023, except: null).EnterpriseYear.ShouldBe(Money.Zero);
        SubsidyHolding.Held([own], Money.Zero, 2022, except: own.EnrollmentId).Units.ShouldBeEmpty();
    }

    private static SubsidyHolding Reserved() =>
        SubsidyHolding.Reserve(SubsidyReplayTests.Stored(), Facts.EnterpriseId, PackData.ProgramId, Facts.Today)[0];
}
