using System.Globalization;
using System.Text.Json;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Enterprises;
using Nscl.Application.ReferenceData;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>What the figures are broken down by.</summary>
public enum TrainingBreakdown
{
    /// <summary>Kind of participant (S4.11).</summary>
    Kind,
    Organization,

    /// <summary>Where the participant comes from.</summary>
    District,
    Course,

    /// <summary>A course may have several: its people count under each.</summary>
    Topic,
}

/// <summary>How many took part.</summary>
/// <param name="Courses">Courses, conferences and training elsewhere.</param>
/// <param name="Turns"><c>lượt người</c>: one per person per course, never per session.</param>
/// <param name="Attended">Of those, people who were at a session at least.</param>
/// <param name="RecordedWithoutAttendance">Of those, people with a seat in courses whose attendance nobody recorded.</param>
/// <param name="Persons"><c>người</c>: distinct people.</param>
public sealed record TrainingFigures(int Courses, int Turns, int Attended, int RecordedWithoutAttendance, int Persons);

/// <summary>The figures of one kind of event; training elsewhere is counted in people and times (S3.19: 05 lượt người / 2 lần).</summary>
public sealed record TrainingKindFigures(CourseKind Kind, TrainingFigures Figures);

/// <param name="Key">Opens the evidence; empty for participations of which this is not on record.</param>
/// <param name="NameVi">Absent where the key says all: kinds of participants, and where it is not on record.</param>
public sealed record TrainingBreakdownRow(string Key, string? NameVi, string? NameEn, TrainingFigures Figures);

/// <param name="IllustrativeCourses">Courses of a demo, whose lists are invented.</param>
/// <param name="ByEventKind">Only kinds that were held.</param>
/// <param name="Rows">The most turns first.</param>
public sealed record TrainingStatistics(TrainingBreakdown By, TrainingFigures Total, int IllustrativeCourses, IReadOnlyList<TrainingKindFigures> ByEventKind, IReadOnlyList<TrainingBreakdownRow> Rows);

public sealed record GetTrainingStatisticsQuery(TrainingPeriod Filter, TrainingBreakdown By) : IQuery<TrainingStatistics>;

internal sealed class GetTrainingStatisticsValidator : AbstractValidator<GetTrainingStatisticsQuery>
{
    public GetTrainingStatisticsValidator() => RuleFor(static query => query.Filter).SetValidator(new TrainingPeriodValidator());
}

internal sealed class TrainingPeriodValidator : AbstractValidator<TrainingPeriod>
{
    public TrainingPeriodValidator()
    {
        RuleFor(static period => period.Year).InclusiveBetween(1900, 2200);
        RuleFor(static period => period.Province).MaximumLength(32);
    }
}

internal sealed class GetTrainingStatisticsHandler(INsclDb db, ICurrentUser current, IBusinessClock clock) : IQueryHandler<GetTrainingStatisticsQuery, TrainingStatistics>
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public async ValueTask<TrainingStatistics> Handle(GetTrainingStatisticsQuery query, CancellationToken cancellationToken)
    {
        var held = db.HeldCourses(query.Filter, current.User);
        var courses = await held.Select(static course => new HeldCourse(course.Id, course.Code, course.Title, course.Kind, course.Topics, course.IsIllustrative)).ToListAsync(cancellationToken);
        var people = await (await db.ParticipationsInAsync(held, cancellationToken)).Select(TrainingParticipations.AsParticipation(db)).ToListAsync(cancellationToken);
        var byCourse = people.ToLookup(static person => person.CourseId);
        var names = await NamesAsync(query.By, cancellationToken);
        var rows = Entries(query.By, courses, people)
            .GroupBy(static entry => entry.Key, StringComparer.Ordinal)
            .Select(group => RowOf(group.Key, names(group.Key, group.First().Name), [.. group.Select(static entry => entry.Person)]))
            .OrderByDescending(static row => row.Figures.Turns).ThenBy(static row => row.NameVi ?? row.Key, StringComparer.Ordinal);
        return new TrainingStatistics(
            query.By,
            Figures(people) with { Courses = courses.Count },
            courses.Count(static course => course.IsIllustrative),
            [.. courses.GroupBy(static course => course.Kind).OrderBy(static group => group.Key)
                .Select(group => new TrainingKindFigures(group.Key, Figures([.. group.SelectMany(course => byCourse[course.Id])]) with { Courses = group.Count() }))],
            [.. rows]);
    }

    private static TrainingBreakdownRow RowOf(string key, (string? Vi, string? En) name, IReadOnlyList<Participation> people) => new(key, name.Vi, name.En, Figures(people));

    private static TrainingFigures Figures(IReadOnlyList<Participation> people) => new(
        people.Select(static person => person.CourseId).Distinct().Count(),
        people.Count,
        people.Count(static person => person.Evidence == ParticipationEvidence.Attended),
        people.Count(static person => person.Evidence == ParticipationEvidence.RecordedWithoutAttendance),
        people.Select(static person => person.PersonId).Distinct().Count());

    private static IEnumerable<(string Key, string? Name, Participation Person)> Entries(TrainingBreakdown by, IReadOnlyList<HeldCourse> courses, IReadOnlyList<Participation> people)
    {
        var byId = courses.ToDictionary(static course => course.Id);
        return by switch
        {
            TrainingBreakdown.Organization => people.Select(static person => (person.OrganizationKey, person.OrganizationName, person)),
            TrainingBreakdown.District => people.Select(static person => (person.DistrictCode ?? string.Empty, (string?)null, person)),
            TrainingBreakdown.Course => people.Select(person => (person.CourseId.ToString(), (string?)$"{byId[person.CourseId].Code} – {byId[person.CourseId].Title}", person)),
            TrainingBreakdown.Topic => people.SelectMany(person => byId[person.CourseId].Topics.DefaultIfEmpty(string.Empty).Select(topic => (topic, (string?)null, person))),
            _ => people.Select(static person => (JsonNamingPolicy.CamelCase.ConvertName(person.Kind.ToString()), (string?)null, person)),
        };
    }

    /// <summary>What a key is called; without a name of its own the key stands for itself.</summary>
    private async Task<Func<string, string?, (string? Vi, string? En)>> NamesAsync(TrainingBreakdown by, CancellationToken cancellationToken)
    {
        if (by == TrainingBreakdown.District)
        {
            var references = await EnterpriseReferences.ReadAllAsync(db, current.User, clock.Today, cancellationToken);
            return (key, _) => key.Length == 0 ? (null, null) : (references.DistrictLabel(key, Vietnamese), references.DistrictLabel(key, English));
        }

        if (by == TrainingBreakdown.Topic)
        {
            var book = await NameBook.OpenAsync(db, current.User.Province, cancellationToken);
            return (key, _) => key.Length > 0 && book.Item(ReferenceLists.TrainingTopics, key) is var topic ? (topic.NameVi, topic.NameEn) : (null, null);
        }

        return static (_, name) => (name, name);
    }

    private sealed record HeldCourse(Guid Id, string Code, string Title, CourseKind Kind, IReadOnlyList<string> Topics, bool IsIllustrative);
}
