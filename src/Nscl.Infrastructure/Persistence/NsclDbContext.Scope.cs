using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Nscl.Application.Common;
using Nscl.Domain.Appraisals;
using Nscl.Domain.Awards;
using Nscl.Domain.Commendations;
using Nscl.Domain.Enrollments;
using Nscl.Domain.Enterprises;
using Nscl.Domain.Experts;
using Nscl.Domain.Outreach;
using Nscl.Domain.Packs;
using Nscl.Domain.Subsidies;
using Nscl.Domain.Training;

namespace Nscl.Infrastructure.Persistence;

/// <summary>
/// The one place where rows are narrowed to the caller. Provinces are narrowed a second time by PostgreSQL's row-level security
/// (<see cref="DatabaseSecurity"/>), which also covers raw SQL.
/// </summary>
public sealed partial class NsclDbContext
{
    private const string RowFilter = RowScope.FilterName;

    /// <summary>The transaction whose first statement has still to say whose rows this caller may touch.</summary>
    internal DbTransaction? NotYetScoped { get; set; }

    /// <summary>How many results of the running command belong to what was sent ahead of it.</summary>
    internal int ResultsAhead { get; set; }

    private CurrentUser Caller => this.GetService<ICurrentUser>().User;

    private IEnumerable<string> ScopeProvinces => Caller.Provinces;

    /// <summary>The system itself: sealing, seeding, deadlines.</summary>
    private bool ScopeIsEverywhere => Caller.Provinces is [ProvinceScopeInterceptor.EveryProvince];

    private Guid ScopeUserId => Caller.Id;

    private bool ScopeSeesAll => Caller.Rows.SeesAll;

    private IReadOnlyList<Guid> ScopeEnterpriseIds => Caller.Rows.EnterpriseIds;

    private IReadOnlyList<string> ScopeSectorCodes => Caller.Rows.SectorCodes;

    private IReadOnlyList<string> ScopeDistrictCodes => Caller.Rows.DistrictCodes;

    /// <summary>The same scope for the functions that search past row-level security.</summary>
    private (string[] Provinces, bool SeesAll, Guid[] EnterpriseIds, string[] SectorCodes, string[] DistrictCodes) ScopeArguments =>
        ([.. ScopeProvinces], ScopeSeesAll, [.. ScopeEnterpriseIds], [.. ScopeSectorCodes], [.. ScopeDistrictCodes]);

