using Microsoft.EntityFrameworkCore;
using Nscl.Application.Calendar;
using Nscl.Application.Common;
using Nscl.Domain.Calendar;
using Nscl.Domain.Enrollments;
using Nscl.Domain.Policies;
using Nscl.Domain.Programs;

namespace Nscl.Application.Enrollments;

/// <summary>A program, its policy and what they ask of one dossier, as an act has read them.</summary>
internal sealed record KnownTerms(SupportProgram Program, PolicyVersion Policy, EnrollmentTerms Terms)
{
    public string? EnterpriseName { get; init; }
}

/// <summary>Turns a dossier into what its reader may see: the one way out, for the page and for the answer to every act.</summary>
internal sealed class EnrollmentDescriber(INsclDb db, ICurrentUser current, IBusinessClock clock, IWorkingDays workingDays)
{
    /// <param name="known">What the act has read already, so that it is not read a second time.</param>
    public async Task<Versioned<EnrollmentDetails>> DescribeAsync(Enrollment enrollment, CancellationToken cancellationToken, KnownTerms? known = null)
    {
        var reader = current.User;
        var actor = reader.ActorIn();
        var view = enrollment.VisibleTo(actor.Party);
        var (program, policy, terms) = known ?? await TermsForReadingAsync(enrollment, cancellationToken);
        var actions = enrollment.ActionsFor(actor, clock.Today, terms);
        var enterpriseName = known?.EnterpriseName ?? await db.Enterprises.AsNoTracking().Where(row => row.Id == enrollment.EnterpriseId).Select(static row => row.Name).FirstAsync(cancellationToken);
        var details = new EnrollmentDetails(
            enrollment.Id,
            enrollment.Code,
            enrollment.ProgramId,
            enrollment.ProgramCode,
            program.ShortTitle,
            program.TitleEn,
            enrollment.EnterpriseId,
            enterpriseName,
            enrollment.PolicyVersionId,
            view.Status,
            enrollment.Channel,
            [.. enrollment.SupportLines.Select(line => LineOf(line, policy))],
            enrollment.Statement,
            enrollment.Declarations,
            await DocumentsOfAsync(enrollment, view.Documents, cancellationToken),
            Checklist(enrollment, terms),
            [.. view.Timeline.Select(EventOf)],
            enrollment.Supplements,
            await ClocksOfAsync(enrollment, cancellationToken),
            view.CouncilConclusion is { } conclusion ? ConclusionOf(conclusion) : null,
            view.Decision is { } decision ? DecisionOf(decision) : null,
            enrollment.CreatedAt,
            enrollment.SubmittedAt,
            enrollment.ReceivedOn,
            enrollment.CheckedByName,
            [.. actions.Allowed.Where(reader.May)],
            [.. actions.Blocked.Where(blocked => reader.May(blocked.Action))]);
        return new Versioned<EnrollmentDetails>(details, db.VersionOf(enrollment));
    }

    /// <summary>A draft that outlived its policy can still be read: it then shows the version that was last in force.</summary>
    private async Task<KnownTerms> TermsForReadingAsync(Enrollment enrollment, CancellationToken cancellationToken)
    {
        var (programs, versions) = await db.ReadSharedAsync(
            db.Programs.Where(row => row.Id == enrollment.ProgramId),
            db.PolicyVersions.Where(row => row.ProgramId == enrollment.ProgramId),
            cancellationToken);
        var program = programs.Single();
        var policy = enrollment.PolicyVersionId is { } pinned
            ? versions.Single(version => version.Id == pinned)
            : PolicyVersion.InForceOn(clock.Today, versions) ?? versions.MaxBy(static version => version.EffectiveFrom)!;
        return new KnownTerms(program, policy, await db.TermsAsync(enrollment.EnterpriseId, enrollment.Id, program, policy, cancellationToken));
    }

    private static SupportLineDetails LineOf(SupportLine line, PolicyVersion policy)
    {
        var item = policy.Items.FirstOrDefault(candidate => candidate.Code == line.ItemCode);
        return new SupportLineDetails(
            line.Id,
            line.ItemCode,
            item?.Title ?? line.ItemCode,
            item?.TitleEn ?? line.ItemCode,
            line.UnitKey,
            line.UnitName,
            line.EligibleCost.Dong,
            line.OtherPublicSupport.Dong,
            [.. line.Sources.Select(static source => new LineSourceDetails(source.Source, source.Amount.Dong))]);
    }

