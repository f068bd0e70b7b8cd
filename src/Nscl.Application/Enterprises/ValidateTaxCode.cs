using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Enterprises;

namespace Nscl.Application.Enterprises;

/// <param name="TaxCode">As typed; spaces, dots and hyphens are separators.</param>
public sealed record ValidateTaxCodeRequest(string TaxCode);

/// <param name="Normalized"><c>NNNNNNNNNN</c>, <c>NNNNNNNNNN-NNN</c> or 12 digits; for an unknown form the input without separators.</param>
/// <param name="Reason">Why the code is not valid; an officer may override <c>checkDigitMismatch</c> only.</param>
public sealed record TaxCodeVerdict(string Normalized, TaxCodeKind Kind, bool Valid, TaxCodeFault? Reason);

public sealed record ValidateTaxCodeQuery(ValidateTaxCodeRequest Body) : IQuery<TaxCodeVerdict>;

internal sealed class ValidateTaxCodeValidator : AbstractValidator<ValidateTaxCodeQuery>
{
    public ValidateTaxCodeValidator() => RuleFor(static query => query.Body.TaxCode).MaximumLength(TaxCode.InputMaxLength);
}

internal sealed class ValidateTaxCodeHandler(IBusinessClock clock) : IQueryHandler<ValidateTaxCodeQuery, TaxCodeVerdict>
{
    public ValueTask<TaxCodeVerdict> Handle(ValidateTaxCodeQuery query, CancellationToken cancellationToken)
    {
        var (normalized, kind, valid, reason) = TaxCode.Validate(query.Body.TaxCode, clock.Today);
        return new(new TaxCodeVerdict(normalized, kind, valid, reason));
    }
}
