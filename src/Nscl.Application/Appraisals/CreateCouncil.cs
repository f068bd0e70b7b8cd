using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;
using Nscl.Application.Identity;
using Nscl.Domain.Appraisals;

namespace Nscl.Application.Appraisals;

/// <param name="UserName">Account of the member; left out for somebody who takes part on paper.</param>
/// <param name="AlternateFor">Place in the list, from 0, of the member whom this one stands in for.</param>
public sealed record CouncilMemberInput(string FullName, CouncilRole Role, string? Agency = null, string? UserName = null, int? AlternateFor = null);

/// <param name="DecisionNumber">Number and symbol of the decision that founds it.</param>
/// <param name="TermTo">Last day.</param>
/// <param name="Quorum">Left out, two thirds and the chair or a vice-chair.</param>
public sealed record CreateCouncilRequest(
    CouncilKind Kind,
    string Name,
    string DecisionNumber,
    DateOnly DecisionDate,
    DateOnly TermFrom,
    DateOnly TermTo,
    IReadOnlyList<CouncilMemberInput> Members,
    QuorumRule? Quorum = null);

public sealed record CreateCouncilCommand(CreateCouncilRequest Body) : ICommand<Versioned<CouncilDetails>>;

internal sealed class CreateCouncilValidator : AbstractValidator<CreateCouncilCommand>
{
    public CreateCouncilValidator()
    {
        RuleFor(static command => command.Body.Name).NotEmpty().MaximumLength(Council.NameMaxLength);
        RuleFor(static command => command.Body.DecisionNumber).NotEmpty().IsDecisionNumber();
        RuleFor(static command => command.Body.Members.Count).InclusiveBetween(1, Council.MaxMembers).OverridePropertyName("Body.Members");
        RuleForEach(static command => command.Body.Members).ChildRules(static member =>
        {
            member.RuleFor(static entry => entry.FullName).NotEmpty().MaximumLength(Council.PersonMaxLength);
            member.RuleFor(static entry => entry.Agency).MaximumLength(Council.NameMaxLength);
            member.RuleFor(static entry => entry.UserName).MaximumLength(256);
        });
    }
}

internal sealed class CreateCouncilHandler(INsclDb db, ICurrentUser current, IAccountDirectory accounts, CouncilDescriber describer) : ICommandHandler<CreateCouncilCommand, Versioned<CouncilDetails>>
{
    public async ValueTask<Versioned<CouncilDetails>> Handle(CreateCouncilCommand command, CancellationToken cancellationToken)
    {
        var (asked, province) = (command.Body, current.User.ProvinceOfNewRows);
        var names = asked.Members.Select(static member => member.UserName).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var known = (await accounts.FindAsync(province, names, cancellationToken)).ToDictionary(static account => account.UserName, static account => account.Id, StringComparer.Ordinal);
        var unknown = asked.Members.Select(static (member, i) => (member.UserName, Position: i)).Where(member => member.UserName is not null && !known.ContainsKey(member.UserName))
            .Select(static member => new InputError($"/members/{member.Position}/userName", "council.accountUnknown", "The province has no such account.")).ToList();
        if (unknown.Count > 0)
        {
            throw new InvalidInputException(unknown);
        }

        var council = Council.Found(province, new CouncilContent(
            asked.Kind,
            asked.Name,
            asked.DecisionNumber,
            asked.DecisionDate,
            asked.TermFrom,
            asked.TermTo,
            [.. asked.Members.Select(member => new CouncilMemberEntry(member.FullName, member.Role, member.Agency, member.UserName is null ? null : known[member.UserName], member.AlternateFor))],
            asked.Quorum));
        db.Councils.Add(council);
        await db.SaveChangesAsync(cancellationToken);
        return describer.Describe(council);
    }
}
