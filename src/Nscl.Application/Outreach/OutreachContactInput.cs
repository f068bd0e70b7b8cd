using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.ReferenceData;
using Nscl.Domain.Outreach;
using Nscl.Domain.ReferenceData;
using Nscl.Domain.Standards;

namespace Nscl.Application.Outreach;

/// <summary>How an enterprise was spoken to.</summary>
/// <param name="On">Day of the act, not before the act before it and not in the future.</param>
/// <param name="CarriedOutBy">Who did it; the caller where left out.</param>
/// <param name="MetWith">To whom they spoke.</param>
public sealed record OutreachContactInput(DateOnly On, OutreachChannel Channel, string? CarriedOutBy = null, string? MetWith = null, string? Note = null)
{
    internal OutreachContact ToContact() => new(On, Channel, CarriedOutBy, MetWith, Note);
}

/// <summary>An act that says no more than how the enterprise was spoken to.</summary>
public sealed record OutreachActRequest(OutreachContactInput Act);

internal sealed class OutreachContactInputValidator : AbstractValidator<OutreachContactInput>
{
    public OutreachContactInputValidator()
    {
        RuleFor(static input => input.CarriedOutBy).MaximumLength(OutreachAct.NameMaxLength);
        RuleFor(static input => input.MetWith).MaximumLength(OutreachAct.NameMaxLength);
        RuleFor(static input => input.Note).MaximumLength(OutreachAct.NoteMaxLength);
    }
}

internal static class OutreachReferences
{
    public static async Task RequireKnownReasonsAsync(this INsclDb db, CurrentUser user, IReadOnlyList<string> reasons, CancellationToken cancellationToken)
    {
        var provinces = user.Provinces;
        var known = await db.Set<ReferenceItem>().AsNoTracking()
            .Where(item => item.List == ReferenceLists.NonParticipationReasons && (item.ProvinceCode == null || provinces.Contains(item.ProvinceCode)))
            .Select(static item => item.Code).ToListAsync(cancellationToken);
        Refuse(reasons, known, "/reasons", "outreachProspect.unknownReason", "The list of reasons has no such code.");
    }

    public static async Task RequireKnownSystemsAsync(this INsclDb db, IReadOnlyList<string>? systems, CancellationToken cancellationToken)
    {
        if (systems is { Count: > 0 })
        {
            var known = await db.Set<ManagementSystem>().AsNoTracking().Where(system => systems.Contains(system.Code)).Select(static system => system.Code).ToListAsync(cancellationToken);
            Refuse(systems, known, "/heldSystems", "outreachProspect.unknownSystem", "No management system has this code.");
        }
    }

    private static void Refuse(IReadOnlyList<string> codes, IReadOnlyList<string> known, string at, string problem, string detail)
    {
        var errors = codes.Select(static (code, i) => (Code: code, Position: i)).Where(entry => !known.Contains(entry.Code, StringComparer.Ordinal))
            .Select(entry => new InputError($"{at}/{entry.Position}", problem, detail, new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = entry.Code })).ToList();
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }
}