    private async Task<IReadOnlyList<EnrollmentDocumentDetails>> DocumentsOfAsync(Enrollment enrollment, IReadOnlyList<EnrollmentDocument> documents, CancellationToken cancellationToken)
    {
        var (reader, mayRemove) = (current.User.ActorIn(), current.User.May(EnrollmentAction.RemoveDocument));
        if (documents.Count == 0)
        {
            return [];
        }

        var fileIds = documents.Select(static document => document.StoredFileId).ToList();
        var files = await db.StoredFiles.AsNoTracking().Where(file => fileIds.Contains(file.Id))
            .Select(static file => new { file.Id, file.SizeBytes, file.MediaType }).ToDictionaryAsync(static file => file.Id, cancellationToken);
        return
        [
            .. documents.Select(document => new EnrollmentDocumentDetails(
                document.Id,
                document.Kind,
                document.FileName,
                document.Version,
                document.IsCurrent,
                files[document.StoredFileId].SizeBytes,
                files[document.StoredFileId].MediaType,
                document.UploadedByName,
                document.UploadedAt,
                mayRemove && enrollment.CanRemove(document, reader, clock.Today))),
        ];
    }

    private static ChecklistItem[] Checklist(Enrollment enrollment, EnrollmentTerms terms)
    {
        var present = enrollment.Documents.Where(static document => document.IsCurrent && !document.IsProceedings).ToLookup(static document => document.Kind);
        var asked = enrollment.OpenSupplement?.Items ?? [];
        return
        [
            .. terms.RequiredDocuments.Concat(asked).Concat(present.Select(static group => group.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(kind => new ChecklistItem(
                    kind,
                    terms.RequiredDocuments.Contains(kind) || asked.Contains(kind),
                    present.Contains(kind),
                    present[kind].LastOrDefault()?.Id)),
        ];
    }

    private static EnrollmentEventDetails EventOf(EnrollmentEvent entry) =>
        new(entry.At, entry.On, entry.ActorName, entry.Party, entry.Action, entry.From, entry.To, entry.Reason, entry.Args);

    private async Task<IReadOnlyList<EnrollmentClockDetails>> ClocksOfAsync(Enrollment enrollment, CancellationToken cancellationToken)
    {
        if (enrollment.Clocks.Count == 0)
        {
            return [];
        }

        var calendar = await workingDays.CalendarAsync(cancellationToken);
        return [.. enrollment.Clocks.Select(clock => ClockOf(clock, calendar))];
    }

    private EnrollmentClockDetails ClockOf(EnrollmentClock step, WorkingDayCalendar calendar)
    {
        var reading = step.Clock.Read(calendar, clock.Today);
        return new EnrollmentClockDetails(
            step.Step,
            reading.State,
            step.Clock.WorkingDays,
            reading.Elapsed,
            reading.Remaining,
            step.Clock.StartedOn,
            step.Clock.CompletedOn,
            reading.DueOn,
            reading.LateFrom,
            reading.IsForecast,
            reading.IsLate,
            [.. step.Clock.Stops.Select(static stop => new ClockStopDetails(stop.StoppedOn, stop.ResumedOn, stop.Cause))]);
    }

    private static CouncilConclusionDetails ConclusionOf(CouncilConclusion conclusion) => new(
        conclusion.Outcome,
        conclusion.MeetingOn,
        conclusion.MinutesDocumentId,
        [.. conclusion.Lines.Select(static line => new ConcludedLineDetails(line.ItemCode, line.UnitKey, line.RequestedCost.Dong, line.ProposedCost.Dong, line.UnitCountConfirmed))],
        conclusion.RecordedByName,
        conclusion.RecordedAt,
        conclusion.Note);

    private static EnrollmentDecisionDetails DecisionOf(EnrollmentDecision decision) => new(
        decision.IsApproval,
        decision.DecidedByName,
        decision.DecidedAt,
        decision.DecidedOn,
        decision.Number,
        decision.Date,
        decision.Note,
        decision.Reason,
        decision.PublishedAt);
}
