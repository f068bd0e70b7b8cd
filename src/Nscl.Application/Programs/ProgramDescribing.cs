using Nscl.Application.ReferenceData;
using Nscl.Domain.Policies;
using Nscl.Domain.Programs;

namespace Nscl.Application.Programs;

/// <summary>
/// Turns the content of a program into what its page shows: names for codes, the corrected text where the verbatim one has typing
/// errors, nothing of the fact numbers.
/// </summary>
internal static class ProgramDescribing
{
    /// <param name="criteria">Codes of priority entries that are criteria and no sectors.</param>
    public static ProgramDetails Describe(SupportProgram program, IEnumerable<PolicyVersion> versions, NameBook names, IReadOnlySet<string> criteria, DateOnly today)
    {
        var content = program.Content;
        return new ProgramDetails(
            program.Id,
            program.Code,
            names.Province(program.Province),
            program.Title,
            program.ShortTitle,
            program.TitleEn,
            program.Kind,
            program.Status,
            program.PeriodFrom,
            program.PeriodTo,
            DecisionOf(content.Decision, names),
            content.ParentProgram is { } parent
                ? new ParentProgramDetails(parent.Code, parent.Title, parent.TitleEn, parent.Kind, parent.Period.From, parent.Period.To, parent.DecisionNumber, parent.DecisionDate)
                : null,
            [.. content.LegalBases.Select(static basis => new LegalBasisDetails(basis.Number, basis.Date, basis.EffectiveFrom, basis.Issuer, basis.Abstract, basis.Clause, basis.Url, CheckedAs(basis.Verification)))],
            names.Agency(content.LeadAgency),
            [.. content.GeneralObjectives.Select(ObjectiveOf)],
            [.. content.SpecificObjectives.Select(ObjectiveOf)],
            [.. content.Phases.Select(static phase => new ProgramPhaseDetails(phase.Code, phase.NameVi, phase.NameEn, phase.From, phase.To, phase.Kind))],
            [.. content.Tasks.Select(task => TaskOf(task, names))],
            [.. content.Duties.Select(duty => DutyOf(duty, names))],
            [.. content.Targets.Select(target => TargetOf(target, names))],
            EligibilityOf(content.Eligibility, names),
            [.. names.Items(ReferenceLists.PrioritySectors, content.PrioritySectors).Select(sector => new PrioritySectorDetails(sector.Code, sector.NameVi, sector.NameEn, criteria.Contains(sector.Code)))],
            [.. versions.OrderBy(static version => version.Version).Select(version => new ProgramPolicyVersion(version.Id, version.Version, version.EffectiveFrom, version.EffectiveTo, version.Effective.Contains(today)))],
            content.Submission is { } submission
                ? new SubmissionDetails(
                    names.Items(ReferenceLists.DocumentKinds, submission.RequiredDocuments),
                    names.Items(ReferenceLists.DocumentKinds, submission.BeforeContract),
                    submission.ConfigurableDefault,
                    submission.NoteVi,
                    submission.NoteEn)
                : null,
            content.Clock is { } clock ? new DossierClockDetails(clock.Steps, clock.StopsDuringSupplement, clock.ConfigurableDefault, clock.NoteVi, clock.NoteEn) : null,
            content.Appraisal is { } appraisal
                ? new AppraisalDetails(appraisal.CouncilRequired, names.Agency(appraisal.EstablishedBy), names.Agency(appraisal.ApprovedBy), appraisal.Clause)
                : null,
            FundingOf(content.Funding, names),
            [.. content.ReportObligations.Select(report => ReportOf(report, names))],
            [.. content.Recipients.Select(recipient => new DocumentRecipientDetails(
                recipient.DisplayText ?? recipient.Text,
                recipient.NameEn,
                names.Agencies(recipient.Agencies),
                recipient.Purpose is { } purpose ? names.Item(ReferenceLists.RecipientPurposes, Domain.Common.DomainJson.NameOf(purpose)) : null))],
            content.Signature is { } signature
                ? new DocumentSignatureDetails(signature.Lines, names.Items(ReferenceLists.SigningAuthorities, signature.Authorities), signature.SignerTitle, signature.SignerName)
                : null,
            content.ArchiveLine,
            content.Closing,
            content.Document.Outline,
            [.. (content.Abbreviations ?? []).Select(static entry => new AbbreviationDetails(entry.Short, entry.Full, entry.FullEn, entry.Clause))],
            [.. (content.MacroIndicators ?? []).Select(entry => new MacroIndicatorDetails(entry.Code, entry.NameVi, entry.NameEn, names.Item(ReferenceLists.MeasureUnits, entry.Unit), entry.Clause, entry.NoteVi, entry.NoteEn))],
            [.. content.Sections.Select(static section => new DocumentSectionDetails(section.Clause, section.Level, section.DisplayHeading ?? section.Heading, section.DisplayText ?? section.Text))],
            content.NotStated ?? [],
            content.ConfigurableDefaults ?? [],
            content.NoteVi,
            content.NoteEn);
    }

    private static ProgramDecisionDetails DecisionOf(ProgramDecision decision, NameBook names) => new(
        decision.Type,
        decision.TypeVi,
        names.Agency(decision.Issuer),
        decision.IssuerName,
        decision.Number,
        decision.Date,
        decision.SignerName,
        decision.SignerTitle,
        decision.AuthorityPrefix,
        decision.Clause,
        decision.NotStated);

