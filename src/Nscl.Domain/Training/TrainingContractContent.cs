using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

/// <summary>What a training contract says.</summary>
/// <param name="Number">As on the paper, such as <c>12/2022/HĐ-ĐT</c>.</param>
/// <param name="ProviderTaxCode">Of the organization that teaches, where it is known.</param>
/// <param name="Value">Whole đồng, more than nothing.</param>
/// <param name="StartsOn">First day of what is to be delivered; the first day of the course where nothing is said.</param>
/// <param name="EndsOn">Last day; the last day of the course where nothing is said.</param>
public sealed record TrainingContractContent(
    string Number,
    DateOnly SignedOn,
    string ProviderName,
    Money Value,
    string? ProviderTaxCode = null,
    DateOnly? StartsOn = null,
    DateOnly? EndsOn = null,
    string? Note = null);

/// <summary>That what was agreed has been taken over.</summary>
/// <param name="MinutesNumber">Of the minutes of acceptance.</param>
/// <param name="Value">Whole đồng that are owed for what was delivered, at most the contract's value.</param>
public sealed record TrainingContractAcceptance(DateOnly AcceptedOn, Money Value, string ByName, string? MinutesNumber = null, string? Note = null);

/// <summary>A paper of a contract.</summary>
public sealed class TrainingContractDocument
{
    public const int FileNameMaxLength = 255;

    /// <summary>Names of <see cref="TrainingContractDocumentKind"/> as they are sent.</summary>
    public const string KindPattern = "^(contract|acceptanceMinutes|other)$";

    internal TrainingContractDocument(TrainingContractDocumentKind kind, Guid storedFileId, string fileName, CourseAct act)
    {
        Id = Guid.CreateVersion7();
        (Kind, StoredFileId, FileName) = (kind, storedFileId, fileName);
        (AttachedByName, AttachedAt) = (act.ByName, act.At);
    }

    /// <summary>For the object mapper only.</summary>
    private TrainingContractDocument() => (FileName, AttachedByName) = (string.Empty, string.Empty);

    public Guid Id { get; private set; }

    public TrainingContractDocumentKind Kind { get; private set; }

    public Guid StoredFileId { get; private set; }

    public string FileName { get; private set; }

    public string AttachedByName { get; private set; }

    public DateTimeOffset AttachedAt { get; private set; }
}
