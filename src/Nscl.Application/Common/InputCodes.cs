using FluentValidation.Results;

namespace Nscl.Application.Common;

/// <summary>Turns the validator's error codes into codes of the problem catalogue.</summary>
internal static class InputCodes
{
    public static string Of(ValidationFailure failure) => failure.ErrorCode switch
    {
        "NotNullValidator" or "NotEmptyValidator" => "input.required",
        "MaximumLengthValidator" => "input.tooLong",
        "MinimumLengthValidator" => "input.tooShort",
        "LengthValidator" or "ExactLengthValidator" => "input.length",
        "GreaterThanOrEqualValidator" or "GreaterThanValidator" => "input.tooSmall",
        "LessThanOrEqualValidator" or "LessThanValidator" => "input.tooLarge",
        "InclusiveBetweenValidator" or "ExclusiveBetweenValidator" => "input.outOfRange",
        "EmailValidator" => "input.email",
        "EnumValidator" => "input.unknownValue",
        "RegularExpressionValidator" => "input.format",
        var own when own.Contains('.', StringComparison.Ordinal) => own,
        _ => "input.invalid",
    };

    public static Dictionary<string, object?>? ArgsOf(ValidationFailure failure)
    {
        Dictionary<string, object?>? args = null;
        foreach (var (key, name) in Placeholders)
        {
            if (failure.FormattedMessagePlaceholderValues is { } values && values.TryGetValue(key, out var value))
            {
                (args ??= new Dictionary<string, object?>(StringComparer.Ordinal))[name] = value;
            }
        }

        return args;
    }

    private static readonly (string Key, string Name)[] Placeholders =
        [("MaxLength", "max"), ("MinLength", "min"), ("ComparisonValue", "limit"), ("From", "min"), ("To", "max")];
}
