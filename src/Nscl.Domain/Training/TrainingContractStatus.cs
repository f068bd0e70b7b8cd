using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

/// <summary>States of a contract with whoever teaches a course (S1.20).</summary>
public enum TrainingContractStatus
{
    Signed,

    /// <summary>What was agreed has been delivered and taken over; it can be settled (S1.22).</summary>
    Accepted,
    Terminated,
}

/// <summary>What can be done with a training contract.</summary>
public enum TrainingContractAction
{
    Update,
    AttachDocument,
    Accept,
    Terminate,
}

/// <summary>What a paper of a contract is.</summary>
public enum TrainingContractDocumentKind
{
    Contract,
    AcceptanceMinutes,
    Other,
}

/// <summary>An action that somebody would look for now, and why it does not go.</summary>
/// <param name="Code">A code of <see cref="TrainingContractRules"/>.</param>
public sealed record BlockedTrainingContractAction(TrainingContractAction Action, string Code, IReadOnlyDictionary<string, object?> Args);

/// <summary>What can be done with a contract now, and what stands in the way of the rest.</summary>
public sealed record TrainingContractActions(IReadOnlyList<TrainingContractAction> Allowed, IReadOnlyList<BlockedTrainingContractAction> Blocked);

/// <summary>The state machine of a training contract as data.</summary>
public static class TrainingContractStateMachine
{
    public static readonly StateMachine<TrainingContractStatus, TrainingContractAction> Instance = new(
        TrainingContractStatus.Signed,
        [
            new(TrainingContractStatus.Signed, TrainingContractAction.Update, TrainingContractStatus.Signed),
            new(TrainingContractStatus.Signed, TrainingContractAction.AttachDocument, TrainingContractStatus.Signed),
            new(TrainingContractStatus.Accepted, TrainingContractAction.AttachDocument, TrainingContractStatus.Accepted),
            new(TrainingContractStatus.Signed, TrainingContractAction.Accept, TrainingContractStatus.Accepted),
            new(TrainingContractStatus.Signed, TrainingContractAction.Terminate, TrainingContractStatus.Terminated),
        ]);
}
