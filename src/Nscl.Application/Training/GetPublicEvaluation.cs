using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>What a trainee sees before answering: the course and the questions, and nobody's name.</summary>
/// <param name="LastDay">Last day of answering.</param>
public sealed record PublicEvaluation(string CourseTitle, DateOnly StartsOn, DateOnly EndsOn, DateOnly LastDay, EvaluationForm Form);

public sealed record GetPublicEvaluationQuery(string Token) : IQuery<PublicEvaluation>;

internal sealed class GetPublicEvaluationHandler(INsclDb db, ICurrentUser current, PublicEvaluations evaluations) : IQueryHandler<GetPublicEvaluationQuery, PublicEvaluation>
{
    public async ValueTask<PublicEvaluation> Handle(GetPublicEvaluationQuery query, CancellationToken cancellationToken)
    {
        var evaluation = await evaluations.FindAsync(query.Token, cancellationToken);
        using var visit = current.ActAs(PublicCaller.WithSecretOf(evaluation.Province));
        var course = await db.Courses.AsNoTracking().FirstAsync(row => row.Id == evaluation.CourseId, cancellationToken);
        return new PublicEvaluation(course.Title, course.StartsOn, course.EndsOn, evaluation.LastDay, evaluation.Form);
    }
}
