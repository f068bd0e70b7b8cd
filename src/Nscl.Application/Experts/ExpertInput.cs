using FluentValidation;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;
using Nscl.Application.Identity;
using Nscl.Domain.Experts;

namespace Nscl.Application.Experts;

/// <summary>What is said of an expert.</summary>
/// <param name="AgencyName">Agency, organization or enterprise where the person works.</param>
/// <param name="AppointmentNumber">Number and symbol of the decision of appointment; with <paramref name="AppointedOn"/> or not at all.</param>
/// <param name="UserName">The person's own account, through which he sees his assignments.</param>
public sealed record ExpertInput(
    string FullName,
    ExpertSourceGroup SourceGroup,
    string AgencyName,
    string? Position = null,
    string? Phone = null,
    string? Email = null,
    string? AppointmentNumber = null,
    DateOnly? AppointedOn = null,
    string? UserName = null)
{
    internal ExpertContent ToContent(ExpertAccount? account) => new(FullName, SourceGroup, AgencyName, Position, Phone, Email, AppointmentNumber, AppointedOn, account);
}

internal sealed class ExpertInputValidator : AbstractValidator<ExpertInput>
{
    public ExpertInputValidator()
    {
        RuleFor(static input => input.FullName).NotEmpty().MaximumLength(Expert.FullNameMaxLength);
        RuleFor(static input => input.AgencyName).NotEmpty().MaximumLength(Expert.AgencyNameMaxLength);
        RuleFor(static input => input.Position).MaximumLength(Expert.PositionMaxLength);
        RuleFor(static input => input.Phone).MaximumLength(Expert.PhoneMaxLength);
        RuleFor(static input => input.Email).MaximumLength(Expert.EmailMaxLength).EmailAddress().When(static input => !string.IsNullOrWhiteSpace(input.Email));
        RuleFor(static input => input.AppointmentNumber).IsDecisionNumber().When(static input => !string.IsNullOrWhiteSpace(input.AppointmentNumber));
        RuleFor(static input => input.UserName).MaximumLength(256);
    }
}

internal static class ExpertAccounts
{
    /// <exception cref="InvalidInputException">The province has no such account.</exception>
    public static async Task<ExpertAccount?> FindAsync(this IAccountDirectory accounts, string province, string? userName, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(userName))
        {
            return null;
        }

        var found = await accounts.FindAsync(province, [userName.Trim()], cancellationToken);
        return found is [var account] ? new ExpertAccount(account.Id, account.UserName)
            : throw new InvalidInputException("/userName", "expert.accountUnknown", "The province has no such account.");
    }
}
