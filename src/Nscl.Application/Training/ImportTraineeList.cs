using System.Globalization;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Files;

namespace Nscl.Application.Training;

/// <summary>Puts the people of a list on the course's list: all, or none and every fault named; or those rows that nothing stands against.</summary>
/// <param name="OnlySoundRows">Leaves faulty rows out instead of refusing the whole.</param>
public sealed record ImportTraineeListCommand(Guid CourseId, TraineeFile File, bool OnlySoundRows) : ICommand<TraineeListImport>;

/// <param name="RowCount">Rows of data.</param>
/// <param name="SeatCount">Rows that got a seat.</param>
/// <param name="WaitlistCount">Rows that joined the line.</param>
/// <param name="UndecidedCount">Rows on which an officer decides.</param>
/// <param name="LeftOutCount">Faulty rows that were left out.</param>
public sealed record TraineeListImport(int RowCount, int SeatCount, int WaitlistCount, int UndecidedCount, int LeftOutCount);

internal sealed class ImportTraineeListValidator : AbstractValidator<ImportTraineeListCommand>
{
    public ImportTraineeListValidator() => RuleFor(static command => command.File).SetValidator(new TraineeFileValidator());
}

internal sealed class ImportTraineeListHandler(INsclDb db, TraineeListReview review, CourseAdmission admission) : ICommandHandler<ImportTraineeListCommand, TraineeListImport>
{
    public async ValueTask<TraineeListImport> Handle(ImportTraineeListCommand command, CancellationToken cancellationToken)
    {
        if (!await db.Courses.AnyAsync(row => row.Id == command.CourseId, cancellationToken))
        {
            throw new NotFoundException("course");
        }

        // Read before the course is locked: nobody waits while a workbook is unpacked.
        var list = await review.ReadAsync(command.File, cancellationToken);
        var course = await admission.LockAsync(command.CourseId, list.PersonKeys, cancellationToken);
        var (report, registrations) = await review.DecideAsync(course, list, cancellationToken);
        if (report.FaultCount > 0 && (!command.OnlySoundRows || list.Rows.Count == 0))
        {
            throw new InvalidInputException([.. report.Faults.Select(Refusal)]);
        }

        db.CourseRegistrations.AddRange(registrations);
        await db.SaveChangesAsync(cancellationToken);
        return new TraineeListImport(report.RowCount, report.SeatCount, report.WaitlistCount, report.UndecidedCount, report.FaultyRowCount);
    }

    /// <summary>The place in the sheet as a pointer, and in the words of Excel beside it.</summary>
    private static InputError Refusal(SheetFinding fault)
    {
        var pointer = fault.Row == 0 ? "/file" : string.Create(CultureInfo.InvariantCulture, $"/rows/{fault.Row}/{fault.Field}").TrimEnd('/');
        var args = new Dictionary<string, object?>(fault.Args, StringComparer.Ordinal) { ["row"] = fault.Args.GetValueOrDefault("row") ?? fault.Row, ["column"] = fault.Column, ["cell"] = fault.Cell };
        args.Remove("pointer");
        return new InputError(pointer, fault.Code, "The row cannot be taken as it stands.", args);
    }
}
