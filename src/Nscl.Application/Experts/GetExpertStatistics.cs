using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Experts;
using Nscl.Domain.Programs;

namespace Nscl.Application.Experts;

/// <param name="FromYear">Deep training that ended in this year or later.</param>
/// <param name="ToYear">Deep training that ended in this year or earlier.</param>
/// <param name="Province">Founding province, for those who see several.</param>
public sealed record ExpertPeriod(int? FromYear = null, int? ToYear = null, string? Province = null);

/// <summary>How many people were trained in depth.</summary>
/// <param name="Persons">Distinct people: whoever was trained twice is one.</param>
/// <param name="Unproven">Of those, people all of whose training in question took place elsewhere and has no paper yet.</param>
/// <param name="Illustrative">Of those, people invented for a demo.</param>
public sealed record ExpertFigures(int Persons, int Unproven, int Illustrative);

public sealed record ExpertGroupFigures(ExpertSourceGroup SourceGroup, ExpertFigures Figures);

/// <param name="ByGroup">All three groups (S1.5).</param>
public sealed record ExpertYearFigures(int Year, ExpertFigures Total, IReadOnlyList<ExpertGroupFigures> ByGroup);

/// <summary>What a plan foresees of people trained in depth, and how many there are in its years.</summary>
/// <param name="From">At least so many.</param>
/// <param name="To">At most so many; absent where the plan sets no most.</param>
/// <param name="IsApproximate">The plan says "khoảng".</param>
public sealed record ExpertPlanFigures(Guid ProgramId, string ProgramCode, string TargetCode, string TitleVi, string TitleEn, int FirstYear, int LastYear, int From, int? To, bool IsApproximate, ExpertFigures Figures);

/// <param name="Plans">Of the caller's programmes, whatever the period asked for.</param>
/// <param name="Total">Over the whole period: not the sum of the years where somebody was trained in several.</param>
/// <param name="ByGroup">Over the whole period; all three groups (S1.5).</param>
/// <param name="Years">Only years in which somebody was trained.</param>
public sealed record ExpertStatistics(ExpertFigures Total, IReadOnlyList<ExpertGroupFigures> ByGroup, IReadOnlyList<ExpertYearFigures> Years, IReadOnlyList<ExpertPlanFigures> Plans);

public sealed record GetExpertStatisticsQuery(ExpertPeriod Filter) : IQuery<ExpertStatistics>;

internal sealed class GetExpertStatisticsValidator : AbstractValidator<GetExpertStatisticsQuery>
{
    public GetExpertStatisticsValidator()
    {
        RuleFor(static query => query.Filter.FromYear).InclusiveBetween(1900, 2200).OverridePropertyName("?fromYear");
        RuleFor(static query => query.Filter.ToYear).InclusiveBetween(1900, 2200).OverridePropertyName("?toYear");
        RuleFor(static query => query.Filter.Province).MaximumLength(32).OverridePropertyName("?province");
    }
}

internal sealed class GetExpertStatisticsHandler(INsclDb db, ICurrentUser current) : IQueryHandler<GetExpertStatisticsQuery, ExpertStatistics>
{
    /// <summary>Targets of people trained in depth, as the plans at hand number them (S0.20, S1.5, S3.6).</summary>
    private static readonly string[] PlanTargets = ["K0.9", "K1.1", "K3.1"];

    public async ValueTask<ExpertStatistics> Handle(GetExpertStatisticsQuery query, CancellationToken cancellationToken)
    {
        var (from, to) = (query.Filter.FromYear ?? 1900, query.Filter.ToYear ?? 2200);
        // Also of people who are no longer active: they were trained.
        var all = await db.Experts.AsNoTracking().InProvince(query.Filter.Province, current.User)
            .SelectMany(static expert => expert.Qualifications
                .Select(training => new Trained(
                    expert.Id,
                    expert.SourceGroup,
                    expert.IsIllustrative,
                    training.EndsOn.Year,
                    training.Kind == QualificationKind.OwnCourse || training.EvidenceFileId != null)))
            .ToListAsync(cancellationToken);
        var rows = all.FindAll(row => row.Year >= from && row.Year <= to);
        var programs = await db.ReadSharedAsync(db.Programs.InProvince(query.Filter.Province, current.User), cancellationToken);
        return new ExpertStatistics(
            FiguresOf(rows),
            ByGroup(rows),
            [.. rows.GroupBy(static row => row.Year).OrderBy(static year => year.Key).Select(static year => new ExpertYearFigures(year.Key, FiguresOf([.. year]), ByGroup([.. year])))],
            [
                .. from program in programs.OrderBy(static program => program.PeriodFrom).ThenBy(static program => program.Code, StringComparer.Ordinal)
                   from target in program.Content.Targets
                   where PlanTargets.Contains(target.Code)
                   select PlanOf(program, target, all),
            ]);
    }

    private static ExpertPlanFigures PlanOf(SupportProgram program, ProgramTarget target, List<Trained> all)
    {
        var (first, last) = (target.Year ?? program.PeriodFrom.Year, target.Year ?? program.PeriodTo.Year);
        return new ExpertPlanFigures(
            program.Id,
            program.Code,
            target.Code,
            target.Title,
            target.TitleEn,
            first,
            last,
            (int)target.Low,
            target.Operator == TargetOperator.Range ? (int?)target.High : null,
            target.Approximate,
            FiguresOf(all.FindAll(row => row.Year >= first && row.Year <= last)));
    }

    private static List<ExpertGroupFigures> ByGroup(IReadOnlyList<Trained> rows) =>
        [.. Enum.GetValues<ExpertSourceGroup>().Select(group => new ExpertGroupFigures(group, FiguresOf([.. rows.Where(row => row.Group == group)])))];

    private static ExpertFigures FiguresOf(IReadOnlyList<Trained> rows)
    {
        var people = rows.GroupBy(static row => row.ExpertId).ToList();
        return new ExpertFigures(people.Count, people.Count(static person => !person.Any(static row => row.IsProven)), people.Count(static person => person.First().IsIllustrative));
    }

    private sealed record Trained(Guid ExpertId, ExpertSourceGroup Group, bool IsIllustrative, int Year, bool IsProven);
}
