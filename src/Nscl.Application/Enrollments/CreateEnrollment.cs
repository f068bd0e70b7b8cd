using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Subsidies;
using Nscl.Domain.Enrollments;

namespace Nscl.Application.Enrollments;

/// <summary>A draft, by the enterprise or by an officer on its behalf.</summary>
/// <param name="ProgramCode">For example <c>KT2021</c>.</param>
/// <param name="Channel"><c>paper</c> only for officers who enter a dossier that came in on paper.</param>
public sealed record CreateEnrollmentRequest(
    string ProgramCode,
    Guid EnterpriseId,
    IReadOnlyList<SupportLineInput>? SupportLines,
    string? Statement,
    DeclarationsInput? Declarations,
    EnrollmentChannel? Channel);

public sealed record CreateEnrollmentCommand(CreateEnrollmentRequest Body) : ICommand<Versioned<EnrollmentDetails>>;

internal sealed class CreateEnrollmentValidator : AbstractValidator<CreateEnrollmentCommand>
{
    public CreateEnrollmentValidator()
    {
        RuleFor(static command => command.Body.ProgramCode).NotEmpty().MaximumLength(32);
        RuleFor(static command => command.Body.EnterpriseId).NotEmpty();
        RuleFor(static command => command.Body.Statement).MaximumLength(Enrollment.StatementMaxLength);
        RuleForEach(static command => command.Body.SupportLines).SetValidator(new SupportLineInputValidator());
        RuleFor(static command => command.Body.Declarations!).SetValidator(new DeclarationsInputValidator()).When(static command => command.Body.Declarations is not null);
    }
}

internal sealed class CreateEnrollmentHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, EnrollmentDescriber describer)
    : ICommandHandler<CreateEnrollmentCommand, Versioned<EnrollmentDetails>>
{
    public async ValueTask<Versioned<EnrollmentDetails>> Handle(CreateEnrollmentCommand command, CancellationToken cancellationToken)
    {
        var asked = command.Body;
        var user = current.User;
        var province = user.ProvinceOfNewRows;
        var (program, policy) = await db.FindProgramAsync(asked.ProgramCode, clock.Today, cancellationToken);
        var enterpriseName = await db.Enterprises.Where(row => row.Id == asked.EnterpriseId).Select(static row => row.Name).FirstOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("enterprise");
        var terms = await db.TermsAsync(asked.EnterpriseId, null, program, policy, cancellationToken);
        var enrollment = Enrollment.Draft(
            province,
            program.Id,
            asked.EnterpriseId,
            user.Rows.SeesAll ? asked.Channel ?? EnrollmentChannel.Online : EnrollmentChannel.Online,
            EnrollmentInput.ToContent(asked.SupportLines, asked.Statement, asked.Declarations),
            terms,
            user.ActOf(clock));
        db.Enrollments.Add(enrollment);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(enrollment, cancellationToken, new KnownTerms(program, policy, terms) { EnterpriseName = enterpriseName });
    }
}
