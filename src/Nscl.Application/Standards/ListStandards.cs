using System.Globalization;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Standards;

namespace Nscl.Application.Standards;

/// <summary>A standard of the library: what it is and where to get it. The text itself is under copyright.</summary>
/// <param name="Number">As printed, with its edition.</param>
/// <param name="Level">Code of the list <c>standardLevels</c>, or <c>legalText</c>.</param>
/// <param name="Verification">How far the entry has been checked.</param>
/// <param name="ReplacedByCode">Code of the standard that took its place.</param>
/// <param name="Equivalents">Numbers of identical or underlying international texts.</param>
public sealed record StandardDetails(
    Guid Id,
    string Code,
    string Number,
    string NameVi,
    string NameEn,
    string Level,
    StandardKind Kind,
    StandardStatus Status,
    Verification Verification,
    int? Year,
    DateOnly? IssuedOn,
    string? Issuer,
    string? PublishedBy,
    string? ReplacedByCode,
    IReadOnlyList<string> Equivalents,
    IReadOnlyList<string> Related,
    IReadOnlyList<string> Links);

/// <param name="Q">Words of number or names, with or without diacritics.</param>
public sealed record ListStandardsQuery(PageRequest Page, string? Q, StandardKind? Kind) : IQuery<Page<StandardDetails>>;

internal sealed class ListStandardsValidator : AbstractValidator<ListStandardsQuery>
{
    public ListStandardsValidator()
    {
        this.RulesForPaging(static query => query.Page);
        RuleFor(static query => query.Q).MaximumLength(VietnameseSearch.MaxLength).OverridePropertyName("?q");
    }
}

internal sealed class ListStandardsHandler(INsclDb db, ICursorCodec cursors) : IQueryHandler<ListStandardsQuery, Page<StandardDetails>>
{
    private static readonly Keyset<Standard> Sorts = new Keyset<Standard>(static standard => standard.Id, "number")
        .By("number", static standard => standard.Number, static text => text)
        .By("name", static standard => standard.NameVi, static text => text);

    public async ValueTask<Page<StandardDetails>> Handle(ListStandardsQuery query, CancellationToken cancellationToken)
    {
        var rows = db.Set<Standard>().AsNoTracking();
        if (query.Kind is { } kind)
        {
            rows = rows.Where(standard => standard.Kind == kind);
        }

        foreach (var alternatives in VietnameseSearch.Patterns(query.Q ?? string.Empty))
        {
            var patterns = alternatives;
            rows = rows.Where(standard => patterns.Any(pattern => EF.Functions.Like(EF.Property<string>(standard, StandardColumns.SearchKey), pattern)));
        }

        var page = await Sorts.PageAsync(rows, query.Page, string.Create(CultureInfo.InvariantCulture, $"{query.Q}|{query.Kind}"), cursors, static standard => standard, cancellationToken);
        return new Page<StandardDetails>([.. page.Items.Select(Describe)], page.NextCursor, page.Count);
    }

    private static StandardDetails Describe(Standard standard) => new(
        standard.Id,
        standard.Code,
        standard.Number,
        standard.NameVi,
        standard.NameEn,
        standard.LevelCode,
        standard.Kind,
        standard.Status,
        standard.Verification,
        standard.Year,
        standard.IssuedOn,
        standard.Issuer,
        standard.PublishedBy,
        standard.ReplacedByCode,
        standard.Equivalents,
        standard.Related,
        standard.Links);
}

/// <summary>Columns that the database keeps for searching.</summary>
public static class StandardColumns
{
    /// <summary>Number and both names, folded as <see cref="Nscl.Domain.Common.SearchText.Fold"/> folds.</summary>
    public const string SearchKey = "SearchKey";
}
