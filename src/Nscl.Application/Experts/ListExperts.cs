using System.Globalization;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Experts;

namespace Nscl.Application.Experts;

/// <param name="Q">Words of the name or the agency in any order, with or without diacritics.</param>
/// <param name="TrainedIn">Experts whose deep training ended in the year.</param>
/// <param name="Province">Founding province, for those who see several.</param>
public sealed record ExpertFilter(string? Q = null, ExpertSourceGroup? SourceGroup = null, ExpertStatus? Status = null, int? TrainedIn = null, string? Province = null);

/// <summary>An expert in a list.</summary>
/// <param name="Qualifications">Records of deep training.</param>
/// <param name="LastTrainedOn">Last day of the latest of them.</param>
/// <param name="OpenAssignments">Assignments that are not over.</param>
public sealed record ExpertListItem(
    Guid Id,
    string FullName,
    ExpertSourceGroup SourceGroup,
    string AgencyName,
    string? Position,
    DateOnly? AppointedOn,
    ExpertStatus Status,
    bool IsIllustrative,
    int Qualifications,
    DateOnly? LastTrainedOn,
    int OpenAssignments);

public sealed record ListExpertsQuery(ExpertFilter Filter, PageRequest Page) : IQuery<Page<ExpertListItem>>;

internal sealed class ListExpertsValidator : AbstractValidator<ListExpertsQuery>
{
    public ListExpertsValidator()
    {
        RuleFor(static query => query.Filter).SetValidator(new ExpertFilterValidator());
        this.RulesForPaging(static query => query.Page);
    }
}

internal sealed class ExpertFilterValidator : AbstractValidator<ExpertFilter>
{
    public ExpertFilterValidator()
    {
        RuleFor(static filter => filter.Q).MaximumLength(VietnameseSearch.MaxLength);
        RuleFor(static filter => filter.TrainedIn).InclusiveBetween(1900, 2200);
        RuleFor(static filter => filter.Province).MaximumLength(32);
    }
}

internal sealed class ListExpertsHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, ICursorCodec cursors) : IQueryHandler<ListExpertsQuery, Page<ExpertListItem>>
{
    private static readonly Keyset<Expert> Sorts = new Keyset<Expert>(static row => row.Id, "fullName")
        .By("fullName", static row => row.FullName, static text => text)
        .By("createdAt", static row => row.CreatedAt, static text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));

    public async ValueTask<Page<ExpertListItem>> Handle(ListExpertsQuery query, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        return await Sorts.PageAsync(
            Filtered(query.Filter),
            query.Page,
            query.Filter.ToString(),
            cursors,
            row => new ExpertListItem(
                row.Id,
                row.FullName,
                row.SourceGroup,
                row.AgencyName,
                row.Position,
                row.AppointedOn,
                row.Status,
                row.IsIllustrative,
                row.Qualifications.Count,
                row.Qualifications.Max(static training => (DateOnly?)training.EndsOn),
                db.ExpertAssignments.Count(open => open.ExpertId == row.Id && open.Status == ExpertAssignmentStatus.Assigned && (open.EndsOn == null || open.EndsOn >= today))),
            cancellationToken);
    }

    private IQueryable<Expert> Filtered(ExpertFilter filter)
    {
        var rows = db.Experts.AsNoTracking().InProvince(filter.Province, current.User);
        foreach (var alternatives in VietnameseSearch.Patterns(filter.Q ?? string.Empty))
        {
            rows = rows.Where(row => alternatives.Any(pattern => EF.Functions.Like(EF.Property<string>(row, ExpertColumns.SearchKey), pattern)));
        }

        rows = filter.SourceGroup is null ? rows : rows.Where(row => row.SourceGroup == filter.SourceGroup);
        rows = filter.Status is null ? rows : rows.Where(row => row.Status == filter.Status);
        return filter.TrainedIn is { } year ? rows.Where(row => row.Qualifications.Any(training => training.EndsOn.Year == year)) : rows;
    }
}
