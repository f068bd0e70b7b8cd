namespace Nscl.Application.Identity;

/// <summary>
/// Every permission there is, named <c>capability.verb</c>. Endpoints state the one they need; roles are granted them as data
/// (product.md §5); the scopes of API clients are these names.
/// </summary>
public static class Permissions
{
    public const string ProgramsRead = "programs.read";
    public const string PoliciesRead = "policies.read";

    public const string EnterprisesRead = "enterprises.read";
    public const string EnterprisesRegister = "enterprises.register";
    public const string EnterprisesUpdate = "enterprises.update";
    public const string EnterprisesOverrideTaxCode = "enterprises.overrideTaxCode";
    /// <summary>Sees the 12-digit personal ids that are tax codes of business households; everybody else sees them masked.</summary>
    public const string EnterprisesReadPersonalIds = "enterprises.readPersonalIds";
    public const string EnterprisesImport = "enterprises.import";
    public const string EnterprisesExport = "enterprises.export";

    public const string EnrollmentsRead = "enrollments.read";
    public const string EnrollmentsCreate = "enrollments.create";
    public const string EnrollmentsUpdate = "enrollments.update";
    public const string EnrollmentsAttachDocument = "enrollments.attachDocument";
    public const string EnrollmentsSubmit = "enrollments.submit";
    public const string EnrollmentsWithdraw = "enrollments.withdraw";
    public const string EnrollmentsCheck = "enrollments.check";
    public const string EnrollmentsRecordCouncilConclusion = "enrollments.recordCouncilConclusion";
    public const string EnrollmentsProposeApproval = "enrollments.proposeApproval";
    public const string EnrollmentsApprove = "enrollments.approve";
    public const string EnrollmentsPublishDecision = "enrollments.publishDecision";
    public const string EnrollmentsRecordDecisionNumber = "enrollments.recordDecisionNumber";

    public const string CoursesRead = "courses.read";
    public const string CoursesManage = "courses.manage";
    public const string CoursesRegister = "courses.register";
    public const string CoursesDecideRegistration = "courses.decideRegistration";
    /// <summary>Contracts with those who teach, and what was seen at their courses.</summary>
    public const string TrainingContractsRead = "trainingContracts.read";
    public const string TrainingContractsManage = "trainingContracts.manage";
    public const string CoursesRecordAttendance = "courses.recordAttendance";
    public const string CoursesIssueCertificates = "courses.issueCertificates";

    /// <summary>What those who attended think of a course; nobody is named.</summary>
    public const string CoursesReadEvaluation = "courses.readEvaluation";
    public const string CoursesEvaluate = "courses.evaluate";

    public const string ExpertsRead = "experts.read";

    /// <summary>Keeps the register and the assignments; sees telephone numbers and addresses.</summary>
    public const string ExpertsManage = "experts.manage";

    /// <summary>Campaigns, whom they reach, and what came of it.</summary>
    public const string OutreachRead = "outreach.read";
    public const string OutreachManage = "outreach.manage";

    public const string AwardsRead = "awards.read";
    public const string AwardsManage = "awards.manage";
    public const string AwardsNominate = "awards.nominate";
    public const string AwardsCheck = "awards.check";
    public const string AwardsScore = "awards.score";

    /// <summary>Closes a stage: the office, and the secretary and the chair of the council.</summary>
    public const string AwardsCloseStage = "awards.closeStage";
    public const string AwardsConclude = "awards.conclude";
    public const string AwardsRecordResult = "awards.recordResult";

    public const string CommendationsRead = "commendations.read";
    public const string CommendationsPropose = "commendations.propose";
    public const string CommendationsReview = "commendations.review";
    public const string CommendationsSubmit = "commendations.submit";
    public const string CommendationsRecordDecision = "commendations.recordDecision";

    public const string CouncilsRead = "councils.read";
    public const string CouncilsManage = "councils.manage";
    public const string CouncilsDeclare = "councils.declare";

    public const string SubsidiesCalculate = "subsidies.calculate";
    public const string SubsidiesRead = "subsidies.read";
    public const string SubsidiesReplay = "subsidies.replay";

    public const string AmountsSpell = "amounts.spell";
    public const string ReferenceDataRead = "referenceData.read";

    public const string PacksRead = "packs.read";
    public const string PacksImport = "packs.import";

    public const string AuditRead = "audit.read";
    public const string AuditVerify = "audit.verify";

    /// <summary>Every constant above, in order of declaration.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. typeof(Permissions).GetFields().Where(static field => field.IsLiteral).Select(static field => (string)field.GetRawConstantValue()!)];
}
