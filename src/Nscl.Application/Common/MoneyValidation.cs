using FluentValidation;
using Nscl.Domain.Common;

namespace Nscl.Application.Common;

internal static class MoneyValidation
{
    /// <summary>Zero is an amount; less is a mistake. The upper limit is <see cref="Money"/>'s own.</summary>
    public static IRuleBuilderOptions<T, Money?> NotNegative<T>(this IRuleBuilder<T, Money?> rule) => rule
        .Must(static amount => amount is not { IsNegative: true })
        .WithErrorCode("input.tooSmall")
        .WithMessage("The amount is negative.");
}
