using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <param name="Level">What the national side gave; <c>none</c> where it took part and did not win.</param>
/// <param name="BestOfType">The national list names it as the most excellent of its type; gold needs it.</param>
public sealed record RecordAwardResultRequest(AwardOutcome Level, string DecisionNumber, DateOnly DecisionDate, bool BestOfType = false, string? CertificateNumber = null);

/// <summary>The result as the national side announced it. A win joins the history of the organization in the same transaction.</summary>
public sealed record RecordAwardResultCommand(Guid SeasonId, Guid NominationId, uint ExpectedVersion, RecordAwardResultRequest Body) : ICommand<Versioned<AwardNominationDetails>>;

internal sealed class RecordAwardResultValidator : AbstractValidator<RecordAwardResultCommand>
{
    public RecordAwardResultValidator()
    {
        RuleFor(static command => command.Body.DecisionNumber).NotEmpty().IsDecisionNumber();
        RuleFor(static command => command.Body.CertificateNumber).MaximumLength(100);
    }
}

internal sealed class RecordAwardResultHandler(INsclDb db, AwardNominationActing nominations) : ICommandHandler<RecordAwardResultCommand, Versioned<AwardNominationDetails>>
{
    public async ValueTask<Versioned<AwardNominationDetails>> Handle(RecordAwardResultCommand command, CancellationToken cancellationToken) =>
        await nominations.DoAsync(
            command.SeasonId,
            command.NominationId,
            command.ExpectedVersion,
            (nomination, season, act) =>
            {
                var asked = command.Body;
                nomination.RecordResult(season, asked.Level, new AwardOfficialDocument(asked.DecisionNumber, asked.DecisionDate), asked.BestOfType, asked.CertificateNumber, act);
                if (AwardWin.Of(nomination, season) is { } win)
                {
                    db.AwardWins.Add(win);
                }
            },
            cancellationToken);
}
