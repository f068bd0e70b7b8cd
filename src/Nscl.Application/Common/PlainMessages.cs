using System.Globalization;
using FluentValidation.Resources;

namespace Nscl.Application.Common;

/// <summary>
/// What validators say, without the names of our classes: the pointer beside the text says which field is meant. English, as every detail
/// of an error; clients translate by code.
/// </summary>
internal sealed class PlainMessages : ILanguageManager
{
    public bool Enabled { get; set; } = true;

    public CultureInfo Culture { get; set; } = CultureInfo.InvariantCulture;

    public string GetString(string key, CultureInfo? culture = null) => key switch
    {
        "NotNullValidator" or "NotEmptyValidator" => "A value is required.",
        "MaximumLengthValidator" => "The text is longer than {MaxLength} characters.",
        "MinimumLengthValidator" => "The text is shorter than {MinLength} characters.",
        "LengthValidator" or "ExactLengthValidator" => "The text is not of the expected length.",
        "GreaterThanOrEqualValidator" => "The value is below {ComparisonValue}.",
        "GreaterThanValidator" => "The value is not above {ComparisonValue}.",
        "LessThanOrEqualValidator" => "The value is above {ComparisonValue}.",
        "LessThanValidator" => "The value is not below {ComparisonValue}.",
        "InclusiveBetweenValidator" => "The value does not lie between {From} and {To}.",
        "ExclusiveBetweenValidator" => "The value does not lie between {From} and {To}, both excluded.",
        "EmailValidator" => "The text is no e-mail address.",
        "EnumValidator" => "The value is not one of the known ones.",
        "RegularExpressionValidator" => "The text is not of the expected form.",
        _ => "The value is not valid.",
    };
}
