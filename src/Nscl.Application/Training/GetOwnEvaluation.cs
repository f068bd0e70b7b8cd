using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Whether the person of a personal link can evaluate the course.</summary>
public enum OwnEvaluationStatus
{
    /// <summary>Not opened, closed, or the person was at no session.</summary>
    NotOpen,
    Open,
    Answered,
}

/// <param name="Token">Last part of the address <c>/evaluate/{token}</c>; only while it is open.</param>
/// <param name="LastDay">Last day of answering.</param>
public sealed record OwnEvaluation(OwnEvaluationStatus Status, string? Token = null, DateOnly? LastDay = null);

public sealed record GetOwnEvaluationQuery(string Secret) : IQuery<OwnEvaluation>;

internal sealed class GetOwnEvaluationHandler(INsclDb db, IBusinessClock clock, OwnRegistrationDescriber describer) : IQueryHandler<GetOwnEvaluationQuery, OwnEvaluation>
{
    public async ValueTask<OwnEvaluation> Handle(GetOwnEvaluationQuery query, CancellationToken cancellationToken)
    {
        var registration = await describer.FindAsync(query.Secret, cancellationToken);
        var evaluation = await db.CourseEvaluations.IgnoreQueryFilters([RowScope.FilterName]).AsNoTracking().FirstOrDefaultAsync(row => row.CourseId == registration.CourseId, cancellationToken);
        if (evaluation?.StatusOn(clock.Today) != EvaluationStatus.Open || !await db.AttendedOf(registration.CourseId).AnyAsync(row => row.Id == registration.Id, cancellationToken))
        {
            return new OwnEvaluation(OwnEvaluationStatus.NotOpen);
        }

        var hasAnswered = await db.Set<EvaluationMarker>().IgnoreQueryFilters([RowScope.FilterName])
            .AnyAsync(row => row.EvaluationId == evaluation.Id && row.RegistrationId == registration.Id, cancellationToken);
        return hasAnswered ? new OwnEvaluation(OwnEvaluationStatus.Answered) : new OwnEvaluation(OwnEvaluationStatus.Open, evaluation.Token, evaluation.LastDay);
    }
}
