using Nscl.Domain.Agencies;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Refusal;

namespace Nscl.Domain.Tests.Agencies;

/// <summary>On the departments of domain-reference §4.5; the first day of the reform is a default there, here only a value.</summary>
public sealed class AgencyTests
{
    private static readonly DateOnly Merged = new(2025, 3, 1);
    private static readonly DateOnly Reform = new(2025, 7, 1);

    private static readonly Agency Planning = Department("konTum", "planningAndInvestment", "Sở Kế hoạch và Đầu tư", Merged, new AgencySuccessor("konTum", "finance", Merged, AgencySuccessionKind.Merge));

    private static readonly Agency Finance = Department("konTum", "finance", "Sở Tài chính", Reform, new AgencySuccessor("quangNgai", "finance", Reform, AgencySuccessionKind.Merge));

    private static readonly Agency FinanceOfTheHeir = Department("quangNgai", "finance", "Sở Tài chính", endsBefore: null);

    private static readonly Agency[] All = [Planning, Finance, FinanceOfTheHeir];

    [Fact]
    public void ActingOn_while_the_agency_exists_is_the_agency() =>
        Planning.ActingOn(new DateOnly(2019, 6, 30), All).ShouldBe([Planning]);

    [Fact]
    public void ActingOn_after_a_merger_is_the_successor_and_after_the_reform_the_heirs_one()
    {
        Planning.ActingOn(Merged, All).ShouldBe([Finance]);
        Planning.ActingOn(Reform, All).ShouldBe([FinanceOfTheHeir]);
    }

    [Fact]
    public void ActingOn_when_the_work_went_to_several_names_them_all()
    {
        var communications = Department(
            "konTum",
            "informationAndCommunications",
            "Sở Thông tin và Truyền thông",
            Merged,
            new("konTum", "scienceAndTechnology", Merged, AgencySuccessionKind.Merge),
            new("konTum", "culture", Merged, AgencySuccessionKind.Transfer));
        var science = Department("konTum", "scienceAndTechnology", "Sở Khoa học và Công nghệ", endsBefore: null);
        var culture = Department("konTum", "culture", "Sở Văn hóa, Thể thao và Du lịch", endsBefore: null);

        communications.ActingOn(Merged, [communications, science, culture]).ShouldBe([science, culture]);
    }

    [Fact]
    public void ActingOn_when_nobody_is_named_is_nobody() =>
        Planning.ActingOn(Merged, [Planning]).ShouldBeEmpty();

    [Fact]
    public void An_agency_keeps_the_name_of_its_time()
    {
        Planning.NameVi.ShouldBe("Sở Kế hoạch và Đầu tư");
        Planning.Validity.Contains(new DateOnly(2019, 6, 30)).ShouldBeTrue();
        Planning.Validity.Contains(Merged).ShouldBeFalse();
    }

    [Fact]
    public void An_agency_does_not_end_before_it_starts() =>
        CodeOf(static () => new Agency(
                "konTum", "finance", new AgencyEntry("A", "A", "A", AgencyKind.Department, ValidFrom: Reform, ValidTo: Reform.AddDays(-1))))
            .ShouldBe("agency.endsBeforeStart");

    private static Agency Department(string province, string code, string name, DateOnly? endsBefore, params AgencySuccessor[] successors) =>
        new(province, code, new AgencyEntry(name, code, name, AgencyKind.Department, ValidTo: endsBefore?.AddDays(-1), Successors: successors));
}
