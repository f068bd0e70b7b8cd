using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Enterprises;

namespace Nscl.Application.Enterprises;

/// <param name="Name">As typed; legal-form words and diacritics do not count.</param>
/// <param name="TaxCode">As typed.</param>
/// <param name="ExceptId">The enterprise that is being edited, which resembles itself.</param>
public sealed record SimilarEnterpriseFilter(string? Name = null, string? TaxCode = null, Guid? ExceptId = null);

/// <summary>An enterprise that may be the same one. Only the tax code decides: names alike may be two companies.</summary>
/// <param name="Similarity">Of the names, 0 to 1.</param>
/// <param name="SameTaxCode">It holds the very code that was asked for.</param>
public sealed record SimilarEnterprise(Guid Id, string TaxCode, string Name, string DistrictCode, string? Address, double Similarity, bool SameTaxCode);

/// <summary>The likest first, at most <see cref="ListSimilarEnterprisesHandler.MaxItems"/>.</summary>
public sealed record SimilarEnterpriseList(IReadOnlyList<SimilarEnterprise> Items);

public sealed record ListSimilarEnterprisesQuery(SimilarEnterpriseFilter Filter) : IQuery<SimilarEnterpriseList>;

internal sealed class ListSimilarEnterprisesValidator : AbstractValidator<ListSimilarEnterprisesQuery>
{
    public ListSimilarEnterprisesValidator()
    {
        RuleFor(static query => query.Filter.Name).MaximumLength(Enterprise.NameMaxLength);
        RuleFor(static query => query.Filter.TaxCode).MaximumLength(TaxCode.InputMaxLength);
        RuleFor(static query => query.Filter.Name).NotEmpty().When(static query => string.IsNullOrWhiteSpace(query.Filter.TaxCode));
    }
}

internal sealed class ListSimilarEnterprisesHandler(INsclDb db, EnterpriseReading reading, IBusinessClock clock)
    : IQueryHandler<ListSimilarEnterprisesQuery, SimilarEnterpriseList>
{
    public const int MaxItems = 10;

    public async ValueTask<SimilarEnterpriseList> Handle(ListSimilarEnterprisesQuery query, CancellationToken cancellationToken)
    {
        var (name, typed, except) = query.Filter;
        var taxCode = string.IsNullOrWhiteSpace(typed) ? null : TaxCode.Validate(typed, clock.Today).Normalized;
        List<Guid> ids = string.IsNullOrWhiteSpace(name) ? [] : await db.SimilarEnterprises(name, MaxItems + 1).ToListAsync(cancellationToken);
        var rows = await db.Enterprises.Where(row => row.Id != except && (ids.Contains(row.Id) || row.TaxCode == taxCode))
            .Select(static row => new { row.Id, row.TaxCode, row.Name, row.DistrictCode, row.Address })
            .ToListAsync(cancellationToken);
        var items = rows.Select(row => new SimilarEnterprise(
                row.Id,
                reading.Shown(row.Id, row.TaxCode),
                row.Name,
                row.DistrictCode,
                row.Address,
                name is null ? 0 : Math.Round(EnterpriseNames.Similarity(name, row.Name), 2),
                SameTaxCode: row.TaxCode == taxCode))
            .OrderByDescending(static item => item.SameTaxCode)
            .ThenByDescending(static item => item.Similarity)
            .ThenBy(static item => item.Id)
            .Take(MaxItems);
        return new SimilarEnterpriseList([.. items]);
    }
}
