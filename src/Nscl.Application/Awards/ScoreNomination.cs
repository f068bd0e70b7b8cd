using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Appraisals;
using Nscl.Application.Common;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <param name="Scores">One for every criterion.</param>
public sealed record ScoreNominationRequest(AwardStage Stage, IReadOnlyList<AwardCriterionScore> Scores, string? Comment = null);

/// <summary>An assessor's points in a stage. As long as it is open they may be given anew; nobody else sees them.</summary>
public sealed record ScoreNominationCommand(Guid SeasonId, Guid NominationId, ScoreNominationRequest Body) : ICommand<Versioned<AwardNominationDetails>>;

internal sealed class ScoreNominationValidator : AbstractValidator<ScoreNominationCommand>
{
    public ScoreNominationValidator()
    {
        RuleFor(static command => command.Body.Comment).MaximumLength(AwardScoreSheet.CommentMaxLength);
        RuleFor(static command => command.Body.Scores.Count).LessThanOrEqualTo(100).OverridePropertyName("Body.Scores");
        RuleForEach(static command => command.Body.Scores).ChildRules(static score =>
        {
            score.RuleFor(static entry => entry.Criterion).NotEmpty().MaximumLength(80);
            score.RuleFor(static entry => entry.Points).GreaterThanOrEqualTo(0);
            score.RuleFor(static entry => entry.Comment).MaximumLength(AwardScoreSheet.CommentMaxLength);
        });
    }
}

/// <summary>Under the lock of the nomination: the stage cannot close meanwhile, and an assessor who scores twice at once has one sheet.</summary>
internal sealed class ScoreNominationHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, AwardNominationDescriber describer)
    : ICommandHandler<ScoreNominationCommand, Versioned<AwardNominationDetails>>
{
    public async ValueTask<Versioned<AwardNominationDetails>> Handle(ScoreNominationCommand command, CancellationToken cancellationToken)
    {
        var (user, asked) = (current.User, command.Body);
        var season = await db.LoadSeasonAsync(command.SeasonId, cancellationToken);
        await db.LockAsync<AwardNomination>(command.NominationId, cancellationToken);
        var nomination = await db.LoadNominationAsync(season, command.NominationId, cancellationToken);
        await db.RequireSeatAsync(user, nomination.Id, cancellationToken);
        var act = user.AwardActOf(clock);
        var sheet = await db.AwardScoreSheets.FirstOrDefaultAsync(row => row.NominationId == nomination.Id && row.Stage == asked.Stage && row.AssessorId == user.Id, cancellationToken);
        if (sheet is null)
        {
            sheet = AwardScoreSheet.Begin(nomination, asked.Stage, act);
            db.AwardScoreSheets.Add(sheet);
        }

        sheet.Score(nomination, season, asked.Scores, asked.Comment, act);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(nomination, season, cancellationToken);
    }
}
