namespace Nscl.Domain.Enrollments;

/// <summary>On whose side somebody acts.</summary>
public enum EnrollmentParty
{
    Enterprise,

    /// <summary>The department and the bodies it acts for.</summary>
    Office,
}

/// <summary>Somebody who looks at a dossier or acts on it.</summary>
/// <param name="Name">As it stands in the timeline years later, whatever becomes of the account.</param>
public sealed record EnrollmentActor(Guid Id, string Name, EnrollmentParty Party);

/// <summary>Who acts, and when: the instant for the record, the business date for deadlines and papers.</summary>
/// <param name="On">Business date in Viet Nam.</param>
public sealed record EnrollmentAct(EnrollmentActor By, DateTimeOffset At, DateOnly On);

/// <summary>How the dossier came in.</summary>
public enum EnrollmentChannel
{
    Online,

    /// <summary>Handed in on paper and entered by an officer.</summary>
    Paper,
}
