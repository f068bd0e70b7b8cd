using Nscl.Domain.Common;

namespace Nscl.Domain.Files;

/// <summary>Every reason a file is not taken.</summary>
public static class FileRules
{
    public static RuleViolationException Empty() => new("file.empty", "The file is empty.");

    public static RuleViolationException TooLarge(long maxBytes) => new(
        "file.tooLarge",
        "The file is larger than allowed.",
        new Dictionary<string, object?> { ["maxBytes"] = maxBytes });

    public static RuleViolationException TypeNotAccepted() => new(
        "file.typeNotAccepted",
        "Only PDF, JPEG, PNG, DOCX and XLSX files are taken, and the content must be what the name says.");
}
