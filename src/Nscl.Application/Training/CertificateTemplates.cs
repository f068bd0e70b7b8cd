using FluentValidation;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>The wording of certificates that is in force, and what its text may name.</summary>
/// <param name="Version">0 as long as the province has saved none of its own.</param>
/// <param name="CreatedByName">Who saved it.</param>
/// <param name="Fields">Written in double braces: <c>{{courseTitle}}</c>.</param>
public sealed record CertificateTemplateDetails(
    int Version,
    CertificateTemplateContent Content,
    string? CreatedByName,
    DateTimeOffset? CreatedAt,
    IReadOnlyList<CertificateField> Fields)
{
    internal static readonly IReadOnlyList<CertificateField> AllFields = Enum.GetValues<CertificateField>();
}

internal sealed class CertificateTemplateValidator : AbstractValidator<CertificateTemplateContent>
{
    public CertificateTemplateValidator()
    {
        RuleFor(static content => content.ParentBody).NotEmpty().MaximumLength(CertificateTemplate.LineMaxLength);
        RuleFor(static content => content.Issuer).NotEmpty().MaximumLength(CertificateTemplate.LineMaxLength);
        RuleFor(static content => content.Title).NotEmpty().MaximumLength(CertificateTemplate.LineMaxLength);
        RuleFor(static content => content.Opening).NotEmpty().MaximumLength(CertificateTemplate.LineMaxLength);
        RuleFor(static content => content.Body).NotEmpty().MaximumLength(CertificateTemplate.BodyMaxLength);
        RuleFor(static content => content.Place).NotEmpty().MaximumLength(CertificateTemplate.LineMaxLength);
        RuleFor(static content => content.SignerPosition).NotEmpty().MaximumLength(CertificateTemplate.LineMaxLength);
        RuleFor(static content => content.SignerName).MaximumLength(CertificateTemplate.LineMaxLength);
    }

    /// <exception cref="InvalidInputException">The text names a field that there is not; each such place is named.</exception>
    public static void RequireKnownFields(CertificateTemplateContent content)
    {
        var errors = new[] { ("/opening", content.Opening), ("/body", content.Body) }
            .SelectMany(static text => CertificateTemplate.UnknownFields(text.Item2).Select(name => new InputError(
                text.Item1,
                CertificateRules.UnknownFieldCode,
                "There is no such field.",
                new Dictionary<string, object?>(StringComparer.Ordinal) { ["field"] = name })))
            .ToList();
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }
}
