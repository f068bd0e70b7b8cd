using Nscl.Domain.Appraisals;
using Shouldly;
using Xunit;

namespace Nscl.Domain.Tests.Appraisals;

/// <summary>Seats, declarations, recusal and quorum (domain-reference §3.2).</summary>
public sealed class CouncilTests
{
    private static readonly DateOnly Today = new(2022, 10, 3);
    private static readonly Guid Subject = Guid.Parse("0192f0a0-0000-7000-8000-0000000000d1");
    private static readonly Guid[] Users = [.. Enumerable.Range(1, 8).Select(static number => Guid.Parse($"0192f0a0-0000-7000-8000-00000000000{number}"))];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(5, 4)]
    [InlineData(6, 4)]
    [InlineData(9, 6)]
    public void RequiredOf_when_two_thirds_are_needed_rounds_up(int members, int required) => QuorumRule.Default.RequiredOf(members).ShouldBe(required);

    [Theory]
    [InlineData("0,1,2,3", true)] // chair, vice-chair, secretary, member
    [InlineData("1,2,3,4", true)] // the vice-chair leads
    [InlineData("0,1,2", false)] // three of five
    [InlineData("2,3,4", false)]
    [InlineData("0,2,3,5", false)] // the assessor does not count
    [InlineData("0,1,3,6", true)] // the alternate fills the secretary's seat
    [InlineData("0,1,2,6", false)] // a seat is filled once
    public void QuorumFor_when_these_are_there_counts_seats(string present, bool isMet) => With(present).QuorumFor(Subject).IsMet.ShouldBe(isMet);

    [Fact]
    public void QuorumFor_when_neither_chair_nor_vice_chair_is_there_is_not_met()
    {
        var session = Session(Entries(reviewers: 4));
        session.RecordAttendance([.. session.Members.Where(static member => member.Role is CouncilRole.Member or CouncilRole.Secretary or CouncilRole.Reviewer).Select(static member => member.Id)]);

        var count = session.QuorumFor(Subject);

        (count.Members, count.Present, count.Required, count.ChairPresent, count.IsMet).ShouldBe((9, 7, 6, false, false));
    }

    [Fact]
    public void QuorumFor_when_a_member_is_recused_leaves_the_seat_out_of_the_base()
    {
        var session = With("0,1,2,3,4");
        session.Declare(Users[3], Subject, hasConflict: true, "Người thân", [], Today);

        var count = session.QuorumFor(Subject);

        (count.Members, count.Present, count.Required, count.IsMet).ShouldBe((4, 4, 3, true));
        Refusal.CodeOf(() => session.RequireCanDecide(Subject, 5, 0, Today)).ShouldBe("council.tooManyVotes");
        session.RequireCanDecide(Subject, 3, 1, Today).Present.ShouldBe(4);
    }

    [Fact]
    public void RequireCanDecide_when_the_session_cannot_is_refused()
    {
        Refusal.CodeOf(() => With("0,1,2").RequireCanDecide(Subject, 3, 0, Today)).ShouldBe("council.noQuorum");
        Refusal.CodeOf(() => With("0,1,2,3").RequireCanDecide(Subject, 3, 0, Today.AddDays(-1))).ShouldBe("council.notHeldYet");
        Refusal.CodeOf(() => With("0,1,2,3").RequireCanDecide(Guid.CreateVersion7(), 3, 0, Today)).ShouldBe("council.subjectUnknown");
    }

    [Fact]
    public void Declare_when_the_member_acts_for_the_enterprise_is_a_conflict_whatever_is_said()
    {
        var session = Session();
        session.StandingOf(Users[3], Subject).ShouldBe(ConflictStanding.NotDeclared);

        session.Declare(Users[3], Subject, hasConflict: false, null, ["6101990026"], Today);

        session.StandingOf(Users[3], Subject).ShouldBe(ConflictStanding.Recused);
        session.Declarations.ShouldHaveSingleItem().IsAutomatic.ShouldBeTrue();
    }

    [Theory]
    [InlineData("6101990026-001", ConflictStanding.Recused)]
    [InlineData("6101990019", ConflictStanding.None)]
    public void Declare_when_the_member_acts_for_a_branch_is_a_conflict_as_well(string own, ConflictStanding standing)
    {
        var session = Session();
        session.Declare(Users[2], Subject, hasConflict: false, null, [own], Today);
        session.StandingOf(Users[2], Subject).ShouldBe(standing);
    }

    [Fact]
    public void Declare_when_recused_stays_so_and_without_reason_or_seat_is_refused()
    {
        var session = Session();
        Refusal.CodeOf(() => session.Declare(Users[2], Subject, hasConflict: true, " ", [], Today)).ShouldBe("council.conflictReasonMissing");
        Refusal.CodeOf(() => session.Declare(Guid.CreateVersion7(), Subject, hasConflict: false, null, [], Today)).ShouldBe("council.noSeat");
        session.Declare(Users[2], Subject, hasConflict: false, null, [], Today);
        session.Declare(Users[2], Subject, hasConflict: true, "Mới nhận tư vấn", [], Today);

        Refusal.CodeOf(() => session.Declare(Users[2], Subject, hasConflict: false, null, [], Today)).ShouldBe("council.recused");
    }

    [Fact]
    public void Found_when_the_seats_are_not_sound_is_refused()
    {
        Refusal.CodeOf(() => Found([new("A", CouncilRole.Member)])).ShouldBe("council.oneChair");
        Refusal.CodeOf(() => Found([new("A", CouncilRole.Chair), new("B", CouncilRole.Chair)])).ShouldBe("council.oneChair");
        Refusal.CodeOf(() => Found([new("A", CouncilRole.Chair), new(" ", CouncilRole.Member)])).ShouldBe("council.memberNameRequired");
        Refusal.CodeOf(() => Found([new("A", CouncilRole.Chair, UserId: Users[0]), new("B", CouncilRole.Member, UserId: Users[0])])).ShouldBe("council.memberTwice");
        Refusal.CodeOf(() => Found([new("A", CouncilRole.Chair), new("B", CouncilRole.Member, AlternateFor: 9)])).ShouldBe("council.alternateUnknown");
        Refusal.CodeOf(() => Council.Found("konTum", Content(Entries()) with { Name = " " })).ShouldBe("council.nameRequired");
        Refusal.CodeOf(() => Council.Found("konTum", Content(Entries()) with { TermTo = Today.AddYears(-5) })).ShouldBe("council.termEndsBeforeItBegins");
        Refusal.CodeOf(() => Council.Found("konTum", Content(Entries()) with { Quorum = new QuorumRule(3, 2) })).ShouldBe("council.quorumNotSound");
    }

    [Fact]
    public void Call_when_outside_the_term_or_without_matters_is_refused()
    {
        var council = Found(Entries());
        Refusal.CodeOf(() => CouncilSession.Call(council, Today.AddYears(5), null, [Matter])).ShouldBe("council.outsideTerm");
        Refusal.CodeOf(() => CouncilSession.Call(council, Today, null, [])).ShouldBe("council.subjectsRequired");
        Refusal.CodeOf(() => CouncilSession.Call(council, Today, null, [Matter, Matter])).ShouldBe("council.subjectTwice");
        Refusal.CodeOf(() => Session().RecordAttendance([Guid.CreateVersion7()])).ShouldBe("council.memberUnknown");
    }

    private static readonly CouncilSubject Matter = new(CouncilSubjectKind.AwardNomination, Subject, "GTCLQG-2022-0001", "6101990026");

    private static CouncilMemberEntry[] Entries(int reviewers = 0) =>
    [
        new("Phan Ngọc Bảo", CouncilRole.Chair, UserId: Users[0]),
        new("Vũ Thị Mai Hương", CouncilRole.ViceChair, UserId: Users[1]),
        new("Dương Thị Thu Hiền", CouncilRole.Secretary, UserId: Users[2]),
        new("Y Hạnh", CouncilRole.Member, UserId: Users[3]),
        new("Ngô Xuân Thành", CouncilRole.Member, UserId: Users[4]),
        new("Lương Thế Hải", CouncilRole.Assessor, UserId: Users[5]),
        new("Người dự khuyết", CouncilRole.Member, UserId: Users[6], AlternateFor: 2),
        .. Enumerable.Range(1, reviewers).Select(static number => new CouncilMemberEntry($"Phản biện {number}", CouncilRole.Reviewer)),
    ];

    private static CouncilContent Content(IReadOnlyList<CouncilMemberEntry> members) => new(CouncilKind.AwardPreliminary, "Hội đồng sơ tuyển", "12/QĐ-UBND", Today, new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31), members);

    private static Council Found(IReadOnlyList<CouncilMemberEntry> members) => Council.Found("konTum", Content(members));

    private static CouncilSession Session(CouncilMemberEntry[]? members = null) => CouncilSession.Call(Found(members ?? Entries()), Today, "Phòng họp", [Matter]);

    private static CouncilSession With(string present)
    {
        var session = Session();
        session.RecordAttendance([.. present.Split(',').Select(static place => int.Parse(place, System.Globalization.CultureInfo.InvariantCulture)).Select(place => session.Members[place].Id)]);
        return session;
    }
}
