using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Appraisals;

namespace Nscl.Application.Appraisals;

/// <param name="Id">Of the nomination or the dossier.</param>
public sealed record CouncilSubjectInput(CouncilSubjectKind Kind, Guid Id);

public sealed record CreateCouncilSessionRequest(DateOnly HeldOn, IReadOnlyList<CouncilSubjectInput> Subjects, string? Place = null);

/// <summary>Calls a meeting of a council over some matters.</summary>
public sealed record CreateCouncilSessionCommand(Guid CouncilId, CreateCouncilSessionRequest Body) : ICommand<Versioned<CouncilSessionDetails>>;

internal sealed class CreateCouncilSessionValidator : AbstractValidator<CreateCouncilSessionCommand>
{
    public CreateCouncilSessionValidator()
    {
        RuleFor(static command => command.Body.Place).MaximumLength(CouncilSession.PlaceMaxLength);
        RuleFor(static command => command.Body.Subjects.Count).InclusiveBetween(1, CouncilSession.MaxSubjects).OverridePropertyName("Body.Subjects");
    }
}

internal sealed class CreateCouncilSessionHandler(INsclDb db, CouncilDescriber describer) : ICommandHandler<CreateCouncilSessionCommand, Versioned<CouncilSessionDetails>>
{
    public async ValueTask<Versioned<CouncilSessionDetails>> Handle(CreateCouncilSessionCommand command, CancellationToken cancellationToken)
    {
        var council = await db.Councils.FirstOrDefaultAsync(row => row.Id == command.CouncilId, cancellationToken) ?? throw new NotFoundException("council");
        var subjects = new List<CouncilSubject>();
        foreach (var asked in command.Body.Subjects)
        {
            subjects.Add(await FindAsync(asked, council.Province, cancellationToken));
        }

        var session = CouncilSession.Call(council, command.Body.HeldOn, command.Body.Place, subjects);
        db.CouncilSessions.Add(session);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(session, cancellationToken);
    }

    /// <summary>The one place that knows where matters of each kind are kept.</summary>
    private async Task<CouncilSubject> FindAsync(CouncilSubjectInput asked, string province, CancellationToken cancellationToken)
    {
        var matters = asked.Kind == CouncilSubjectKind.AwardNomination
            ? db.AwardNominations.Where(row => row.Id == asked.Id && row.Province == province).Select(static row => new { row.Code, row.EnterpriseId })
            : db.Enrollments.Where(row => row.Id == asked.Id && row.Province == province).Select(static row => new { Code = row.Code ?? string.Empty, row.EnterpriseId });
        var matter = await matters.FirstOrDefaultAsync(cancellationToken) ?? throw new NotFoundException(asked.Kind == CouncilSubjectKind.AwardNomination ? "awardNomination" : "enrollment");
        var owner = await db.Enterprises.AsNoTracking().Where(row => row.Id == matter.EnterpriseId).Select(static row => new { row.Name, row.TaxCode }).SingleAsync(cancellationToken);
        return new CouncilSubject(asked.Kind, asked.Id, $"{matter.Code} – {owner.Name}", owner.TaxCode);
    }
}
