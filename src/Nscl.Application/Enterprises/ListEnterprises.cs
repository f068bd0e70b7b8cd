using AutoMapper;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;
using Nscl.Application.Identity;
using Nscl.Domain.Enrollments;
using Nscl.Domain.Enterprises;

namespace Nscl.Application.Enterprises;

/// <param name="Q">Words of the name in any order, with or without diacritics, or a tax code.</param>
/// <param name="DistrictCode">Administrative unit as recorded.</param>
/// <param name="SectorCode">A priority sector of the province, or <c>other</c>.</param>
/// <param name="SizeClass">By the law in force today.</param>
/// <param name="EnrollmentStatus">Has a dossier in this state, as the caller sees its state; needs the permission <c>enrollments.read</c>.</param>
/// <param name="Province">Founding province, for those who see several.</param>
public sealed record EnterpriseFilter(
    string? Q = null,
    string? DistrictCode = null,
    string? SectorCode = null,
    OrganizationType? OrganizationType = null,
    SizeClass? SizeClass = null,
    EnrollmentStatus? EnrollmentStatus = null,
    string? Province = null);

/// <summary>An enterprise in a list.</summary>
/// <param name="TaxCode">A 12-digit personal id is masked for those who need not know it.</param>
public sealed record EnterpriseListItem(
    Guid Id,
    string TaxCode,
    TaxCodeKind TaxCodeKind,
    string Name,
    OrganizationType OrganizationType,
    string DistrictCode,
    string SectorCode,
    string? Address,
    EnterpriseFacts? DeclaredFacts)
{
    /// <summary>By the law in force today; absent where figures are missing.</summary>
    public SizeClass? SizeClass { get; init; }

    internal sealed class Map : Profile
    {
        public Map() => CreateProjection<Enterprise, EnterpriseListItem>().ForMember(static item => item.SizeClass, static member => member.Ignore());
    }
}

public sealed record ListEnterprisesQuery(EnterpriseFilter Filter, PageRequest Page) : IQuery<Page<EnterpriseListItem>>;

internal sealed class ListEnterprisesValidator : AbstractValidator<ListEnterprisesQuery>
{
    public ListEnterprisesValidator()
    {
        RuleFor(static query => query.Filter).SetValidator(new EnterpriseFilterValidator());
        this.RulesForPaging(static query => query.Page);
    }
}

internal sealed class EnterpriseFilterValidator : AbstractValidator<EnterpriseFilter>
{
    public EnterpriseFilterValidator()
    {
        RuleFor(static filter => filter.Q).MaximumLength(VietnameseSearch.MaxLength);
        RuleFor(static filter => filter.DistrictCode).MaximumLength(Enterprise.DistrictCodeMaxLength);
        RuleFor(static filter => filter.SectorCode).MaximumLength(Enterprise.SectorCodeMaxLength);
        RuleFor(static filter => filter.Province).MaximumLength(32);
    }
}

internal sealed class ListEnterprisesHandler(INsclDb db, EnterpriseReading reading, IMapper mapper, ICurrentUser current, IBusinessClock clock, ICursorCodec cursors)
    : IQueryHandler<ListEnterprisesQuery, Page<EnterpriseListItem>>
{
    public async ValueTask<Page<EnterpriseListItem>> Handle(ListEnterprisesQuery query, CancellationToken cancellationToken)
    {
        var page = await EnterpriseList.Order.PageAsync(
            db.Filtered(query.Filter, current.User, clock.Today),
            query.Page,
            query.Filter.ToString(),
            cursors,
            Projection.Of<Enterprise, EnterpriseListItem>(mapper),
            cancellationToken);
        return page with { Items = [.. page.Items.Select(Shown)] };
    }

    private EnterpriseListItem Shown(EnterpriseListItem item) => item with
    {
        TaxCode = reading.Shown(item.Id, item.TaxCode),
        SizeClass = reading.SizeOf(item.OrganizationType, item.DeclaredFacts)?.SizeClass,
    };
}

/// <summary>What the list and its export have in common.</summary>
internal static class EnterpriseList
{
    /// <summary>A stored column: enterprises that declared no revenue come last.</summary>
    private const string RevenueOrder = "RevenueOrder";

    public static readonly Keyset<Enterprise> Order = new Keyset<Enterprise>(static row => row.Id, "name")
        .By("name", static row => row.Name, static text => text)
        .By("annualRevenue", static row => EF.Property<long>(row, RevenueOrder), static text => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture))
        // Ids are given in the order of time.
        .By("createdAt", static row => row.Id, static text => Guid.Parse(text));

    public static IQueryable<Enterprise> Filtered(this INsclDb db, EnterpriseFilter filter, CurrentUser user, DateOnly today)
    {
        var rows = db.Enterprises.InProvince(filter.Province, user);
        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            var code = TaxCode.Validate(filter.Q, today);
            if (code.Kind is TaxCodeKind.PersonalId && user.May(Permissions.EnterprisesReadPersonalIds))
            {
                // A personal id is no text to search in: only the whole of it finds its holder.
                rows = rows.Where(row => row.TaxCode == code.Normalized);
            }
            else
            {
                var found = db.SearchEnterprises(code.Kind is TaxCodeKind.Unknown ? filter.Q : code.Normalized);
                rows = rows.Where(row => found.Contains(row.Id));
            }
        }

        rows = filter.DistrictCode is null ? rows : rows.Where(row => row.DistrictCode == filter.DistrictCode);
        rows = filter.SectorCode is null ? rows : rows.Where(row => row.SectorCode == filter.SectorCode);
        rows = filter.OrganizationType is null ? rows : rows.Where(row => row.OrganizationType == filter.OrganizationType);
        rows = filter.EnrollmentStatus is { } status ? db.WithDossier(rows, status, user) : rows;
        return filter.SizeClass is { } size ? rows.OfSize(size, today) : rows;
    }

    /// <summary>Dossiers are narrowed to the caller as everywhere; outside the office a decision that is not published yet tells nothing.</summary>
    private static IQueryable<Enterprise> WithDossier(this INsclDb db, IQueryable<Enterprise> rows, EnrollmentStatus status, CurrentUser user)
    {
        user.Require(Permissions.EnrollmentsRead);
        return user.Rows.SeesAll
            ? rows.Where(row => db.Enrollments.Any(dossier => dossier.EnterpriseId == row.Id && dossier.Status == status))
            : rows.Where(row => db.Enrollments.Any(dossier => dossier.EnterpriseId == row.Id && EF.Property<EnrollmentStatus>(dossier, EnrollmentColumns.ApplicantStatus) == status));
    }
}
