using System.Globalization;
using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Files;

namespace Nscl.Application.Enterprises;

/// <summary>Registers the enterprises of a file: all that are new, or none and every fault named.</summary>
public sealed record ImportEnterprisesCommand(EnterpriseFile File) : ICommand<EnterpriseImport>;

/// <param name="RowCount">Rows of data.</param>
/// <param name="AlreadyRegisteredCount">Left out; what is on record of them stays as it was.</param>
/// <param name="WarningCount">What <c>CheckEnterpriseImport</c> asks a person to look at.</param>
public sealed record EnterpriseImport(int RowCount, int RegisteredCount, int AlreadyRegisteredCount, int WarningCount);

internal sealed class ImportEnterprisesValidator : AbstractValidator<ImportEnterprisesCommand>
{
    public ImportEnterprisesValidator() => RuleFor(static command => command.File).SetValidator(new EnterpriseFileValidator());
}

internal sealed class ImportEnterprisesHandler(INsclDb db, EnterpriseImportReview review) : ICommandHandler<ImportEnterprisesCommand, EnterpriseImport>
{
    public async ValueTask<EnterpriseImport> Handle(ImportEnterprisesCommand command, CancellationToken cancellationToken)
    {
        var (report, enterprises) = await review.ReviewAsync(command.File, cancellationToken);
        if (report.FaultCount > 0)
        {
            throw new InvalidInputException([.. report.Faults.Select(Refusal)]);
        }

        db.Enterprises.AddRange(enterprises);
        await db.SaveChangesAsync(cancellationToken);
        return new EnterpriseImport(report.RowCount, enterprises.Count, report.AlreadyRegisteredCount, report.WarningCount);
    }

    /// <summary>The place in the sheet as a pointer, and in the words of Excel beside it.</summary>
    private static InputError Refusal(SheetFinding fault)
    {
        var pointer = fault.Row == 0 ? "/file" : string.Create(CultureInfo.InvariantCulture, $"/rows/{fault.Row}/{fault.Field}").TrimEnd('/');
        var args = new Dictionary<string, object?>(fault.Args, StringComparer.Ordinal) { ["row"] = fault.Row, ["column"] = fault.Column, ["cell"] = fault.Cell };
        args.Remove("pointer");
        return new InputError(pointer, fault.Code, "The row cannot be taken as it stands.", args);
    }
}
