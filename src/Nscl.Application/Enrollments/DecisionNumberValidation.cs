using FluentValidation;
using Nscl.Domain.Documents;
using Nscl.Domain.Enrollments;

namespace Nscl.Application.Enrollments;

internal static class DecisionNumberValidation
{
    /// <summary>Number and symbol of an official document, <c>15/QĐ-SKHCN</c>; absent is for the caller to judge.</summary>
    public static IRuleBuilderOptions<T, string?> IsDecisionNumber<T>(this IRuleBuilder<T, string?> rule) => rule
        .MaximumLength(Enrollment.DecisionNumberMaxLength)
        .Must(static number => number is null || OfficialDocumentNumber.TryParse(number) is not null)
        .WithErrorCode("document.numberMalformed")
        .WithMessage("The text is no number and symbol of an official document.");
}
