using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.AdminUnits;

namespace Nscl.Application.AdminUnits;

/// <summary>The administrative map of a day.</summary>
/// <param name="AsOf">The day whose units and names these are.</param>
public sealed record AdminUnitList(DateOnly AsOf, IReadOnlyList<AdminUnitDetails> Items);

/// <param name="Code">Key; names repeat.</param>
/// <param name="NameVi">As the unit was called on the day.</param>
/// <param name="Province">Province it belongs to.</param>
/// <param name="ParentCode">Null when directly below the province.</param>
/// <param name="OfficialCode">Code of the state's list on the day; null where none is loaded.</param>
/// <param name="FormerParentCode">District to whose area it belonged before 1 July 2025.</param>
/// <param name="ValidTo">Last day; null = exists today.</param>
/// <param name="Predecessors">Codes of the units it continues.</param>
/// <param name="Successors">Codes of the units that continue it.</param>
public sealed record AdminUnitDetails(
    string Code,
    string NameVi,
    string NameEn,
    AdminUnitLevel Level,
    AdminUnitKind Kind,
    string Province,
    string? ParentCode,
    string? OfficialCode,
    string? FormerParentCode,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    string? LegalBasis,
    string? EndLegalBasis,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Predecessors,
    IReadOnlyList<string> Successors);

/// <param name="AsOf">Today's business date when left out.</param>
/// <param name="Province">The caller's provinces when left out.</param>
public sealed record ListAdminUnitsQuery(DateOnly? AsOf, AdminUnitLevel? Level, string? Province) : IQuery<AdminUnitList>;

internal sealed class ListAdminUnitsValidator : AbstractValidator<ListAdminUnitsQuery>
{
    public ListAdminUnitsValidator() => RuleFor(static query => query.Province).MaximumLength(Province.CodeMaxLength).OverridePropertyName("?province");
}

internal sealed class ListAdminUnitsHandler(INsclDb db, ICurrentUser current, IBusinessClock clock) : IQueryHandler<ListAdminUnitsQuery, AdminUnitList>
{
    public async ValueTask<AdminUnitList> Handle(ListAdminUnitsQuery query, CancellationToken cancellationToken)
    {
        var asOf = query.AsOf ?? clock.Today;
        IReadOnlyList<string> wanted = query.Province is { } province ? [province] : current.User.Provinces;
        var found = new List<AdminUnitDetails>();
        if (query.Level is null or AdminUnitLevel.Province)
        {
            var provinces = await db.Set<Province>().AsNoTracking().Where(row => wanted.Contains(row.Code)).ToListAsync(cancellationToken);
            var heirs = await db.Set<ProvinceSuccession>().AsNoTracking().ToListAsync(cancellationToken);
            found.AddRange(provinces.Where(row => row.Validity.Contains(asOf)).OrderBy(static row => row.Code, StringComparer.Ordinal).Select(row => Describe(row, heirs, asOf)));
        }

        if (query.Level is not AdminUnitLevel.Province)
        {
            var units = await db.Set<AdminUnit>().AsNoTracking()
                .Where(row => wanted.Contains(row.ProvinceCode)
                    && (query.Level == null || row.Level == query.Level)
                    && (row.ValidFrom == null || row.ValidFrom <= asOf)
                    && (row.ValidTo == null || row.ValidTo >= asOf))
                .OrderBy(static row => row.ProvinceCode).ThenBy(static row => row.Level).ThenBy(static row => row.NameVi).ThenBy(static row => row.Code)
                .ToListAsync(cancellationToken);
            var successions = await db.Set<AdminUnitSuccession>().AsNoTracking().ToListAsync(cancellationToken);
            var links = successions.SelectMany(static succession => succession.From.SelectMany(_ => succession.To, static (from, to) => (From: from, To: to))).ToList();
            var before = links.ToLookup(static link => link.To, static link => link.From, StringComparer.Ordinal);
            var after = links.ToLookup(static link => link.From, static link => link.To, StringComparer.Ordinal);
            found.AddRange(units.Select(unit => Describe(unit, asOf, before, after)));
        }

        return new AdminUnitList(asOf, found);
    }

    private static AdminUnitDetails Describe(AdminUnit unit, DateOnly asOf, ILookup<string, string> before, ILookup<string, string> after)
    {
        var former = unit.FormerNames.FirstOrDefault(name => name.WasBorneOn(asOf));
        return new AdminUnitDetails(
            unit.Code,
            unit.NameViOn(asOf),
            unit.NameEnOn(asOf),
            unit.Level,
            former?.Kind ?? unit.Kind,
            unit.ProvinceCode,
            unit.ParentCode,
            unit.OfficialCode,
            unit.FormerParentCode,
            unit.ValidFrom,
            unit.ValidTo,
            unit.LegalBasis,
            unit.EndLegalBasis,
            unit.Aliases,
            [.. before[unit.Code]],
            [.. after[unit.Code]]);
    }

    private static AdminUnitDetails Describe(Province province, IReadOnlyCollection<ProvinceSuccession> heirs, DateOnly asOf) => new(
        province.Code,
        province.NameVi,
        province.NameEn,
        AdminUnitLevel.Province,
        AdminUnitKind.Province,
        province.Code,
        null,
        province.OfficialCodeOn(asOf),
        null,
        province.ValidFrom,
        province.ValidTo,
        null,
        heirs.FirstOrDefault(heir => heir.Predecessor == province.Code)?.LegalBasis,
        [province.ShortName],
        [.. heirs.Where(heir => heir.Successor == province.Code).Select(static heir => heir.Predecessor)],
        [.. heirs.Where(heir => heir.Predecessor == province.Code).Select(static heir => heir.Successor)]);
}
