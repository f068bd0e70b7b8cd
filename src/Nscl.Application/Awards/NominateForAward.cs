using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <param name="EnterpriseId">May be left out by who acts for one enterprise.</param>
/// <param name="Activity">Production or service; may follow before the dossier is handed in.</param>
/// <param name="OfficialEmployees">Under a contract of a year or more; may follow before the dossier is handed in.</param>
/// <param name="RegisteredOn">For officers: the day the commitment really came in. Otherwise today.</param>
/// <param name="OutreachNote">For officers: how the organization was won for it.</param>
public sealed record NominateForAwardRequest(
    Guid? EnterpriseId = null,
    AwardActivity? Activity = null,
    int? OfficialEmployees = null,
    DateOnly? RegisteredOn = null,
    string? OutreachNote = null,
    AwardDeclarations? Declarations = null);

/// <summary>An organization commits itself to take part, by itself or through an officer.</summary>
public sealed record NominateForAwardCommand(Guid SeasonId, NominateForAwardRequest Body) : ICommand<Versioned<AwardNominationDetails>>;

internal sealed class NominateForAwardValidator : AbstractValidator<NominateForAwardCommand>
{
    public NominateForAwardValidator()
    {
        RuleFor(static command => command.Body.OfficialEmployees).InclusiveBetween(0, AwardNomination.MaxEmployees);
        RuleFor(static command => command.Body.OutreachNote).MaximumLength(AwardNomination.NoteMaxLength);
    }
}

/// <summary>Under the lock of the season, which may be closing; that an organization stands in it once is held by the table.</summary>
internal sealed class NominateForAwardHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, AwardNominationDescriber describer)
    : ICommandHandler<NominateForAwardCommand, Versioned<AwardNominationDetails>>
{
    private const string Series = "awardNomination";

    public async ValueTask<Versioned<AwardNominationDetails>> Handle(NominateForAwardCommand command, CancellationToken cancellationToken)
    {
        var (asked, user) = (command.Body, current.User);
        var season = await db.LockSeasonAsync(command.SeasonId, cancellationToken);
        var enterpriseId = asked.EnterpriseId ?? (user.Rows is { SeesAll: false, EnterpriseIds: [var own] } ? own : throw new InvalidInputException("/enterpriseId", "input.required", "Name the organization."));
        var name = await db.Enterprises.AsNoTracking().Where(row => row.Id == enterpriseId && row.Province == season.Province).Select(static row => row.Name).FirstOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("enterprise");
        var registration = new AwardRegistration(
            enterpriseId,
            name,
            user.Rows.SeesAll ? asked.RegisteredOn ?? clock.Today : clock.Today,
            user.Rows.SeesAll ? asked.OutreachNote : null);
        // Taken back with the transaction when the nomination is refused: the series has no gaps.
        var number = await db.NextNumberAsync(Series, season.Province, season.Year, cancellationToken);
        var nomination = AwardNomination.Register(season, number, registration, new AwardNominationContent(asked.Activity, asked.OfficialEmployees, asked.Declarations), user.AwardActOf(clock));
        db.AwardNominations.Add(nomination);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(nomination, season, cancellationToken);
    }
}
