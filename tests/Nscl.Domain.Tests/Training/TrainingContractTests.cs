using Nscl.Domain.Common;
using Nscl.Domain.Training;
using Nscl.TestSupport;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Training.CourseBuilder;

namespace Nscl.Domain.Tests.Training;

public sealed class TrainingContractTests
{
    private static readonly Money Value = new(48_000_000);

    private static readonly TrainingContractContent Signed = new("12/2022/HĐ-ĐT", Today, "  Trung tâm  Kỹ thuật 2 ", Value);

    [Fact]
    [SourceFact("S1.20")]
    public void Sign_when_sound_takes_the_words_of_the_paper_and_runs_as_long_as_the_course()
    {
        var contract = TrainingContract.Sign(Open(), Signed with { ProviderTaxCode = " 6101 990 019 " }, Officer);

        (contract.Number, contract.ProviderName, contract.ProviderTaxCode, contract.Value).ShouldBe(("12/2022/HĐ-ĐT", "Trung tâm Kỹ thuật 2", "6101990019", Value));
        (contract.StartsOn, contract.EndsOn).ShouldBe((FirstDay, LastDay));
        contract.Status.ShouldBe(TrainingContractStatus.Signed);
    }

    public static TheoryData<string, TrainingContractContent> Unsound => new()
    {
        { "trainingContract.numberRequired", Signed with { Number = " " } },
        { "trainingContract.providerRequired", Signed with { ProviderName = " " } },
        { "trainingContract.providerTaxCodeInvalid", Signed with { ProviderTaxCode = "6101990018" } },
        { "trainingContract.valueRequired", Signed with { Value = Money.Zero } },
        { "trainingContract.valueRequired", Signed with { Value = new Money(-1) } },
        { "trainingContract.signedInFuture", Signed with { SignedOn = Today.AddDays(1) } },
        { "trainingContract.endsBeforeItStarts", Signed with { EndsOn = FirstDay.AddDays(-1) } },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void Sign_when_unsound_is_refused(string code, TrainingContractContent content) =>
        Should.Throw<RuleViolationException>(() => TrainingContract.Sign(Open(), content, Officer)).Code.ShouldBe(code);

    [Fact]
    public void Sign_when_the_course_was_cancelled_is_refused() =>
        Should.Throw<RuleViolationException>(() => TrainingContract.Sign(In(CourseStatus.Cancelled), Signed, Officer)).Code.ShouldBe("trainingContract.courseCancelled");

    [Theory]
    [InlineData(CourseStatus.Planned)]
    [InlineData(CourseStatus.RegistrationOpen)]
    [InlineData(CourseStatus.RegistrationClosed)]
    [SourceFact("S1.22")]
    public void Accept_when_the_course_has_not_been_held_is_refused(CourseStatus status)
    {
        var course = In(status);
        var contract = TrainingContract.Sign(course, Signed, Officer);

        Should.Throw<RuleViolationException>(() => contract.Accept(course, LastDay, null, null, null, ActOn(LastDay))).Code.ShouldBe("trainingContract.courseNotHeld");
        contract.ActionsFor(course).Allowed.ShouldNotContain(TrainingContractAction.Accept);
        contract.ActionsFor(course).Blocked.Single().Code.ShouldBe("trainingContract.courseNotHeld");
    }

    [Fact]
    [SourceFact("S1.22")]
    public void Accept_when_nothing_is_said_of_the_value_takes_the_contracts()
    {
        var (course, contract) = Held();

        contract.Accept(course, LastDay, null, "01/BBNT", "Đủ nội dung", ActOn(LastDay.AddDays(2)));

        contract.Status.ShouldBe(TrainingContractStatus.Accepted);
        contract.Acceptance.ShouldBe(new TrainingContractAcceptance(LastDay, Value, "Trần Thị Mai", "01/BBNT", "Đủ nội dung"));
        contract.ActionsFor(course).Allowed.ShouldBe([TrainingContractAction.AttachDocument]);
    }

    [Theory]
    [InlineData(-1, 0, null, "trainingContract.acceptedOnOutOfRange")]
    [InlineData(3, 0, null, "trainingContract.acceptedOnOutOfRange")]
    [InlineData(0, 0, 48_000_001L, "trainingContract.acceptedValueOutOfRange")]
    [InlineData(0, 0, -1L, "trainingContract.acceptedValueOutOfRange")]
    [InlineData(0, 1, null, "trainingContract.acceptedOnOutOfRange")]
    public void Accept_when_day_or_value_do_not_fit_is_refused(int day, int signedAfterCourse, long? value, string code)
    {
        var course = In(CourseStatus.Ended);
        var contract = TrainingContract.Sign(course, Signed with { SignedOn = signedAfterCourse == 0 ? Today : LastDay.AddDays(signedAfterCourse) }, ActOn(LastDay.AddDays(2)));

        Should.Throw<RuleViolationException>(() => contract.Accept(course, LastDay.AddDays(day), value is { } amount ? new Money(amount) : null, null, null, ActOn(LastDay.AddDays(2))))
            .Code.ShouldBe(code);
        contract.Status.ShouldBe(TrainingContractStatus.Signed);
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(48_000_000L)]
    public void Accept_takes_every_value_up_to_the_contracts(long value)
    {
        var (course, contract) = Held();

        contract.Accept(course, LastDay.AddDays(2), new Money(value), null, " ", ActOn(LastDay.AddDays(2)));

        contract.Acceptance!.Value.Dong.ShouldBe(value);
        contract.Acceptance.Note.ShouldBeNull();
    }

    [Fact]
    public void Terminate_needs_a_reason_and_ends_the_contract()
    {
        var (course, contract) = Held();

        Should.Throw<RuleViolationException>(() => contract.Terminate(course, " ", Officer)).Code.ShouldBe("trainingContract.reasonMissing");
        contract.Terminate(course, "Đơn vị không bố trí được giảng viên", ActOn(LastDay));

        (contract.Status, contract.TerminatedOn, contract.TerminationReason).ShouldBe((TrainingContractStatus.Terminated, LastDay, "Đơn vị không bố trí được giảng viên"));
    }

    [Fact]
    public void The_table_of_states_is_walked()
    {
        foreach (var status in Enum.GetValues<TrainingContractStatus>())
        {
            foreach (var action in Enum.GetValues<TrainingContractAction>())
            {
                var (course, contract) = In(status);
                var after = TrainingContractStateMachine.Instance.After(status, action);

                if (after is null)
                {
                    Should.Throw<RuleViolationException>(() => Do(course, contract, action)).Code.ShouldBe("trainingContract.wrongState", $"{status} {action}");
                }
                else
                {
                    Do(course, contract, action);
                    contract.Status.ShouldBe(after.Value, $"{status} {action}");
                }
            }
        }

        static (Course Course, TrainingContract Contract) In(TrainingContractStatus status)
        {
            var (course, contract) = Held();
            if (status != TrainingContractStatus.Signed)
            {
                Do(course, contract, status == TrainingContractStatus.Accepted ? TrainingContractAction.Accept : TrainingContractAction.Terminate);
            }

            return (course, contract);
        }
    }

    private static (Course Course, TrainingContract Contract) Held()
    {
        var course = In(CourseStatus.Ended);
        return (course, TrainingContract.Sign(course, Signed, Officer));
    }

    private static void Do(Course course, TrainingContract contract, TrainingContractAction action)
    {
        switch (action)
        {
            case TrainingContractAction.Update:
                contract.Update(course, Signed with { Note = "Bổ sung" }, ActOn(LastDay));
                break;
            case TrainingContractAction.AttachDocument:
                contract.Attach(course, TrainingContractDocumentKind.Contract, Guid.CreateVersion7(), "hop-dong.pdf", ActOn(LastDay));
                break;
            case TrainingContractAction.Accept:
                contract.Accept(course, LastDay, null, null, null, ActOn(LastDay));
                break;
            default:
                contract.Terminate(course, "Không tổ chức được", ActOn(LastDay));
                break;
        }
    }
}
