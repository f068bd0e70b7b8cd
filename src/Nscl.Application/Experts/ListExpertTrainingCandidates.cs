using System.Globalization;
using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Training;
using Nscl.Domain.Training;

namespace Nscl.Application.Experts;

/// <summary>Somebody of the expert's name at a course of ours: whether it is the same person, the officer knows.</summary>
/// <param name="RegistrationId">Names it when it is recorded as training of the expert.</param>
public sealed record ExpertTrainingCandidate(Guid RegistrationId, Guid CourseId, string CourseCode, string CourseTitle, DateOnly StartsOn, DateOnly EndsOn, string FullName, string? OrganizationName);

public sealed record ListExpertTrainingCandidatesQuery(Guid ExpertId, PageRequest Page) : IQuery<Page<ExpertTrainingCandidate>>;

internal sealed class ListExpertTrainingCandidatesValidator : AbstractValidator<ListExpertTrainingCandidatesQuery>
{
    public ListExpertTrainingCandidatesValidator() => this.RulesForPaging(static query => query.Page);
}

internal sealed class ListExpertTrainingCandidatesHandler(INsclDb db, ICurrentUser current, ICursorCodec cursors) : IQueryHandler<ListExpertTrainingCandidatesQuery, Page<ExpertTrainingCandidate>>
{
    private static readonly Keyset<CourseRegistration> Sorts = new Keyset<CourseRegistration>(static row => row.Id, "-registeredAt")
        .By("registeredAt", static row => row.RegisteredAt, static text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));

    public async ValueTask<Page<ExpertTrainingCandidate>> Handle(ListExpertTrainingCandidatesQuery query, CancellationToken cancellationToken)
    {
        var expert = await db.LoadExpertAsync(query.ExpertId, cancellationToken);
        var ofThatName = PersonNames.Key(expert.FullName) + "|";
        var participations = await db.ParticipationsInAsync(db.HeldCourses(new TrainingPeriod(), current.User), cancellationToken);
        return await Sorts.PageAsync(
            participations.Where(row => row.PersonKey.StartsWith(ofThatName) && !db.Experts.Any(one => one.Qualifications.Any(training => training.RegistrationId == row.Id))),
            query.Page,
            $"{expert.Id:N}",
            cursors,
            row => new ExpertTrainingCandidate(
                row.Id,
                row.CourseId,
                db.Courses.First(course => course.Id == row.CourseId).Code,
                db.Courses.First(course => course.Id == row.CourseId).Title,
                db.Courses.First(course => course.Id == row.CourseId).StartsOn,
                db.Courses.First(course => course.Id == row.CourseId).EndsOn,
                row.FullName,
                row.OrganizationName),
            cancellationToken);
    }
}