    private static ProgramObjectiveDetails ObjectiveOf(ProgramObjective objective) =>
        new(objective.DisplayText ?? objective.Text, objective.TitleEn, objective.Clause, objective.Targets ?? []);

    private static ProgramTaskDetails TaskOf(ProgramTask task, NameBook names) => new(
        task.Code,
        task.Parent,
        task.Title,
        task.TitleEn,
        task.Kind,
        task.DisplayText ?? task.Text,
        task.Year,
        task.Continuous ?? false,
        names.Agency(task.LeadAgency),
        names.Agencies(task.Coordinators),
        task.CoordinatorsOpenEnded ?? false,
        task.Clause,
        task.AgenciesClause,
        [.. (task.Quotas ?? []).Select(quota => new TaskQuotaDetails(
            quota.Quantity,
            quota.QuantityTo,
            names.Item(ReferenceLists.MeasureUnits, quota.Unit),
            quota.Approximate,
            quota.Period,
            quota.Target,
            names.Items(ReferenceLists.SupportCategories, quota.SupportCategories),
            quota.NoteVi,
            quota.NoteEn))],
        names.Items(ReferenceLists.SupportCategories, task.SupportCategories),
        task.Topics ?? [],
        task.AudienceVi,
        task.AudienceEn,
        names.Items(ReferenceLists.ParticipantKinds, task.ParticipantKinds),
        task.Tiers ?? [],
        task.NotStated ?? [],
        task.ConfigurableDefaults ?? [],
        task.NoteVi,
        task.NoteEn);

    private static AgencyDutyDetails DutyOf(AgencyDuty duty, NameBook names) => new(
        duty.Code,
        names.Agencies(duty.Agencies),
        names.Agencies(duty.CoordinatesWith),
        duty.Title,
        duty.TitleEn,
        duty.Kind,
        duty.DisplayText ?? duty.Text,
        duty.Clause,
        duty.OnRequestOf,
        names.AgencyOrNull(duty.EscalatesTo));

    private static ProgramTargetDetails TargetOf(ProgramTarget target, NameBook names) => new(
        target.Code,
        target.Title,
        target.TitleEn,
        target.Operator,
        target.Approximate,
        target.Low,
        target.High,
        names.Item(ReferenceLists.MeasureUnits, target.Unit),
        target.Period,
        target.PeriodExplicit,
        target.Year,
        target.AwardYear,
        target.Phase,
        target.Task,
        target.DisplayText ?? target.Text,
        target.Clause,
        [.. (target.Paired ?? []).Select(paired => new PairedMeasureDetails(paired.Title, paired.TitleEn, paired.Operator, paired.Approximate, paired.Low, paired.High, names.Item(ReferenceLists.MeasureUnits, paired.Unit)))],
        target.Breakdown ?? [],
        names.Items(ReferenceLists.SupportCategories, target.SupportCategories),
        target.Denominator,
        target.IndicatorNoteVi,
        target.IndicatorNoteEn,
        target.PeriodNoteVi,
        target.PeriodNoteEn,
        target.ConfigurableDefaults ?? []);

    private static ProgramEligibilityDetails EligibilityOf(ProgramEligibility eligibility, NameBook names) => new(
        eligibility.DisplayText ?? eligibility.Text,
        eligibility.TextEn,
        eligibility.SmeOnly,
        names.Province(eligibility.Locality),
        names.Items(ReferenceLists.OrganizationTypes, eligibility.OrganizationTypes),
        eligibility.Priorities,
        eligibility.Clause,
        eligibility.NotStated ?? [],
        eligibility.ConfigurableDefaults ?? [],
        eligibility.NoteVi,
        eligibility.NoteEn);

    private static ProgramFundingDetails FundingOf(ProgramFunding funding, NameBook names) => new(
        funding.DisplayText ?? funding.Text,
        funding.Clause,
        [.. funding.Sources.Select(part => new FundingPartDetails(names.Item(ReferenceLists.FundingSources, part.Source), part.Text, part.Clause))],
        funding.BudgetTotal is { } total
            ? new BudgetTotalDetails(total.Amount.Dong, total.Year, total.Words, total.SpellingProfile, names.Agency(total.BudgetHolder), total.Clause)
            : null,
        [.. funding.Procedure.Select(step => new BudgetStepDetails(step.Code, step.NameVi, step.NameEn, names.AgencyOrNull(step.Agency), step.Clause))],
        funding.Annex?.Text,
        [.. (funding.NotStated ?? []).Union(funding.Annex?.NotStated ?? [], StringComparer.Ordinal)]);

    private static ReportObligationDetails ReportOf(ReportObligation report, NameBook names) => new(
        report.Code,
        report.TitleVi,
        report.TitleEn,
        report.Kind,
        report.DueMonthDay,
        report.Inclusive,
        names.Agency(report.Issuer),
        names.Agencies(report.Recipients),
        report.Clause,
        report.NotStated ?? [],
        report.NoteVi,
        report.NoteEn);

    private static Domain.Standards.Verification? CheckedAs(Domain.Programs.Verification? verification) => verification switch
    {
        Domain.Programs.Verification.Seed => Domain.Standards.Verification.Seed,
        Domain.Programs.Verification.Found => Domain.Standards.Verification.Found,
        Domain.Programs.Verification.Unverified => Domain.Standards.Verification.Unverified,
        _ => null,
    };
}
