using Nscl.Domain.Common;
using Nscl.Domain.Training;
using Nscl.TestSupport;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Training.CourseBuilder;

namespace Nscl.Domain.Tests.Training;

public sealed class CourseRegistrationTests
{
    [Fact]
    public void Cancel_when_the_person_has_a_seat_promotes_exactly_the_first_who_waits()
    {
        var course = Open(Content(2));
        var list = Listed(course, 5);

        list[0].Cancel(course, "Bận việc", Officer);
        Fill(course, list, Officer);

        list.Select(static one => one.Status).ShouldBe([RegistrationStatus.Cancelled, RegistrationStatus.Registered, RegistrationStatus.Registered, RegistrationStatus.Waitlisted, RegistrationStatus.Waitlisted]);
        list.Select(static one => one.SeatNumber).ShouldBe([null, 2, 1, null, null]);
    }

    [Fact]
    public void Cancel_when_the_person_waits_promotes_nobody()
    {
        var course = Open(Content(2));
        var list = Listed(course, 4);

        list[2].Cancel(course, null, Officer);

        Fill(course, list, Officer).ShouldBeEmpty();
        list[3].Status.ShouldBe(RegistrationStatus.Waitlisted);
    }

    [Fact]
    public void Fill_when_seats_were_added_promotes_as_many_in_the_order_of_arrival()
    {
        var course = Open(Content(2));
        var list = Listed(course, 6);

        course.Update(Content(4), held: 2, Officer);
        Fill(course, list, Officer).Select(static one => one.QueueNumber).ShouldBe([3, 4]);
    }

    [Fact]
    public void Fill_when_the_course_asks_for_a_confirmation_offers_the_seat_until_then()
    {
        var course = Open(Content(1) with { ConfirmationHours = 24 });
        var list = Listed(course, 3);
        list[0].Cancel(course, null, Officer);

        var offered = Fill(course, list, Officer).ShouldHaveSingleItem();

        (offered.Status, offered.SeatNumber, offered.ConfirmBy).ShouldBe((RegistrationStatus.Offered, 1, Officer.At.AddHours(24)));
        offered.Confirm(course, Officer);
        (offered.Status, offered.ConfirmBy).ShouldBe((RegistrationStatus.Registered, null));
    }

    [Fact]
    public void LapseOverdue_when_nobody_confirmed_in_time_frees_the_seat_for_the_next()
    {
        var course = Open(Content(1) with { ConfirmationHours = 24 });
        var list = Listed(course, 3);
        list[0].Cancel(course, null, Officer);
        Fill(course, list, Officer);
        var (inTime, late) = (Officer with { At = Officer.At.AddHours(24) }, Officer with { At = Officer.At.AddHours(24).AddSeconds(1) });

        SeatFilling.LapseOverdue(list, inTime.At);
        list[1].Status.ShouldBe(RegistrationStatus.Offered);
        Refusal.CodeOf(() => list[1].Confirm(course, late)).ShouldBe("courseRegistration.offerLapsed");
        SeatFilling.LapseOverdue(list, late.At);
        Fill(course, list, late);

        list.Select(static one => one.Status).ShouldBe([RegistrationStatus.Cancelled, RegistrationStatus.Lapsed, RegistrationStatus.Offered]);
        list[1].SeatNumber.ShouldBeNull();
    }

    [Fact]
    public void Fill_when_the_course_is_over_promotes_nobody()
    {
        var course = Open(Content(1));
        var list = Listed(course, 2);
        list[0].Cancel(course, null, Officer);
        course.End(ActOn(LastDay));

        Fill(course, list, Officer).ShouldBeEmpty();
        Refusal.CodeOf(() => list[1].Cancel(course, null, Officer)).ShouldBe("courseRegistration.courseOver");
        list[1].ActionsIn(course, Officer.At).ShouldBeEmpty();
    }

