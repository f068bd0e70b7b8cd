using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.AdminUnits;
using Nscl.Domain.Agencies;

namespace Nscl.Application.Agencies;

/// <summary>The agencies of a day.</summary>
public sealed record AgencyList(DateOnly AsOf, IReadOnlyList<AgencyDetails> Items);

/// <param name="Province">Null for a national body.</param>
/// <param name="ShortName">Vietnamese, as in recipient lists.</param>
/// <param name="ParentCode">Agency it belongs to.</param>
/// <param name="IsCollective">One entry for many bodies, such as "UBND các huyện, thành phố".</param>
/// <param name="ValidTo">Last day; null = exists today.</param>
public sealed record AgencyDetails(
    string Code,
    string? Province,
    string NameVi,
    string NameEn,
    string ShortName,
    AgencyKind Kind,
    string? ParentCode,
    bool IsCollective,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<AgencyHeir> Successors);

/// <summary>Who continues the agency's work from a day on.</summary>
/// <param name="Province">Null for a national body.</param>
public sealed record AgencyHeir(string? Province, string Code, DateOnly On, AgencySuccessionKind Kind);

/// <param name="AsOf">Today's business date when left out.</param>
/// <param name="Province">The caller's provinces when left out; national bodies are always among them.</param>
public sealed record ListAgenciesQuery(DateOnly? AsOf, string? Province) : IQuery<AgencyList>;

internal sealed class ListAgenciesValidator : AbstractValidator<ListAgenciesQuery>
{
    public ListAgenciesValidator() => RuleFor(static query => query.Province).MaximumLength(Province.CodeMaxLength).OverridePropertyName("?province");
}

internal sealed class ListAgenciesHandler(INsclDb db, ICurrentUser current, IBusinessClock clock) : IQueryHandler<ListAgenciesQuery, AgencyList>
{
    public async ValueTask<AgencyList> Handle(ListAgenciesQuery query, CancellationToken cancellationToken)
    {
        var asOf = query.AsOf ?? clock.Today;
        IReadOnlyList<string> wanted = query.Province is { } province ? [province] : current.User.Provinces;
        var agencies = await db.Set<Agency>().AsNoTracking()
            .Where(row => (row.ProvinceCode == null || wanted.Contains(row.ProvinceCode))
                && (row.ValidFrom == null || row.ValidFrom <= asOf)
                && (row.ValidTo == null || row.ValidTo >= asOf))
            .OrderBy(static row => row.ProvinceCode).ThenBy(static row => row.NameVi).ThenBy(static row => row.Code)
            .ToListAsync(cancellationToken);
        return new AgencyList(asOf, agencies.ConvertAll(static agency => new AgencyDetails(
            agency.Code,
            agency.ProvinceCode,
            agency.NameVi,
            agency.NameEn,
            agency.ShortName,
            agency.Kind,
            agency.ParentCode,
            agency.IsCollective,
            agency.ValidFrom,
            agency.ValidTo,
            agency.Aliases,
            [.. agency.Successors.Select(static heir => new AgencyHeir(heir.ProvinceCode, heir.AgencyCode, heir.On, heir.Kind))])));
    }
}
