using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Commendations;
using Nscl.Domain.Programs;

namespace Nscl.Application.Commendations;

/// <summary>How far a plan period of a programme is from what it foresees (S3.20: five to ten).</summary>
/// <param name="TargetCode">The target that foresees it; absent where the programme has none.</param>
/// <param name="From">At least so many.</param>
/// <param name="To">At most so many.</param>
/// <param name="Decided">Commended by a decision: what is counted beside the target.</param>
/// <param name="Collectives">Of those decided.</param>
/// <param name="Individuals">Of those decided.</param>
/// <param name="Open">On their way: proposed, reviewed or submitted.</param>
/// <param name="Missing">How many more must be decided to reach the least.</param>
/// <param name="Left">How many more may be decided; absent without a most.</param>
/// <param name="Surplus">How many there would be too many if all that are on their way were decided; said, not forbidden.</param>
public sealed record CommendationCounter(
    Guid ProgramId,
    string ProgramCode,
    string ProgramTitle,
    string ProgramTitleEn,
    string? TargetCode,
    int FirstYear,
    int LastYear,
    int? From,
    int? To,
    int Decided,
    int Collectives,
    int Individuals,
    int Open,
    int Missing,
    int? Left,
    int Surplus,
    CommendationStanding Standing);

public sealed record CommendationCounterList(IReadOnlyList<CommendationCounter> Items);

public sealed record ListCommendationCountersQuery : IQuery<CommendationCounterList>;

internal sealed class ListCommendationCountersHandler(INsclDb db) : IQueryHandler<ListCommendationCountersQuery, CommendationCounterList>
{
    public async ValueTask<CommendationCounterList> Handle(ListCommendationCountersQuery query, CancellationToken cancellationToken)
    {
        var programs = await db.ReadSharedAsync(db.Programs, cancellationToken);
        var counts = await db.CommendationProposals.AsNoTracking()
            .Where(static row => row.Status != CommendationStatus.NotCommended && row.Status != CommendationStatus.Withdrawn)
            .GroupBy(static row => new { row.ProgramId, row.Year, row.Kind, IsDecided = row.Status == CommendationStatus.Decided })
            .Select(static group => new Count(group.Key.ProgramId, group.Key.Year, group.Key.Kind, group.Key.IsDecided, group.Count()))
            .ToListAsync(cancellationToken);
        return new CommendationCounterList(
        [
            .. from program in programs.OrderBy(static program => program.PeriodFrom).ThenBy(static program => program.Code, StringComparer.Ordinal)
               from period in CommendationPeriod.Of(program.Content)
               let of = counts.FindAll(count => count.ProgramId == program.Id && period.Has(count.Year))
               where period.TargetCode is not null || of.Count > 0
               select CounterOf(program, period, of),
        ]);
    }

    private static CommendationCounter CounterOf(SupportProgram program, CommendationPeriod period, List<Count> counts)
    {
        var (collectives, individuals) = (Sum(CommendationSubjectKind.Collective), Sum(CommendationSubjectKind.Individual));
        var count = new CommendationCount(collectives + individuals, counts.Where(static row => !row.IsDecided).Sum(static row => row.Number), period.From, period.To);
        return new CommendationCounter(
            program.Id,
            program.Code,
            program.ShortTitle,
            program.TitleEn,
            period.TargetCode,
            period.FirstYear,
            period.LastYear,
            count.From,
            count.To,
            count.Decided,
            collectives,
            individuals,
            count.Open,
            count.Missing,
            count.Left,
            count.Surplus,
            count.Standing);

        int Sum(CommendationSubjectKind kind) => counts.Where(row => row.IsDecided && row.Kind == kind).Sum(static row => row.Number);
    }

    private sealed record Count(Guid ProgramId, int Year, CommendationSubjectKind Kind, bool IsDecided, int Number);
}
