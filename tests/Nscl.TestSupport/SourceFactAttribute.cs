using Xunit.v3;

namespace Nscl.TestSupport;

/// <summary>Says which source facts (S0.1 … S4.25) a test demonstrates; <c>docs/facts.md</c> is generated from these.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class SourceFactAttribute(params string[] facts) : Attribute, ITraitAttribute
{
    public IReadOnlyList<string> Facts { get; } = facts;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() =>
        [.. Facts.Select(static fact => new KeyValuePair<string, string>("SourceFact", fact))];
}