    private void ApplyRowScope(ModelBuilder builder)
    {
        builder.Entity<InstalledPack>().HasQueryFilter("province", pack => pack.OwnerProvince == null || ScopeProvinces.Contains(pack.OwnerProvince));
        builder.Entity<Enterprise>().HasQueryFilter(
            RowFilter,
            enterprise => ScopeSeesAll
                || ScopeEnterpriseIds.Contains(enterprise.Id)
                || ScopeSectorCodes.Contains(enterprise.SectorCode)
                || ScopeDistrictCodes.Contains(enterprise.DistrictCode));
        builder.Entity<Enrollment>().HasQueryFilter(
            RowFilter,
            enrollment => ScopeSeesAll || ScopeEnterpriseIds.Contains(enrollment.EnterpriseId));
        builder.Entity<SubsidyHolding>().HasQueryFilter(
            RowFilter,
            holding => ScopeSeesAll || ScopeEnterpriseIds.Contains(holding.EnterpriseId));
        // What is only planned may still change or never come.
        builder.Entity<Course>().HasQueryFilter(RowFilter, course => ScopeSeesAll || course.Status != CourseStatus.Planned);
        builder.Entity<CourseRegistration>().HasQueryFilter(
            RowFilter,
            registration => ScopeSeesAll
                || registration.RegisteredBy == ScopeUserId
                || (registration.EnterpriseId != null && ScopeEnterpriseIds.Contains(registration.EnterpriseId.Value)));
        builder.Entity<AwardSeason>().HasQueryFilter(RowFilter, season => ScopeSeesAll || season.Status != AwardSeasonStatus.Planned);
        // Between the department and those who teach.
        builder.Entity<TrainingContract>().HasQueryFilter(RowFilter, _ => ScopeSeesAll);
        builder.Entity<CourseSupervisionNote>().HasQueryFilter(RowFilter, _ => ScopeSeesAll);
        // Whoever sees the person on the list sees when the person was there.
        builder.Entity<CourseAttendance>().HasQueryFilter(
            RowFilter,
            attendance => ScopeSeesAll
                || CourseRegistrations.Any(registration => registration.Id == attendance.RegistrationId
                    && (registration.RegisteredBy == ScopeUserId
                        || (registration.EnterpriseId != null && ScopeEnterpriseIds.Contains(registration.EnterpriseId.Value)))));
        builder.Entity<CourseCheckIn>().HasQueryFilter(RowFilter, checkIn => ScopeSeesAll);
        // Everybody's own, also among those who see all rows.
        builder.Entity<CalendarSubscription>().HasQueryFilter(RowFilter, subscription => ScopeIsEverywhere || subscription.UserId == ScopeUserId);
        builder.Entity<CourseEvaluation>().HasQueryFilter(RowFilter, _ => ScopeSeesAll);
        builder.Entity<EvaluationBox>().HasQueryFilter(RowFilter, _ => ScopeSeesAll);
        builder.Entity<EvaluationMarker>().HasQueryFilter(RowFilter, _ => ScopeSeesAll);
        builder.Entity<TrainingCertificate>().HasQueryFilter(
            RowFilter,
            certificate => ScopeSeesAll
                || (certificate.EnterpriseId != null && ScopeEnterpriseIds.Contains(certificate.EnterpriseId.Value))
                || CourseRegistrations.Any(registration => registration.Id == certificate.RegistrationId && registration.RegisteredBy == ScopeUserId));
        builder.Entity<CertificateBatch>().HasQueryFilter(RowFilter, batch => ScopeSeesAll);
        // An expert sees his own entry and where he is sent.
        builder.Entity<Expert>().HasQueryFilter(RowFilter, expert => ScopeSeesAll || expert.UserId == ScopeUserId);
        builder.Entity<ExpertAssignment>().HasQueryFilter(
            RowFilter,
            assignment => ScopeSeesAll || Experts.Any(expert => expert.Id == assignment.ExpertId && expert.UserId == ScopeUserId));
        // The office's; an agency sees those of its sector or locality and the campaigns they are in (S2.25).
        builder.Entity<OutreachCampaign>().HasQueryFilter(RowFilter, campaign => ScopeSeesAll || ScopeSectorCodes.Any() || ScopeDistrictCodes.Any());
        builder.Entity<OutreachProspect>().HasQueryFilter(
            RowFilter,
            prospect => ScopeSeesAll
                || Enterprises.Any(enterprise => enterprise.Id == prospect.EnterpriseId
                    && (ScopeSectorCodes.Contains(enterprise.SectorCode) || ScopeDistrictCodes.Contains(enterprise.DistrictCode))));
        builder.Entity<AwardNomination>().HasQueryFilter(
            RowFilter,
            nomination => ScopeSeesAll
                || ScopeEnterpriseIds.Contains(nomination.EnterpriseId)
                || Set<CouncilSession>().Any(session => session.MemberUserIds.Contains(ScopeUserId) && session.SubjectIds.Contains(nomination.Id)));
        builder.Entity<AwardWin>().HasQueryFilter(RowFilter, win => ScopeSeesAll || win.PublishedOn != null || ScopeEnterpriseIds.Contains(win.EnterpriseId));
        builder.Entity<CommendationProposal>().HasQueryFilter(RowFilter, _ => ScopeSeesAll);
        builder.Entity<Council>().HasQueryFilter(RowFilter, council => ScopeSeesAll || council.MemberUserIds.Contains(ScopeUserId));
        builder.Entity<CouncilSession>().HasQueryFilter(RowFilter, session => ScopeSeesAll || session.MemberUserIds.Contains(ScopeUserId));
    }
}
