using Nscl.Application.Common;
using Nscl.Domain.Common;

namespace Nscl.Application.Packs;

/// <summary>Everything that stands against a pack, each where it stands. One fault is enough to refuse the whole.</summary>
internal sealed class PackFaults
{
    private readonly List<InputError> _errors = [];

    public void Add(string pointer, string code, string detail, params (string Name, object? Value)[] args) =>
        _errors.Add(new InputError(pointer, code, detail, args.ToDictionary(static arg => arg.Name, static arg => arg.Value, StringComparer.Ordinal)));

    public void Add(string pointer, RuleViolationException rule) => _errors.Add(new InputError(pointer, rule.Code, rule.Message, rule.Args));

    /// <summary>Runs a step of the domain; what it refuses stands against the place that the step read.</summary>
    public void Try(string pointer, Action step)
    {
        try
        {
            step();
        }
        catch (RuleViolationException rule)
        {
            Add(pointer, rule);
        }
    }

    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new InvalidInputException(_errors);
        }
    }
}