    [Fact]
    public void Approve_when_there_is_a_seat_gives_it_and_otherwise_a_place_in_the_line()
    {
        var course = Open(Content(1) with { Mode = CourseMode.Approval });
        var (first, second, third) = (Undecided(course, "A Thái", 1), Undecided(course, "Y Lan", 2), Undecided(course, "A Minh", 3));
        first.ActionsIn(course, Officer.At).ShouldBe([RegistrationAction.Approve, RegistrationAction.Decline, RegistrationAction.Cancel]);

        first.Approve(course, seat: 1);
        second.Approve(course, seat: null);
        third.Decline(course, "Không thuộc đối tượng", Officer);

        (first.Status, second.Status, third.Status).ShouldBe((RegistrationStatus.Registered, RegistrationStatus.Waitlisted, RegistrationStatus.Declined));
        Refusal.CodeOf(() => third.Approve(course, seat: 2)).ShouldBe("courseRegistration.wrongState");
        Refusal.CodeOf(() => Undecided(course, "A Minh", 4).Decline(course, " ", Officer)).ShouldBe("courseRegistration.reasonMissing");
        Refusal.CodeOf(() => first.Confirm(course, Officer)).ShouldBe("courseRegistration.wrongState");
    }

    [Fact]
    [SourceFact("S2.8", "S3.18")]
    public void From_when_a_civil_servant_names_no_agency_refuses()
    {
        var official = new TraineeEntry("Nguyễn Văn An", ParticipantKind.CivilServant, EnterpriseId: Guid.CreateVersion7());

        Refusal.CodeOf(() => Trainee.From(official, RegistrationChannel.Officer)).ShouldBe("courseRegistration.organizationRequired");
        Trainee.From(official with { OrganizationName = "Chi cục Tiêu chuẩn Đo lường Chất lượng" }, RegistrationChannel.Officer).Entry.Kind.ShouldBe(ParticipantKind.CivilServant);
    }

