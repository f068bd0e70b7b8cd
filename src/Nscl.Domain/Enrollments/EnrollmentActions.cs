namespace Nscl.Domain.Enrollments;

/// <summary>An action that somebody would look for now, and why it does not go.</summary>
/// <param name="Code">A code of <see cref="EnrollmentRules"/>.</param>
public sealed record BlockedAction(EnrollmentAction Action, string Code, IReadOnlyDictionary<string, object?> Args);

/// <summary>What somebody can do with a dossier now, and what stands in the way of the rest.</summary>
public sealed record EnrollmentActions(IReadOnlyList<EnrollmentAction> Allowed, IReadOnlyList<BlockedAction> Blocked);
