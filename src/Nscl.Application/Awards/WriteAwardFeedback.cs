using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

public sealed record WriteAwardFeedbackRequest(IReadOnlyList<AwardFeedbackItem> Items);

/// <summary>Strengths and opportunities by criterion; may be written anew until it is released.</summary>
public sealed record WriteAwardFeedbackCommand(Guid SeasonId, Guid NominationId, uint ExpectedVersion, WriteAwardFeedbackRequest Body) : ICommand<Versioned<AwardNominationDetails>>;

internal sealed class WriteAwardFeedbackValidator : AbstractValidator<WriteAwardFeedbackCommand>
{
    public WriteAwardFeedbackValidator()
    {
        RuleFor(static command => command.Body.Items.Count).LessThanOrEqualTo(100).OverridePropertyName("Body.Items");
        RuleForEach(static command => command.Body.Items).ChildRules(static item =>
        {
            item.RuleFor(static entry => entry.Criterion).NotEmpty().MaximumLength(80);
            item.RuleFor(static entry => entry.Strengths).MaximumLength(AwardNomination.TextMaxLength);
            item.RuleFor(static entry => entry.Opportunities).MaximumLength(AwardNomination.TextMaxLength);
        });
    }
}

internal sealed class WriteAwardFeedbackHandler(AwardNominationActing nominations) : ICommandHandler<WriteAwardFeedbackCommand, Versioned<AwardNominationDetails>>
{
    public async ValueTask<Versioned<AwardNominationDetails>> Handle(WriteAwardFeedbackCommand command, CancellationToken cancellationToken) =>
        await nominations.DoAsync(command.SeasonId, command.NominationId, command.ExpectedVersion, (nomination, season, act) => nomination.WriteFeedback(season, command.Body.Items, act), cancellationToken);
}
