using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;

namespace Nscl.Application.Training;

/// <summary>What an import of this list would do; changes nothing.</summary>
public sealed record CheckTraineeListQuery(Guid CourseId, TraineeFile File) : IQuery<TraineeListReport>;

internal sealed class CheckTraineeListValidator : AbstractValidator<CheckTraineeListQuery>
{
    public CheckTraineeListValidator() => RuleFor(static query => query.File).SetValidator(new TraineeFileValidator());
}

internal sealed class TraineeFileValidator : AbstractValidator<TraineeFile>
{
    private const int FileNameMaxLength = 255;

    public TraineeFileValidator() => RuleFor(static file => file.FileName).NotEmpty().MaximumLength(FileNameMaxLength).OverridePropertyName("File");
}

internal sealed class CheckTraineeListHandler(INsclDb db, TraineeListReview review) : IQueryHandler<CheckTraineeListQuery, TraineeListReport>
{
    public async ValueTask<TraineeListReport> Handle(CheckTraineeListQuery query, CancellationToken cancellationToken)
    {
        var course = await db.Courses.AsNoTracking().FirstOrDefaultAsync(row => row.Id == query.CourseId, cancellationToken) ?? throw new NotFoundException("course");
        var list = await review.ReadAsync(query.File, cancellationToken);
        return (await review.DecideAsync(course, list, cancellationToken)).Report;
    }
}
