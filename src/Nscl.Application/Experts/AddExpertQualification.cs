using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Training;
using Nscl.Domain.Experts;

namespace Nscl.Application.Experts;

/// <summary>Deep training: at a course of ours by <paramref name="RegistrationId"/> alone, or elsewhere by all the rest.</summary>
/// <param name="RegistrationId">The person's place on the list of a course of ours.</param>
public sealed record AddExpertQualificationRequest(Guid? RegistrationId = null, string? Title = null, string? Place = null, DateOnly? StartsOn = null, DateOnly? EndsOn = null);

/// <summary>Records deep training of an expert (S0.20, S1.5).</summary>
public sealed record AddExpertQualificationCommand(Guid ExpertId, uint ExpectedVersion, AddExpertQualificationRequest Body) : ICommand<Versioned<ExpertDetails>>;

internal sealed class AddExpertQualificationValidator : AbstractValidator<AddExpertQualificationCommand>
{
    public AddExpertQualificationValidator()
    {
        When(static command => command.Body.RegistrationId is null, () =>
        {
            RuleFor(static command => command.Body.Title).NotEmpty().MaximumLength(ExpertQualification.TitleMaxLength);
            RuleFor(static command => command.Body.Place).NotEmpty().MaximumLength(ExpertQualification.PlaceMaxLength);
            RuleFor(static command => command.Body.StartsOn).NotNull();
            RuleFor(static command => command.Body.EndsOn).NotNull();
        }).Otherwise(() =>
        {
            RuleFor(static command => command.Body.Title).Null();
            RuleFor(static command => command.Body.Place).Null();
            RuleFor(static command => command.Body.StartsOn).Null();
            RuleFor(static command => command.Body.EndsOn).Null();
        });
    }
}

internal sealed class AddExpertQualificationHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, ExpertDescriber describer)
    : ICommandHandler<AddExpertQualificationCommand, Versioned<ExpertDetails>>
{
    public async ValueTask<Versioned<ExpertDetails>> Handle(AddExpertQualificationCommand command, CancellationToken cancellationToken)
    {
        var expert = await db.LoadExpertAsync(command.ExpertId, command.ExpectedVersion, cancellationToken);
        var (body, act) = (command.Body, current.User.ExpertActOf(clock));
        _ = body.RegistrationId is { } registrationId
            ? expert.AddQualification(await OwnTrainingAsync(registrationId, cancellationToken), act)
            : expert.AddQualification(new OutsideTraining(body.Title!, body.Place!, body.StartsOn!.Value, body.EndsOn!.Value), act);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(expert, cancellationToken);
    }

    /// <summary>What counts as having taken part is said where the figures of training are counted.</summary>
    private async Task<OwnTraining> OwnTrainingAsync(Guid registrationId, CancellationToken cancellationToken)
    {
        var registration = await db.CourseRegistrations.AsNoTracking().FirstOrDefaultAsync(row => row.Id == registrationId, cancellationToken) ?? throw new NotFoundException("courseRegistration");
        var course = await db.Courses.AsNoTracking().FirstOrDefaultAsync(row => row.Id == registration.CourseId, cancellationToken) ?? throw new NotFoundException("course");
        var participations = await db.ParticipationsInAsync(db.HeldCourses(new TrainingPeriod(), current.User).Where(row => row.Id == course.Id), cancellationToken);
        return new OwnTraining(
            registration.Id,
            course.Id,
            registration.FullName,
            course.Title,
            course.Venue,
            course.StartsOn,
            course.EndsOn,
            await participations.AnyAsync(row => row.Id == registration.Id, cancellationToken));
    }
}
