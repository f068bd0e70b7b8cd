using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Commendations;

namespace Nscl.Application.Commendations;

/// <summary>Turns a proposal into what its reader sees: the one way out, for the page and for the answer to every act.</summary>
internal sealed class CommendationDescriber(INsclDb db, ICurrentUser current)
{
    public async Task<Versioned<CommendationDetails>> DescribeAsync(CommendationProposal proposal, CancellationToken cancellationToken)
    {
        var (reader, actions, forms) = (current.User, proposal.Actions(), await db.ReadFormsAsync(cancellationToken));
        var program = await db.Programs.AsNoTracking().Where(row => row.Id == proposal.ProgramId).Select(static row => new { row.Code, row.ShortTitle }).SingleAsync(cancellationToken);
        var enterprise = proposal.EnterpriseId is null ? null
            : await db.Enterprises.AsNoTracking().Where(row => row.Id == proposal.EnterpriseId).Select(static row => row.Name).FirstOrDefaultAsync(cancellationToken);
        var details = new CommendationDetails(
            proposal.Id,
            proposal.Code,
            proposal.Province,
            proposal.ProgramId,
            program.Code,
            program.ShortTitle,
            proposal.Year,
            proposal.Kind,
            proposal.Name,
            proposal.Agency,
            proposal.EnterpriseId,
            enterprise,
            forms[proposal.Form],
            proposal.Achievement,
            proposal.Status,
            proposal.Review,
            proposal.SubmittedOn,
            proposal.Decision is { } decision ? new CommendationDecisionDetails(decision.Number, decision.Date, forms[decision.Form], decision.RecordedByName) : null,
            proposal.EndReason,
            await NamesakesAsync(proposal, cancellationToken),
            await DocumentsAsync(proposal, cancellationToken),
            proposal.Timeline,
            [.. actions.Allowed.Where(reader.May)],
            [.. actions.Blocked.Where(blocked => reader.May(blocked.Action))]);
        return new Versioned<CommendationDetails>(details, db.VersionOf(proposal));
    }

    private async Task<List<CommendationNamesake>> NamesakesAsync(CommendationProposal proposal, CancellationToken cancellationToken) =>
        await db.CommendationProposals.AsNoTracking()
            .Where(row => row.ProgramId == proposal.ProgramId && row.Id != proposal.Id && row.Name == proposal.Name)
            .Where(static row => row.Status != CommendationStatus.NotCommended && row.Status != CommendationStatus.Withdrawn)
            .OrderBy(static row => row.Code)
            .Select(static row => new CommendationNamesake(row.Id, row.Code, row.Year, row.Agency, row.Status)).ToListAsync(cancellationToken);

    private async Task<List<CommendationDocumentDetails>> DocumentsAsync(CommendationProposal proposal, CancellationToken cancellationToken)
    {
        var ids = proposal.Documents.Select(static document => document.StoredFileId).ToList();
        var files = ids.Count == 0 ? [] : await db.StoredFiles.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(static row => row.Id, cancellationToken);
        return [.. proposal.Documents.Select(document => (Document: document, File: files[document.StoredFileId])).Select(static pair => new CommendationDocumentDetails(
            pair.Document.Id, pair.Document.Kind, pair.Document.FileName, pair.File.SizeBytes, pair.File.MediaType, pair.Document.AttachedByName, pair.Document.AttachedAt, pair.Document.IsOfEarlierMeeting))];
    }
}

/// <summary>Does one thing to a proposal, saves, and tells how it stands: what every act on a proposal has in common.</summary>
internal sealed class CommendationActing(INsclDb db, ICurrentUser current, IBusinessClock clock, CommendationDescriber describer)
{
    public async Task<Versioned<CommendationDetails>> DoAsync(Guid id, uint expectedVersion, Func<CommendationProposal, CommendationAct, Task> act, CancellationToken cancellationToken)
    {
        var proposal = await db.LoadCommendationAsync(id, cancellationToken);
        db.ExpectVersion(proposal, expectedVersion);
        await act(proposal, current.User.CommendationActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(proposal, cancellationToken);
    }

    public Task<Versioned<CommendationDetails>> DoAsync(Guid id, uint expectedVersion, Action<CommendationProposal, CommendationAct> act, CancellationToken cancellationToken) =>
        DoAsync(
            id,
            expectedVersion,
            (proposal, by) =>
            {
                act(proposal, by);
                return Task.CompletedTask;
            },
            cancellationToken);
}

internal static class CommendationLoading
{
    public static async Task<CommendationProposal> LoadCommendationAsync(this INsclDb db, Guid id, CancellationToken cancellationToken) =>
        await db.CommendationProposals.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw new NotFoundException("commendation");

    /// <summary>Refuses a form or an enterprise that is not there.</summary>
    /// <param name="at">JSON pointer of the input within the body.</param>
    public static async Task RequireKnownAsync(this INsclDb db, CommendationInput input, string at, CancellationToken cancellationToken)
    {
        if (input.EnterpriseId is { } enterpriseId && !await db.Enterprises.AnyAsync(row => row.Id == enterpriseId, cancellationToken))
        {
            throw new NotFoundException("enterprise");
        }

        (await db.ReadFormsAsync(cancellationToken)).RequireKnown(input.Form, at + "/form");
    }
}
