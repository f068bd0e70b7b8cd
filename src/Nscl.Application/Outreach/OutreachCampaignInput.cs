using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.AdminUnits;
using Nscl.Domain.Enterprises;
using Nscl.Domain.Outreach;

namespace Nscl.Application.Outreach;

/// <summary>What is said of a campaign.</summary>
/// <param name="EndsOn">Last day as planned; enterprises are followed up after it too.</param>
/// <param name="Districts">Codes of the units it is aimed at; left out for the whole province.</param>
public sealed record OutreachCampaignInput(string Title, DateOnly StartsOn, DateOnly EndsOn, IReadOnlyList<string>? Districts = null, string? Note = null)
{
    internal OutreachCampaignContent ToContent() => new(Title, StartsOn, EndsOn, Districts, Note);
}

internal sealed class OutreachCampaignInputValidator : AbstractValidator<OutreachCampaignInput>
{
    public OutreachCampaignInputValidator()
    {
        RuleFor(static input => input.Title).NotEmpty().MaximumLength(OutreachCampaign.TitleMaxLength);
        RuleFor(static input => input.Note).MaximumLength(OutreachCampaign.NoteMaxLength);
        RuleFor(static input => input.Districts).Must(static districts => districts!.Count <= OutreachCampaign.MaxDistricts).When(static input => input.Districts is not null);
        RuleForEach(static input => input.Districts).NotEmpty().MaximumLength(Enterprise.DistrictCodeMaxLength);
    }
}

internal static class OutreachCampaignReferences
{
    /// <summary>Refuses units that the caller's provinces do not have on the campaign's first day. What is on record already stays.</summary>
    /// <param name="at">JSON pointer of the input within the body.</param>
    public static async Task RequireKnownDistrictsAsync(this INsclDb db, CurrentUser user, OutreachCampaignInput input, IReadOnlyList<string> before, string at, CancellationToken cancellationToken)
    {
        var asked = (input.Districts ?? []).Select(static (code, i) => (Code: code, Position: i)).Where(district => !before.Contains(district.Code, StringComparer.Ordinal)).ToList();
        if (asked.Count == 0)
        {
            return;
        }

        var (provinces, on) = (user.Provinces, input.StartsOn);
        var known = await db.Set<AdminUnit>().AsNoTracking()
            .Where(unit => provinces.Contains(unit.ProvinceCode) && unit.ParentCode == null && (unit.ValidFrom == null || unit.ValidFrom <= on) && (unit.ValidTo == null || unit.ValidTo >= on))
            .Select(static unit => unit.Code).ToListAsync(cancellationToken);
        var errors = asked.Where(district => !known.Contains(district.Code, StringComparer.Ordinal)).Select(district => new InputError(
            $"{at}/districts/{district.Position}",
            "outreachCampaign.unknownDistrict",
            "The province has no unit with this code on that day.",
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = district.Code })).ToList();
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }
}
