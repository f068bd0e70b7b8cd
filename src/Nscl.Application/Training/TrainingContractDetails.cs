using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Domain.Amounts;
using Nscl.Domain.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>A paper of a contract.</summary>
public sealed record TrainingContractDocumentDetails(Guid Id, TrainingContractDocumentKind Kind, string FileName, long SizeBytes, string MediaType, string AttachedByName, DateTimeOffset AttachedAt);

/// <summary>The contract with whoever teaches a course.</summary>
/// <param name="Number">As on the paper.</param>
/// <param name="Value">Whole đồng.</param>
/// <param name="ValueInWords">The value as contracts spell it.</param>
/// <param name="Acceptance">Absent before acceptance.</param>
/// <param name="AllowedActions">What the caller can do now.</param>
/// <param name="BlockedActions">What the caller would look for now, and why it does not go.</param>
public sealed record TrainingContractDetails(
    Guid Id,
    Guid CourseId,
    string Number,
    DateOnly SignedOn,
    string ProviderName,
    string? ProviderTaxCode,
    Money Value,
    string ValueInWords,
    DateOnly StartsOn,
    DateOnly EndsOn,
    string? Note,
    TrainingContractStatus Status,
    TrainingContractAcceptance? Acceptance,
    DateOnly? TerminatedOn,
    string? TerminationReason,
    IReadOnlyList<TrainingContractDocumentDetails> Documents,
    string CreatedByName,
    DateTimeOffset CreatedAt,
    IReadOnlyList<TrainingContractAction> AllowedActions,
    IReadOnlyList<BlockedTrainingContractAction> BlockedActions);

/// <summary>Turns a contract into what its reader sees.</summary>
internal sealed class TrainingContractDescriber(INsclDb db, ICurrentUser current)
{
    public async Task<Versioned<TrainingContractDetails>> DescribeAsync(TrainingContract contract, Course course, CancellationToken cancellationToken)
    {
        var ids = contract.Documents.Select(static document => document.StoredFileId).ToList();
        // The file of a paper that was attached just now is in the change tracker only when the command has saved.
        var files = ids.Count == 0 ? [] : await db.StoredFiles.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(static row => row.Id, cancellationToken);
        var actions = contract.ActionsFor(course);
        var mayAct = current.User.May(Permissions.TrainingContractsManage);
        var details = new TrainingContractDetails(
            contract.Id,
            contract.CourseId,
            contract.Number,
            contract.SignedOn,
            contract.ProviderName,
            contract.ProviderTaxCode,
            contract.Value,
            AmountSpeller.Spell(contract.Value),
            contract.StartsOn,
            contract.EndsOn,
            contract.Note,
            contract.Status,
            contract.Acceptance,
            contract.TerminatedOn,
            contract.TerminationReason,
            [
                .. contract.Documents.Select(document => new TrainingContractDocumentDetails(
                    document.Id, document.Kind, document.FileName, files[document.StoredFileId].SizeBytes, files[document.StoredFileId].MediaType, document.AttachedByName, document.AttachedAt)),
            ],
            contract.CreatedByName,
            contract.CreatedAt,
            mayAct ? actions.Allowed : [],
            mayAct ? actions.Blocked : []);
        return new Versioned<TrainingContractDetails>(details, db.VersionOf(contract));
    }
}

internal static class TrainingContractLoading
{
    public static async Task<Course> LoadCourseOfContractAsync(this INsclDb db, Guid courseId, CancellationToken cancellationToken) =>
        await db.Courses.FirstOrDefaultAsync(row => row.Id == courseId, cancellationToken) ?? throw new NotFoundException("course");

    public static async Task<TrainingContract> LoadContractAsync(this INsclDb db, Course course, Guid id, CancellationToken cancellationToken) =>
        await db.TrainingContracts.FirstOrDefaultAsync(row => row.Id == id && row.CourseId == course.Id, cancellationToken) ?? throw new NotFoundException("trainingContract");

    public static async Task<TrainingContract> LoadContractAsync(this INsclDb db, Course course, Guid id, uint expectedVersion, CancellationToken cancellationToken)
    {
        var contract = await db.LoadContractAsync(course, id, cancellationToken);
        db.ExpectVersion(contract, expectedVersion);
        return contract;
    }
}
