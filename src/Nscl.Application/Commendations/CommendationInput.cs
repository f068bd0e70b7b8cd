using FluentValidation;
using Nscl.Domain.Commendations;

namespace Nscl.Application.Commendations;

/// <param name="Name">Of the collective or the person.</param>
/// <param name="Form">Code of the list <c>commendationForms</c>.</param>
/// <param name="Achievement">What is commended.</param>
/// <param name="EnterpriseId">Where an enterprise of the register is meant.</param>
public sealed record CommendationInput(CommendationSubjectKind Kind, string Name, string Form, string Achievement, string? Agency = null, Guid? EnterpriseId = null)
{
    internal CommendationContent ToContent() => new(Kind, Name, Form, Achievement, Agency, EnterpriseId);
}

internal sealed class CommendationInputValidator : AbstractValidator<CommendationInput>
{
    public CommendationInputValidator()
    {
        RuleFor(static input => input.Name).NotEmpty().MaximumLength(CommendationProposal.NameMaxLength);
        RuleFor(static input => input.Form).NotEmpty().MaximumLength(CommendationProposal.FormMaxLength);
        RuleFor(static input => input.Achievement).NotEmpty().MaximumLength(CommendationProposal.AchievementMaxLength);
        RuleFor(static input => input.Agency).MaximumLength(CommendationProposal.NameMaxLength);
    }
}
