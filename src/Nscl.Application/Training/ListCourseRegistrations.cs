using System.Globalization;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <param name="Q">Words of the person's or the organization's name, in any order, with or without diacritics.</param>
public sealed record CourseRegistrationFilter(string? Q = null, RegistrationStatus? Status = null, ParticipantKind? ParticipantKind = null);

/// <summary>Somebody on the list of a course.</summary>
/// <param name="Phone">Absent also for those who do not register people.</param>
/// <param name="Email">Absent also for those who do not register people.</param>
/// <param name="Position">Place in the line, from 1; only while the person waits.</param>
public sealed record CourseRegistrationListItem(
    Guid Id,
    string FullName,
    ParticipantKind ParticipantKind,
    string? OrganizationName,
    Guid? EnterpriseId,
    string? Phone,
    string? Email,
    int Homonym,
    RegistrationChannel Channel,
    RegistrationStatus Status,
    int? SeatNumber,
    int QueueNumber,
    int? Position,
    DateTimeOffset? ConfirmBy,
    string RegisteredByName,
    DateTimeOffset RegisteredAt,
    string? Reason)
{
    /// <summary>What the caller can do with it now.</summary>
    public IReadOnlyList<RegistrationAction> AllowedActions { get; init; } = [];
}

public sealed record ListCourseRegistrationsQuery(Guid CourseId, CourseRegistrationFilter Filter, PageRequest Page) : IQuery<Page<CourseRegistrationListItem>>;

internal sealed class ListCourseRegistrationsValidator : AbstractValidator<ListCourseRegistrationsQuery>
{
    public ListCourseRegistrationsValidator()
    {
        RuleFor(static query => query.Filter).SetValidator(new CourseRegistrationFilterValidator());
        this.RulesForPaging(static query => query.Page);
    }
}

internal sealed class CourseRegistrationFilterValidator : AbstractValidator<CourseRegistrationFilter>
{
    public CourseRegistrationFilterValidator() => RuleFor(static filter => filter.Q).MaximumLength(VietnameseSearch.MaxLength);
}

internal sealed class ListCourseRegistrationsHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, ICursorCodec cursors) : IQueryHandler<ListCourseRegistrationsQuery, Page<CourseRegistrationListItem>>
{
    private static readonly Keyset<CourseRegistration> Sorts = new Keyset<CourseRegistration>(static row => row.Id, "queueNumber")
        .By("queueNumber", static row => row.QueueNumber, static text => int.Parse(text, CultureInfo.InvariantCulture));

    public async ValueTask<Page<CourseRegistrationListItem>> Handle(ListCourseRegistrationsQuery query, CancellationToken cancellationToken)
    {
        var course = await db.Courses.AsNoTracking().FirstOrDefaultAsync(row => row.Id == query.CourseId, cancellationToken) ?? throw new NotFoundException("course");
        var seesContacts = current.User.MaySeeContacts();
        var page = await Sorts.PageAsync(
            Filtered(query),
            query.Page,
            $"{query.CourseId:N}|{query.Filter}",
            cursors,
            row => new CourseRegistrationListItem(
                row.Id,
                row.FullName,
                row.ParticipantKind,
                row.OrganizationName,
                row.EnterpriseId,
                seesContacts ? row.Phone : null,
                seesContacts ? row.Email : null,
                row.Homonym,
                row.Channel,
                row.Status,
                row.SeatNumber,
                row.QueueNumber,
                null,
                row.ConfirmBy,
                row.RegisteredByName,
                row.RegisteredAt,
                row.Reason),
            cancellationToken);
        var items = page.Items.Any(static item => item.Status == RegistrationStatus.Waitlisted) ? await WithPositionsAsync(course.Id, page.Items, cancellationToken) : page.Items;
        return page with { Items = [.. items.Select(item => item with { AllowedActions = [.. item.Status.ActionsIn(course, item.ConfirmBy, clock.Now).Where(current.User.May)] })] };
    }

    private IQueryable<CourseRegistration> Filtered(ListCourseRegistrationsQuery query)
    {
        var rows = db.CourseRegistrations.AsNoTracking().Where(row => row.CourseId == query.CourseId);
        foreach (var alternatives in VietnameseSearch.Patterns(query.Filter.Q ?? string.Empty))
        {
            rows = rows.Where(row => alternatives.Any(pattern => EF.Functions.Like(EF.Property<string>(row, CourseColumns.SearchKey), pattern)));
        }

        rows = query.Filter.Status is null ? rows : rows.Where(row => row.Status == query.Filter.Status);
        return query.Filter.ParticipantKind is null ? rows : rows.Where(row => row.ParticipantKind == query.Filter.ParticipantKind);
    }

    /// <summary>The place is counted over the whole line, also for those who see only their own people in it.</summary>
    private async Task<IReadOnlyList<CourseRegistrationListItem>> WithPositionsAsync(Guid courseId, IReadOnlyList<CourseRegistrationListItem> items, CancellationToken cancellationToken)
    {
        var line = await db.CourseRegistrations.IgnoreQueryFilters([RowScope.FilterName]).AsNoTracking()
            .Where(row => row.CourseId == courseId && row.Status == RegistrationStatus.Waitlisted)
            .OrderBy(static row => row.QueueNumber).Select(static row => row.QueueNumber).ToListAsync(cancellationToken);
        return [.. items.Select(item => item.Status == RegistrationStatus.Waitlisted && line.BinarySearch(item.QueueNumber) is >= 0 and var place ? item with { Position = place + 1 } : item)];
    }
}
