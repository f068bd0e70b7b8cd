using FluentValidation;
using Nscl.Domain.Common;
using Nscl.Domain.Enrollments;

namespace Nscl.Application.Enrollments;

/// <param name="ItemCode">Policy item, for example <c>P50-CERT</c>.</param>
/// <param name="UnitKey">Names the unit: a system code and its site, or a product's id.</param>
/// <param name="UnitName">The unit in words.</param>
/// <param name="EligibleCost">Whole đồng.</param>
/// <param name="Sources">Who bears the cost; they add up to it. May be empty in a draft.</param>
/// <param name="OtherPublicSupport">Public money received for the same cost from elsewhere, whole đồng.</param>
public sealed record SupportLineInput(string ItemCode, string UnitKey, string? UnitName, long EligibleCost, IReadOnlyList<LineSourceInput>? Sources, long? OtherPublicSupport);

/// <param name="Amount">Whole đồng.</param>
public sealed record LineSourceInput(FundingSource Source, long Amount);

/// <param name="ReceivesOtherPublicSupport">Null = not declared yet.</param>
/// <param name="CommitsCounterpart">Commits to bear its own part of the cost.</param>
public sealed record DeclarationsInput(bool? ReceivesOtherPublicSupport, string? OtherPublicSupportDetails, bool? CommitsCounterpart);

internal static class EnrollmentInput
{
    public static EnrollmentContent ToContent(IReadOnlyList<SupportLineInput>? lines, string? statement, DeclarationsInput? declarations) => new(
        [.. (lines ?? []).Select(ToEntry)],
        string.IsNullOrWhiteSpace(statement) ? null : statement,
        new EnrollmentDeclarations(declarations?.ReceivesOtherPublicSupport, declarations?.OtherPublicSupportDetails, declarations?.CommitsCounterpart ?? false));

    private static SupportLineEntry ToEntry(SupportLineInput line) => new(
        line.ItemCode,
        line.UnitKey,
        string.IsNullOrWhiteSpace(line.UnitName) ? line.UnitKey : line.UnitName,
        new Money(line.EligibleCost),
        [.. (line.Sources ?? []).Select(static source => new LineSource(source.Source, new Money(source.Amount)))],
        new Money(line.OtherPublicSupport ?? 0));
}

internal sealed class SupportLineInputValidator : AbstractValidator<SupportLineInput>
{
    private const int MaxSources = 7;

    public SupportLineInputValidator()
    {
        RuleFor(static line => line.ItemCode).NotEmpty().MaximumLength(SupportLine.ItemCodeMaxLength);
        RuleFor(static line => line.UnitKey).NotEmpty().MaximumLength(SupportLine.UnitKeyMaxLength);
        RuleFor(static line => line.UnitName).MaximumLength(SupportLine.UnitNameMaxLength);
        RuleFor(static line => line.EligibleCost).InclusiveBetween(0, Money.MaxValue);
        RuleFor(static line => line.OtherPublicSupport).InclusiveBetween(0, Money.MaxValue);
        RuleFor(static line => line.Sources!.Count).LessThanOrEqualTo(MaxSources).OverridePropertyName("Sources").When(static line => line.Sources is not null);
        RuleForEach(static line => line.Sources).ChildRules(static source => source.RuleFor(static part => part.Amount).InclusiveBetween(0, Money.MaxValue));
    }
}

internal sealed class DeclarationsInputValidator : AbstractValidator<DeclarationsInput>
{
    public const int DetailsMaxLength = 2_000;

    public DeclarationsInputValidator() =>
        RuleFor(static declarations => declarations.OtherPublicSupportDetails).MaximumLength(DetailsMaxLength);
}
