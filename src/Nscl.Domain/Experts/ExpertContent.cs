namespace Nscl.Domain.Experts;

/// <summary>What is said of an expert.</summary>
/// <param name="AgencyName">Agency, organization or enterprise where the person works.</param>
/// <param name="AppointmentNumber">Number and symbol of the decision that appoints the person; with <paramref name="AppointedOn"/> or not at all.</param>
/// <param name="Account">The person's own account, through which he sees his assignments.</param>
public sealed record ExpertContent(
    string FullName,
    ExpertSourceGroup SourceGroup,
    string AgencyName,
    string? Position = null,
    string? Phone = null,
    string? Email = null,
    string? AppointmentNumber = null,
    DateOnly? AppointedOn = null,
    ExpertAccount? Account = null);

/// <param name="UserName">The name that the person signs in with.</param>
public sealed record ExpertAccount(Guid UserId, string UserName);

/// <summary>That somebody was at a course of ours, as its list has it.</summary>
/// <param name="FullName">As on the list.</param>
/// <param name="TookPart">The course has been held, and the person counts as having been there.</param>
public sealed record OwnTraining(Guid RegistrationId, Guid CourseId, string FullName, string Title, string? Place, DateOnly StartsOn, DateOnly EndsOn, bool TookPart);

/// <summary>Deep training elsewhere.</summary>
public sealed record OutsideTraining(string Title, string Place, DateOnly StartsOn, DateOnly EndsOn);
