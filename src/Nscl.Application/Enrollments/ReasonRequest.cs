using FluentValidation;
using Nscl.Domain.Enrollments;

namespace Nscl.Application.Enrollments;

/// <param name="Reason">Why; told to the other side and kept in the timeline.</param>
public sealed record ReasonRequest(string Reason);

internal sealed class ReasonRequestValidator : AbstractValidator<ReasonRequest>
{
    public ReasonRequestValidator() => RuleFor(static body => body.Reason).NotEmpty().MaximumLength(Enrollment.ReasonMaxLength);
}
