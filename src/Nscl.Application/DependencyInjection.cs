using FluentValidation;
using Mediator;
using Microsoft.Extensions.DependencyInjection;
using Nscl.Application.Appraisals;
using Nscl.Application.Awards;
using Nscl.Application.Commendations;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;
using Nscl.Application.Enterprises;
using Nscl.Application.Experts;
using Nscl.Application.Outreach;
using Nscl.Application.Packs;
using Nscl.Application.Training;

namespace Nscl.Application;

public static class DependencyInjection
{
    public static IServiceCollection AddApplication(this IServiceCollection services, string? autoMapperLicenseKey)
    {
        // The generator reads this lambda at compile time: literals and typeof only.
        services.AddMediator((MediatorOptions options) =>
        {
            options.ServiceLifetime = ServiceLifetime.Scoped;
            options.Assemblies = [typeof(DependencyInjection)];
            options.PipelineBehaviors = [typeof(UseCaseBehavior<,>), typeof(ValidationBehavior<,>)];
        });
        services.AddScoped<PackReview>();
        services.AddScoped<PackMerge>();
        ValidatorOptions.Global.LanguageManager = new PlainMessages();
        services.AddValidatorsFromAssembly(typeof(DependencyInjection).Assembly, ServiceLifetime.Singleton, includeInternalTypes: true);
        services.AddAutoMapper(
            options => options.LicenseKey = autoMapperLicenseKey,
            typeof(DependencyInjection).Assembly);
        services.AddScoped<EnrollmentDescriber>();
        services.AddScoped<EnterpriseReading>();
        services.AddScoped<EnterpriseImportReview>();
        services.AddScoped<CourseDescriber>();
        services.AddSingleton<FullCourses>();
        services.AddScoped<CourseSeating>();
        services.AddScoped<CourseAdmission>();
        services.AddScoped<TraineeListReview>();
        services.AddScoped<OwnRegistrationDescriber>();
        services.AddScoped<TrainingContractDescriber>();
        services.AddScoped<CourseRegistrationDescriber>();
        services.AddScoped<ExpertDescriber>();
        services.AddScoped<ExpertAssignmentDescriber>();
        services.AddScoped<AwardSeasonDescriber>();
        services.AddScoped<AwardSeasonActing>();
        services.AddScoped<AwardEligibilityReading>();
        services.AddScoped<AwardNominationDescriber>();
        services.AddScoped<AwardNominationActing>();
        services.AddScoped<SessionCheckInDescriber>();
        services.AddScoped<PublicCheckIns>();
        services.AddScoped<PublicEvaluations>();
        services.AddScoped<CalendarReaders>();
        services.AddScoped<CourseEvaluationDescriber>();
        services.AddScoped<AwardWinActing>();
        services.AddScoped<CommendationActing>();
        services.AddScoped<CommendationDescriber>();
        services.AddScoped<CouncilDescriber>();
        services.AddScoped<OutreachDescriber>();
        services.AddScoped<OutreachActing>();
        return services;
    }
}
