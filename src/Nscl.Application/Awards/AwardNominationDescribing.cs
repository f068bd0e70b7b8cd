using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <summary>What is known of the conditions of the award, looked at on what is on record now.</summary>
internal sealed class AwardEligibilityReading(INsclDb db)
{
    public async Task<IReadOnlyList<AwardConditionCheck>> ExamineAsync(AwardNomination nomination, AwardSeason season, CancellationToken cancellationToken)
    {
        if (nomination.AcceptedChecks is { } accepted)
        {
            return accepted;
        }

        // Also assessors read the checks, who do not see the register of enterprises.
        var enterprise = await db.Enterprises.IgnoreQueryFilters([RowScope.FilterName]).AsNoTracking()
            .Where(row => row.Id == nomination.EnterpriseId).Select(static row => new { row.OrganizationType, row.EstablishedOn }).SingleAsync(cancellationToken);
        var lastGold = await db.AwardWins.IgnoreQueryFilters([RowScope.FilterName]).AsNoTracking()
            .Where(row => row.EnterpriseId == nomination.EnterpriseId && row.Level == AwardLevel.Gold && row.Year < season.Year)
            .MaxAsync(static row => (int?)row.Year, cancellationToken);
        return AwardEligibility.Examine(
            new AwardEligibilityTerms(season.Year, season.OperationMonths, season.ProductMarketMonths, season.ReentryYears),
            new AwardEligibilityFacts(enterprise.OrganizationType, enterprise.EstablishedOn, nomination.RegisteredOn, nomination.Declarations, lastGold),
            nomination.Confirmations);
    }
}

/// <summary>Turns a nomination into what its reader sees: the one way out, for the page and for the answer to every act.</summary>
internal sealed class AwardNominationDescriber(INsclDb db, ICurrentUser current, IBusinessClock clock, AwardEligibilityReading eligibility)
{
    public async Task<Versioned<AwardNominationDetails>> DescribeAsync(AwardNomination nomination, AwardSeason season, CancellationToken cancellationToken)
    {
        var reader = current.User;
        var checks = await eligibility.ExamineAsync(nomination, season, cancellationToken);
        var actions = nomination.ActionsOn(season, clock.Today, checks);
        var canRemove = actions.Allowed.Contains(AwardNominationAction.RemoveDocument) && reader.May(AwardNominationAction.RemoveDocument);
        var documents = (await DocumentsAsync(nomination, canRemove, cancellationToken)).ToLookup(static document => document.Part, StringComparer.Ordinal);
        var missing = nomination.MissingParts(season.Regime);
        var isOwner = reader.Rows is { SeesAll: false } && reader.Rows.EnterpriseIds.Contains(nomination.EnterpriseId);
        var isOver = nomination.Status is AwardNominationStatus.NotForwarded or AwardNominationStatus.ResultRecorded;
        var details = new AwardNominationDetails(
            nomination.Id,
            nomination.Code,
            nomination.Province,
            season.Id,
            season.Year,
            season.Title,
            season.Status,
            nomination.EnterpriseId,
            nomination.EnterpriseName,
            nomination.NominatedBy,
            nomination.RegisteredOn,
            nomination.OutreachNote,
            nomination.Activity,
            nomination.OfficialEmployees,
            nomination.Type,
            nomination.Declarations,
            nomination.SelfAssessment,
            nomination.IsSelfAssessmentComplete(season.Regime) ? nomination.SelfAssessment.Sum(static own => own.Points) : null,
            [.. season.Regime.DossierParts.Select(part => new AwardPartDetails(part.Code, part.NameVi, part.NameEn, part.Required, part.Required ? !missing.Contains(part.Code) : documents.Contains(part.Code), [.. documents[part.Code]]))],
            checks,
            nomination.Status,
            nomination.SubmittedOn,
            nomination.CheckDueOn,
            nomination.Supplements,
            isOwner ? [] : await StagesAsync(nomination, cancellationToken),
            isOwner && !isOver ? null : nomination.Points,
            nomination.Points is { } points && (!isOwner || isOver) ? season.Regime.PossibleLevels(points, season.Year) : [],
            isOwner && !isOver ? null : nomination.Conclusion,
            nomination.Consent,
            nomination.Result,
            isOwner && nomination.Feedback?.ReleasedOn is null ? null : nomination.Feedback,
            nomination.EndReason,
            nomination.Timeline,
            [.. actions.Allowed.Where(reader.May)],
            [.. actions.Blocked.Where(blocked => reader.May(blocked.Action))]);
        return new Versioned<AwardNominationDetails>(details, db.VersionOf(nomination));
    }

    private async Task<List<AwardStageDetails>> StagesAsync(AwardNomination nomination, CancellationToken cancellationToken)
    {
        var sheets = await db.AwardScoreSheets.AsNoTracking().Where(row => row.NominationId == nomination.Id).OrderBy(static row => row.Id).ToListAsync(cancellationToken);
        return [.. Enum.GetValues<AwardStage>().Select(stage =>
        {
            var (of, result) = (sheets.FindAll(sheet => sheet.Stage == stage), nomination.Stages.FirstOrDefault(closed => closed.Stage == stage));
            return new AwardStageDetails(
                stage,
                result is not null,
                of.Count,
                result,
                of.Where(sheet => sheet.AssessorId == current.User.Id).Select(DetailsOf).FirstOrDefault(),
                result is null ? [] : [.. of.Select(DetailsOf)]);
        })];
    }

    private static AwardSheetDetails DetailsOf(AwardScoreSheet sheet) => new(sheet.AssessorName, sheet.Scores, sheet.Total, sheet.Comment, sheet.ScoredAt);

    private async Task<List<AwardDocumentDetails>> DocumentsAsync(AwardNomination nomination, bool canRemove, CancellationToken cancellationToken)
    {
        var ids = nomination.Documents.Select(static document => document.StoredFileId).ToList();
        var files = await db.StoredFiles.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(static row => row.Id, cancellationToken);
        return [.. nomination.Documents.Select(document => (Document: document, File: files[document.StoredFileId])).Select(pair => new AwardDocumentDetails(
            pair.Document.Id, pair.Document.Part, pair.Document.FileName, pair.File.SizeBytes, pair.File.MediaType, pair.Document.AttachedByName, pair.Document.AttachedAt, canRemove && !pair.Document.IsHandedIn))];
    }
}

/// <summary>Does one thing to a nomination, saves, and tells how it stands: what every act on a nomination has in common.</summary>
internal sealed class AwardNominationActing(INsclDb db, ICurrentUser current, IBusinessClock clock, AwardNominationDescriber describer)
{
    public async Task<Versioned<AwardNominationDetails>> DoAsync(Guid seasonId, Guid nominationId, uint expectedVersion, Func<AwardNomination, AwardSeason, AwardAct, Task> act, CancellationToken cancellationToken)
    {
        var season = await db.LoadSeasonAsync(seasonId, cancellationToken);
        var nomination = await db.LoadNominationAsync(season, nominationId, expectedVersion, cancellationToken);
        await act(nomination, season, current.User.AwardActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(nomination, season, cancellationToken);
    }

    public Task<Versioned<AwardNominationDetails>> DoAsync(Guid seasonId, Guid nominationId, uint expectedVersion, Action<AwardNomination, AwardSeason, AwardAct> act, CancellationToken cancellationToken) =>
        DoAsync(
            seasonId,
            nominationId,
            expectedVersion,
            (nomination, season, by) =>
            {
                act(nomination, season, by);
                return Task.CompletedTask;
            },
            cancellationToken);
}