    [Theory]
    [InlineData(ParticipantKind.Enterprise)]
    [InlineData(ParticipantKind.Cooperative)]
    [InlineData(ParticipantKind.Organization)]
    [InlineData(ParticipantKind.BusinessHousehold)]
    public void From_when_nothing_says_where_the_person_comes_from_takes_only_the_word_of_the_office(ParticipantKind kind)
    {
        foreach (var channel in (RegistrationChannel[])[RegistrationChannel.Self, RegistrationChannel.Enterprise])
        {
            Refusal.CodeOf(() => Trainee.From(new TraineeEntry("A Nao", kind, Phone: "0905 123 456"), channel)).ShouldBe("courseRegistration.organizationRequired");
        }

        foreach (var channel in (RegistrationChannel[])[RegistrationChannel.Officer, RegistrationChannel.Paper, RegistrationChannel.List])
        {
            Trainee.From(new TraineeEntry("A Nao", kind), channel).OrganizationKey.ShouldBeEmpty();
        }

        Trainee.From(new TraineeEntry("A Nao", kind, EnterpriseId: Guid.CreateVersion7()), RegistrationChannel.Officer).ShouldNotBeNull();
        Trainee.From(new TraineeEntry("A Nao", kind, "HTX Đăk Mar"), RegistrationChannel.Officer).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(RegistrationChannel.Self, true)]
    [InlineData(RegistrationChannel.Enterprise, true)]
    [InlineData(RegistrationChannel.Officer, false)]
    [InlineData(RegistrationChannel.Paper, false)]
    [InlineData(RegistrationChannel.List, false)]
    public void From_when_the_person_comes_by_himself_asks_for_a_contact(RegistrationChannel channel, bool asks)
    {
        if (asks)
        {
            Refusal.CodeOf(() => Trainee.From(Person("A Nao"), channel)).ShouldBe("courseRegistration.contactRequired");
        }

        Trainee.From(Person("A Nao", phone: asks ? "0905 123 456" : null), channel).Entry.FullName.ShouldBe("A Nao");
        Trainee.From(Person("A Nao", email: "a.nao@example.vn"), channel).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Nguyễn Thị Hương", "nguyễn  thị HƯƠNG", true)]
    [InlineData("Nguyễn Thị Hương", "Nguyen Thi Huong", true)]
    [InlineData("Đinh Đức", "Dinh Duc", true)]
    [InlineData("A Nao", "A Não", true)]
    [InlineData("A Nao", "A Nau", false)]
    public void PersonKey_when_names_differ_only_in_marks_and_blanks_is_the_same(string one, string other, bool same) =>
        (Trainee.From(Person(one), RegistrationChannel.Officer).PersonKey == Trainee.From(Person(other), RegistrationChannel.Officer).PersonKey).ShouldBe(same);

    [Theory]
    [InlineData("+84 905 123 456", "0905123456")]
    [InlineData("0905.123.456", "0905123456")]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void PhoneKey_when_written_differently_is_the_same(string? phone, string? key) => PersonNames.PhoneKey(phone).ShouldBe(key);

    /// <summary>Contact on the list, contact of the newcomer, whether somebody says it is another person → a refusal, or null.</summary>
    [Theory]
    [InlineData("0905123456", "+84905123456", false, "courseRegistration.duplicatePerson")]
    [InlineData("0905123456", "+84905123456", true, "courseRegistration.duplicatePerson")]
    [InlineData("a@example.vn", "A@Example.vn", false, "courseRegistration.duplicatePerson")]
    [InlineData(null, null, false, "courseRegistration.duplicatePerson")]
    [InlineData(null, null, true, null)]
    [InlineData("0905123456", "0914000000", false, "courseRegistration.possibleDuplicate")]
    [InlineData("0905123456", "0914000000", true, null)]
    [InlineData("0905123456", null, false, "courseRegistration.possibleDuplicate")]
    [InlineData(null, "a@example.vn", true, null)]
    public void Of_when_somebody_of_the_same_name_and_organization_is_on_the_list_looks_at_the_contact(string? listed, string? newcomer, bool isDifferent, string? refusal)
    {
        var courseId = Guid.CreateVersion7();
        var known = new KnownPerson(Guid.CreateVersion7(), courseId, IsActive: true, Homonym: 1, QueueNumber: 7, PhoneIn(listed), EmailIn(listed));
        var trainee = Trainee.From(Person("A Nao", phone: PhoneIn(newcomer), email: EmailIn(newcomer)), RegistrationChannel.Officer);

        if (refusal is not null)
        {
            var violation = Should.Throw<RuleViolationException>(() => PersonIdentity.Of(trainee, courseId, [known], isDifferent));
            (violation.Code, violation.Args["queueNumber"]).ShouldBe((refusal, 7));
            return;
        }

        var identity = PersonIdentity.Of(trainee, courseId, [known], isDifferent);
        identity.Homonym.ShouldBe(2);
        identity.PersonId.ShouldNotBe(known.PersonId);
    }

    [Fact]
    public void Of_when_the_person_left_the_list_takes_him_again_as_the_same_person()
    {
        var courseId = Guid.CreateVersion7();
        var cancelled = new KnownPerson(Guid.CreateVersion7(), courseId, IsActive: false, Homonym: 1, QueueNumber: 3, "0905123456", null);

        PersonIdentity.Of(Trainee.From(Person("A Nao", phone: "0905123456"), RegistrationChannel.Officer), courseId, [cancelled], isDifferentPerson: false)
            .ShouldBe(new PersonIdentity(cancelled.PersonId, 1));
    }

    [Fact]
    public void Of_when_the_person_was_on_another_course_is_the_same_unless_the_contact_says_otherwise()
    {
        var earlier = new KnownPerson(Guid.CreateVersion7(), Guid.CreateVersion7(), IsActive: true, Homonym: 1, QueueNumber: 3, "0905123456", null);
        PersonIdentity In(string? phone) => PersonIdentity.Of(Trainee.From(Person("A Nao", phone: phone), RegistrationChannel.Officer), Guid.CreateVersion7(), [earlier], isDifferentPerson: false);

        In("0905123456").PersonId.ShouldBe(earlier.PersonId);
        In(null).PersonId.ShouldBe(earlier.PersonId);
        In("0914000000").PersonId.ShouldNotBe(earlier.PersonId);
    }

    private static CourseRegistration Undecided(Course course, string name, int queueNumber) => CourseRegistration.Undecided(
        course, Trainee.From(Person(name), RegistrationChannel.Officer), new PersonIdentity(Guid.CreateVersion7(), 1), queueNumber, RegistrationChannel.Officer, Officer);

    private static string? PhoneIn(string? contact) => contact?.Contains('@', StringComparison.Ordinal) == false ? contact : null;

    private static string? EmailIn(string? contact) => contact?.Contains('@', StringComparison.Ordinal) == true ? contact : null;
}
