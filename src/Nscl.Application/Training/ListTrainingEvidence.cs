using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>One participation behind a figure.</summary>
public sealed record TrainingEvidenceItem(
    Guid RegistrationId,
    Guid CourseId,
    string CourseCode,
    string CourseTitle,
    DateOnly StartsOn,
    DateOnly EndsOn,
    string FullName,
    ParticipantKind ParticipantKind,
    string? OrganizationName,
    string? DistrictCode,
    ParticipationEvidence Evidence);

/// <param name="By">Left out together with <paramref name="Key"/>: everybody.</param>
/// <param name="Key">Of the row whose figure is opened; empty for what is not on record.</param>
public sealed record ListTrainingEvidenceQuery(TrainingPeriod Filter, TrainingBreakdown? By, string? Key, PageRequest Page) : IQuery<Page<TrainingEvidenceItem>>;

internal sealed class ListTrainingEvidenceValidator : AbstractValidator<ListTrainingEvidenceQuery>
{
    public ListTrainingEvidenceValidator()
    {
        RuleFor(static query => query.Filter).SetValidator(new TrainingPeriodValidator());
        RuleFor(static query => query.Key).MaximumLength(CourseRegistration.OrganizationNameMaxLength).OverridePropertyName("?key");
        this.RulesForPaging(static query => query.Page);
    }
}

internal sealed class ListTrainingEvidenceHandler(INsclDb db, ICurrentUser current, ICursorCodec cursors) : IQueryHandler<ListTrainingEvidenceQuery, Page<TrainingEvidenceItem>>
{
    private static readonly Keyset<CourseRegistration> Sorts = new Keyset<CourseRegistration>(static row => row.Id, "fullName")
        .By("fullName", static row => row.FullName, static text => text);

    public async ValueTask<Page<TrainingEvidenceItem>> Handle(ListTrainingEvidenceQuery query, CancellationToken cancellationToken)
    {
        var courses = db.HeldCourses(query.Filter, current.User);
        var page = await Sorts.PageAsync(
            Narrowed(await db.ParticipationsInAsync(courses, cancellationToken), query, await CoursesOfTopicAsync(courses, query, cancellationToken)),
            query.Page,
            $"{query.Filter}|{query.By}|{query.Key}",
            cursors,
            TrainingParticipations.AsParticipation(db),
            cancellationToken);
        var ids = page.Items.Select(static item => item.CourseId).Distinct().ToList();
        var named = await db.Courses.AsNoTracking().Where(course => ids.Contains(course.Id))
            .Select(static course => new EvidenceCourse(course.Id, course.Code, course.Title, course.StartsOn, course.EndsOn)).ToDictionaryAsync(static course => course.Id, cancellationToken);
        return new Page<TrainingEvidenceItem>(
            [.. page.Items.Select(item => Shown(item, named[item.CourseId]))],
            page.NextCursor,
            page.Count);
    }

    private static TrainingEvidenceItem Shown(Participation item, EvidenceCourse course) =>
        new(item.RegistrationId, course.Id, course.Code, course.Title, course.StartsOn, course.EndsOn, item.FullName, item.Kind, item.OrganizationName, item.DistrictCode, item.Evidence);

    /// <summary>Topics are a list inside the course, and the courses of a period are few.</summary>
    private static async Task<List<Guid>> CoursesOfTopicAsync(IQueryable<Course> courses, ListTrainingEvidenceQuery query, CancellationToken cancellationToken)
    {
        if (query.By != TrainingBreakdown.Topic)
        {
            return [];
        }

        var all = await courses.Select(static course => new { course.Id, course.Topics }).ToListAsync(cancellationToken);
        return [.. all.Where(course => string.IsNullOrEmpty(query.Key) ? course.Topics.Count == 0 : course.Topics.Contains(query.Key)).Select(static course => course.Id)];
    }

    private static IQueryable<CourseRegistration> Narrowed(IQueryable<CourseRegistration> rows, ListTrainingEvidenceQuery query, List<Guid> ofTopic)
    {
        var key = query.Key ?? string.Empty;
        return query.By switch
        {
            TrainingBreakdown.Kind => Enum.TryParse<ParticipantKind>(key, ignoreCase: true, out var kind) ? rows.Where(row => row.ParticipantKind == kind) : rows.Where(static row => false),
            TrainingBreakdown.Organization => rows.Where(row => row.OrganizationKey == key),
            TrainingBreakdown.District => key.Length == 0 ? rows.Where(static row => row.DistrictCode == null) : rows.Where(row => row.DistrictCode == key),
            TrainingBreakdown.Course => Guid.TryParse(key, out var courseId) ? rows.Where(row => row.CourseId == courseId) : rows.Where(static row => false),
            TrainingBreakdown.Topic => rows.Where(row => ofTopic.Contains(row.CourseId)),
            _ => rows,
        };
    }

    private sealed record EvidenceCourse(Guid Id, string Code, string Title, DateOnly StartsOn, DateOnly EndsOn);
}
