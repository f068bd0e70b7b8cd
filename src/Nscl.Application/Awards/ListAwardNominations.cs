using System.Globalization;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <summary>Columns that exist for lists only, kept by the database.</summary>
public static class AwardColumns
{
    /// <summary>What is searched, folded.</summary>
    public const string SearchKey = "SearchKey";
}

/// <param name="Q">Words of the organization's name in any order, with or without diacritics, or a code.</param>
public sealed record AwardNominationFilter(string? Q = null, AwardNominationStatus? Status = null, AwardType? Type = null, Guid? EnterpriseId = null);

/// <summary>A nomination in a list.</summary>
/// <param name="CheckDueOn">Last day on which the office asks for what is missing.</param>
public sealed record AwardNominationListItem(
    Guid Id,
    string Code,
    Guid SeasonId,
    Guid EnterpriseId,
    string EnterpriseName,
    AwardType? Type,
    AwardParty NominatedBy,
    AwardNominationStatus Status,
    DateOnly RegisteredOn,
    DateOnly? SubmittedOn,
    DateOnly? CheckDueOn);

public sealed record ListAwardNominationsQuery(Guid SeasonId, AwardNominationFilter Filter, PageRequest Page) : IQuery<Page<AwardNominationListItem>>;

internal sealed class ListAwardNominationsValidator : AbstractValidator<ListAwardNominationsQuery>
{
    public ListAwardNominationsValidator()
    {
        RuleFor(static query => query.Filter).SetValidator(new AwardNominationFilterValidator());
        this.RulesForPaging(static query => query.Page);
    }
}

internal sealed class AwardNominationFilterValidator : AbstractValidator<AwardNominationFilter>
{
    public AwardNominationFilterValidator() => RuleFor(static filter => filter.Q).MaximumLength(VietnameseSearch.MaxLength);
}

internal sealed class ListAwardNominationsHandler(INsclDb db, ICursorCodec cursors) : IQueryHandler<ListAwardNominationsQuery, Page<AwardNominationListItem>>
{
    private static readonly Keyset<AwardNomination> Sorts = new Keyset<AwardNomination>(static row => row.Id, "code")
        .By("code", static row => row.Code, static text => text)
        .By("enterpriseName", static row => row.EnterpriseName, static text => text)
        .By("registeredOn", static row => row.RegisteredOn, static text => DateOnly.Parse(text, CultureInfo.InvariantCulture));

    public async ValueTask<Page<AwardNominationListItem>> Handle(ListAwardNominationsQuery query, CancellationToken cancellationToken)
    {
        var season = await db.LoadSeasonAsync(query.SeasonId, cancellationToken);
        return await Sorts.PageAsync(
            Filtered(season.Id, query.Filter),
            query.Page,
            $"{season.Id:N}|{query.Filter}",
            cursors,
            static row => new AwardNominationListItem(
                row.Id,
                row.Code,
                row.SeasonId,
                row.EnterpriseId,
                row.EnterpriseName,
                row.Type,
                row.NominatedBy,
                row.Status,
                row.RegisteredOn,
                row.SubmittedOn,
                row.CheckDueOn),
            cancellationToken);
    }

    private IQueryable<AwardNomination> Filtered(Guid seasonId, AwardNominationFilter filter)
    {
        var rows = db.AwardNominations.AsNoTracking().Where(row => row.SeasonId == seasonId);
        foreach (var alternatives in VietnameseSearch.Patterns(filter.Q ?? string.Empty))
        {
            rows = rows.Where(row => alternatives.Any(pattern => EF.Functions.Like(EF.Property<string>(row, AwardColumns.SearchKey), pattern)));
        }

        rows = filter.Status is null ? rows : rows.Where(row => row.Status == filter.Status);
        rows = filter.Type is null ? rows : rows.Where(row => row.Type == filter.Type);
        return filter.EnterpriseId is null ? rows : rows.Where(row => row.EnterpriseId == filter.EnterpriseId);
    }
}
