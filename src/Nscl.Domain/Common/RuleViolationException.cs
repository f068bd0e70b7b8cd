namespace Nscl.Domain.Common;

/// <summary>
/// A business rule said no. <see cref="Code"/> is stable (<c>capability.rule</c>, camelCase) and is what clients translate;
/// <see cref="Args"/> fill the placeholders of the catalogue text. Becomes HTTP 409 unless the catalogue says otherwise.
/// </summary>
public sealed class RuleViolationException(string code, string message, IReadOnlyDictionary<string, object?>? args = null)
    : Exception(message)
{
    public string Code { get; } = code;

    public IReadOnlyDictionary<string, object?> Args { get; } = args ?? new Dictionary<string, object?>(StringComparer.Ordinal);
}
