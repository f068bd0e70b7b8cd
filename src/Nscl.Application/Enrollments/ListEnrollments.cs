using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Domain.Enrollments;

namespace Nscl.Application.Enrollments;

/// <param name="Status">The state as the caller may know it.</param>
/// <param name="RequestedTotal">Sum of the eligible costs, whole đồng.</param>
/// <param name="GrantedTotal">Of the final calculation, whole đồng; null before it may be seen.</param>
public sealed record EnrollmentListItem(
    Guid Id,
    string? Code,
    string ProgramCode,
    Guid EnterpriseId,
    string EnterpriseName,
    EnrollmentStatus Status,
    EnrollmentChannel Channel,
    int LineCount,
    long RequestedTotal,
    long? GrantedTotal,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SubmittedAt,
    DateOnly? ReceivedOn,
    string? CheckedByName,
    bool DecisionPublished);

/// <param name="Q">Receipt code, or words of the enterprise's name.</param>
/// <param name="WaitingForMe">Only dossiers whose next step is the caller's.</param>
public sealed record ListEnrollmentsQuery(
    PageRequest Page,
    string? Q,
    IReadOnlyList<EnrollmentStatus> Status,
    string? ProgramCode,
    Guid? EnterpriseId,
    bool WaitingForMe) : IQuery<Page<EnrollmentListItem>>;

internal sealed class ListEnrollmentsValidator : AbstractValidator<ListEnrollmentsQuery>
{
    public ListEnrollmentsValidator()
    {
        RuleFor(static query => query.Page.Limit).InclusiveBetween(1, PageRequest.MaxLimit).OverridePropertyName("?limit");
        RuleFor(static query => query.Q).MaximumLength(VietnameseSearch.MaxLength).OverridePropertyName("?q");
        RuleFor(static query => query.ProgramCode).MaximumLength(32).OverridePropertyName("?programCode");
    }
}

internal sealed class ListEnrollmentsHandler(INsclDb db, ICurrentUser current, ICursorCodec cursors) : IQueryHandler<ListEnrollmentsQuery, Page<EnrollmentListItem>>
{
    private static readonly Keyset<Enrollment> Sorts = new Keyset<Enrollment>(static row => row.Id, "-submittedAt")
        .By("submittedAt", static row => EF.Property<DateTimeOffset>(row, EnrollmentColumns.ListedAt), static text => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture))
        .By("requestedTotal", static row => EF.Property<long>(row, EnrollmentColumns.RequestedTotal), static text => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture));

    public async ValueTask<Page<EnrollmentListItem>> Handle(ListEnrollmentsQuery query, CancellationToken cancellationToken)
    {
        var user = current.User;
        var isOffice = user.Rows.SeesAll;
        var rows = Narrow(db.Enrollments.AsNoTracking().InProvince(null, user), query, user);
        var binding = string.Join('|', query.Q, string.Join(',', query.Status), query.ProgramCode, query.EnterpriseId, query.WaitingForMe);
        return await Sorts.PageAsync(
            rows,
            query.Page,
            binding,
            cursors,
            row => new EnrollmentListItem(
                row.Id,
                row.Code,
                row.ProgramCode,
                row.EnterpriseId,
                db.Enterprises.Where(enterprise => enterprise.Id == row.EnterpriseId).Select(static enterprise => enterprise.Name).First(),
                isOffice ? row.Status : EF.Property<EnrollmentStatus>(row, EnrollmentColumns.ApplicantStatus),
                row.Channel,
                row.SupportLines.Count,
                EF.Property<long>(row, EnrollmentColumns.RequestedTotal),
                isOffice || EF.Property<bool>(row, EnrollmentColumns.DecisionPublished) ? EF.Property<long?>(row, EnrollmentColumns.GrantedTotal) : null,
                row.CreatedAt,
                row.SubmittedAt,
                row.ReceivedOn,
                row.CheckedByName,
                EF.Property<bool>(row, EnrollmentColumns.DecisionPublished)),
            cancellationToken);
    }

    private IQueryable<Enrollment> Narrow(IQueryable<Enrollment> rows, ListEnrollmentsQuery query, CurrentUser user)
    {
        if (query.ProgramCode is { } programCode)
        {
            rows = rows.Where(row => row.ProgramCode == programCode);
        }

        if (query.EnterpriseId is { } enterpriseId)
        {
            rows = rows.Where(row => row.EnterpriseId == enterpriseId);
        }

        if (query.Status.Count > 0)
        {
            var wanted = query.Status;
            rows = user.Rows.SeesAll
                ? rows.Where(row => wanted.Contains(row.Status))
                : rows.Where(row => wanted.Contains(EF.Property<EnrollmentStatus>(row, EnrollmentColumns.ApplicantStatus)));
        }

        if (!string.IsNullOrWhiteSpace(query.Q))
        {
            var code = query.Q.Trim().ToUpperInvariant();
            var found = db.SearchEnterprises(query.Q);
            rows = rows.Where(row => row.Code == code || found.Contains(row.EnterpriseId));
        }

        return query.WaitingForMe ? WaitingFor(rows, user) : rows;
    }

    private static IQueryable<Enrollment> WaitingFor(IQueryable<Enrollment> rows, CurrentUser user)
    {
        if (!user.Rows.SeesAll)
        {
            return rows.Where(static row => row.Status == EnrollmentStatus.Draft || row.Status == EnrollmentStatus.SupplementRequired);
        }

        var statuses = new List<EnrollmentStatus>();
        Add(Permissions.EnrollmentsCheck, EnrollmentStatus.Submitted, EnrollmentStatus.Checking);
        Add(Permissions.EnrollmentsRecordCouncilConclusion, EnrollmentStatus.Valid, EnrollmentStatus.UnderAppraisal);
        Add(Permissions.EnrollmentsProposeApproval, EnrollmentStatus.Appraised);
        var approves = user.May(Permissions.EnrollmentsApprove);
        var publishes = user.May(Permissions.EnrollmentsPublishDecision);
        return rows.Where(row => statuses.Contains(row.Status)
            || (approves && row.Status == EnrollmentStatus.PendingApproval && row.CheckedBy != user.Id)
            || (publishes && (row.Status == EnrollmentStatus.Approved || row.Status == EnrollmentStatus.Rejected) && !EF.Property<bool>(row, EnrollmentColumns.DecisionPublished)));

        void Add(string permission, params ReadOnlySpan<EnrollmentStatus> next)
        {
            if (user.May(permission))
            {
                statuses.AddRange(next);
            }
        }
    }
}

/// <summary>Columns that exist for lists only, kept by the database or at every save.</summary>
public static class EnrollmentColumns
{
    /// <summary>The instant of submission, or of the first draft.</summary>
    public const string ListedAt = "ListedAt";

    /// <summary>The state as the enterprise may know it.</summary>
    public const string ApplicantStatus = "ApplicantStatus";
    public const string DecisionPublished = "DecisionPublished";
    public const string RequestedTotal = "RequestedTotal";
    public const string GrantedTotal = "GrantedTotal";

    /// <summary>Last day on which the supplement asked for may come in; null where none is awaited.</summary>
    public const string SupplementDeadline = "SupplementDeadline";
}
