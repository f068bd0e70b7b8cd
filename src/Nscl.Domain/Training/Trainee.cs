using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

/// <summary>The five kinds of participants (S4.11; reference list <c>participantKinds</c>).</summary>
public enum ParticipantKind
{
    Enterprise,
    Cooperative,
    Organization,
    BusinessHousehold,
    CivilServant,
}

/// <summary>How a registration came in.</summary>
public enum RegistrationChannel
{
    /// <summary>By the person.</summary>
    Self,

    /// <summary>By the enterprise that sends the person.</summary>
    Enterprise,

    /// <summary>By an officer, after a call or a letter.</summary>
    Officer,

    /// <summary>A form on paper, entered by an officer.</summary>
    Paper,

    /// <summary>From a list of participants.</summary>
    List,
}

/// <summary>Somebody to be trained, as entered.</summary>
/// <param name="OrganizationName">The enterprise, cooperative, agency … that the person comes from; civil servants are sent by their agency (S2.8, S3.18).</param>
/// <param name="EnterpriseId">Where it is on record.</param>
public sealed record TraineeEntry(
    string FullName,
    ParticipantKind Kind,
    string? OrganizationName = null,
    Guid? EnterpriseId = null,
    string? DistrictCode = null,
    string? Phone = null,
    string? Email = null);

/// <summary>Somebody to be trained, checked and with the keys that tell people apart where there is no personal id.</summary>
/// <param name="OrganizationKey">Empty where none was named: no quota counts such people together.</param>
/// <param name="PersonKey">Name and organization, folded: whoever shares it may be the same person.</param>
public sealed record Trainee(TraineeEntry Entry, string OrganizationKey, string PersonKey)
{
    /// <param name="entry">As entered.</param>
    /// <param name="channel">
    /// Whoever comes by himself leaves a way to be reached and says where he comes from; on paper and through an officer nobody needs a telephone, and only
    /// a civil servant, whom an agency sends, needs an organization.
    /// </param>
    public static Trainee From(TraineeEntry entry, RegistrationChannel channel)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var tidy = entry with
        {
            FullName = SearchText.Tidy(entry.FullName),
            OrganizationName = SearchText.TidyOrNull(entry.OrganizationName),
            DistrictCode = SearchText.TidyOrNull(entry.DistrictCode),
            Phone = SearchText.TidyOrNull(entry.Phone),
            Email = SearchText.TidyOrNull(entry.Email),
        };
        if (tidy.FullName.Length == 0)
        {
            throw CourseRegistrationRules.NameRequired();
        }

        var isUnnamed = tidy.OrganizationName is null && tidy.EnterpriseId is null;
        var isOfOffice = channel is RegistrationChannel.Officer or RegistrationChannel.Paper or RegistrationChannel.List;
        if ((isUnnamed && !isOfOffice) || (tidy.OrganizationName is null && tidy.Kind == ParticipantKind.CivilServant))
        {
            throw CourseRegistrationRules.OrganizationRequired(tidy.Kind);
        }

        if (channel is RegistrationChannel.Self or RegistrationChannel.Enterprise && tidy.Phone is null && tidy.Email is null)
        {
            throw CourseRegistrationRules.ContactRequired();
        }

        var organizationKey = tidy.EnterpriseId is { } enterpriseId ? enterpriseId.ToString("N") : SearchText.Fold(tidy.OrganizationName ?? string.Empty);
        return new Trainee(tidy, organizationKey, $"{PersonNames.Key(tidy.FullName)}|{organizationKey}");
    }
}

/// <summary>Compares people by what there is without a personal id.</summary>
public static class PersonNames
{
    private const string CountryCode = "84";

    /// <summary>Folded, single blanks.</summary>
    public static string Key(string fullName) => SearchText.Fold(fullName);

    /// <summary>Digits of a telephone number, the country code as 0; null where there are none.</summary>
    public static string? PhoneKey(string? phone)
    {
        var digits = string.Concat((phone ?? string.Empty).Where(char.IsAsciiDigit));
        return digits.Length == 0 ? null
            : phone!.TrimStart().StartsWith('+') && digits.StartsWith(CountryCode, StringComparison.Ordinal) ? "0" + digits[CountryCode.Length..]
            : digits;
    }

    public static string? EmailKey(string? email) => SearchText.TidyOrNull(email)?.ToLowerInvariant();
}

/// <summary>A registration with the same <see cref="Trainee.PersonKey"/>, in this course or another.</summary>
/// <param name="Homonym">Tells apart people of one name and organization in one course; from 1.</param>
public sealed record KnownPerson(Guid PersonId, Guid CourseId, bool IsActive, int Homonym, int QueueNumber, string? Phone, string? Email)
{
    internal bool SharesContactWith(TraineeEntry entry) =>
        SameAs(PersonNames.PhoneKey(Phone), PersonNames.PhoneKey(entry.Phone)) || SameAs(PersonNames.EmailKey(Email), PersonNames.EmailKey(entry.Email));

    internal bool IsWithoutContactLike(TraineeEntry entry) => Phone is null && Email is null && entry.Phone is null && entry.Email is null;

    /// <summary>Both gave a number, or both an address, and they differ.</summary>
    internal bool Contradicts(TraineeEntry entry) =>
        !SharesContactWith(entry)
        && (Differ(PersonNames.PhoneKey(Phone), PersonNames.PhoneKey(entry.Phone)) || Differ(PersonNames.EmailKey(Email), PersonNames.EmailKey(entry.Email)));

    private static bool SameAs(string? one, string? other) => one is not null && one == other;

    private static bool Differ(string? one, string? other) => one is not null && other is not null && one != other;
}

/// <summary>Which person of a name and organization somebody is.</summary>
/// <param name="PersonId">The same over all courses of the province, so that people can be counted once.</param>
public sealed record PersonIdentity(Guid PersonId, int Homonym)
{
    /// <summary>Refuses somebody who is on the course's list already. Two people may bear one name: then somebody has to say so.</summary>
    /// <param name="known">Everybody with the same key in the province, latest first.</param>
    /// <param name="isDifferentPerson">Somebody has looked and says that it is another person.</param>
    public static PersonIdentity Of(Trainee trainee, Guid courseId, IReadOnlyList<KnownPerson> known, bool isDifferentPerson)
    {
        ArgumentNullException.ThrowIfNull(trainee);
        var entry = trainee.Entry;
        var listed = known.Where(person => person.IsActive && person.CourseId == courseId).ToList();
        if (listed.Find(person => person.SharesContactWith(entry) || (!isDifferentPerson && person.IsWithoutContactLike(entry))) is { } same)
        {
            throw CourseRegistrationRules.DuplicatePerson(same.QueueNumber);
        }

        if (listed is [var namesake, ..] && !isDifferentPerson)
        {
            throw CourseRegistrationRules.PossibleDuplicate(namesake.QueueNumber);
        }

        var others = known.Where(person => !listed.Exists(one => one.PersonId == person.PersonId)).ToList();
        var earlier = others.Find(person => person.SharesContactWith(entry)) ?? others.Find(person => !person.Contradicts(entry));
        return new PersonIdentity(earlier?.PersonId ?? Guid.CreateVersion7(), listed.Select(static person => person.Homonym).DefaultIfEmpty().Max() + 1);
    }
}
