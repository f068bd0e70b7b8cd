using System.Text.Json;
using Nscl.Domain.Common;
using Nscl.Domain.Policies;

namespace Nscl.Domain.Subsidies;

public enum CalculationKind
{
    /// <summary>What the policy would give for what was asked; binds nobody.</summary>
    Preliminary,

    /// <summary>Made in the approval's own transaction; what is reserved.</summary>
    Final,
}

/// <summary>
/// A calculation as it was made: facts, policy version and result as canonical texts under one hash. It is never changed and
/// never recalculated in place; <see cref="Replay"/> works it out again and compares.
/// </summary>
public sealed class SubsidyCalculation : AggregateRoot
{
    private SubsidyCalculation(
        string province,
        Guid enrollmentId,
        CalculationKind kind,
        Guid policyVersionId,
        CalculationTexts texts,
        string hash,
        Money? total,
        DateTimeOffset calculatedAt)
        : base(province)
    {
        (EnrollmentId, Kind, PolicyVersionId) = (enrollmentId, kind, policyVersionId);
        (Facts, PolicyVersion, Result) = (texts.Facts, texts.PolicyVersion, texts.Result);
        (Hash, Total, CalculatedAt) = (hash, total, calculatedAt);
    }

    /// <summary>For the object mapper only.</summary>
    private SubsidyCalculation() => (Facts, PolicyVersion, Result, Hash) = (string.Empty, string.Empty, string.Empty, string.Empty);

    public Guid EnrollmentId { get; private set; }

    public CalculationKind Kind { get; private set; }

    public Guid PolicyVersionId { get; private set; }

    /// <summary>Canonical JSON of <see cref="SubsidyFacts"/>. Stored as text: a jsonb column would rewrite it.</summary>
    public string Facts { get; private set; }

    /// <summary>Canonical JSON of <see cref="PolicyVersionSnapshot"/>. Stored as text.</summary>
    public string PolicyVersion { get; private set; }

    /// <summary>Canonical JSON of <see cref="SubsidyCalculationResult"/>. Stored as text.</summary>
    public string Result { get; private set; }

    /// <summary>SHA-256, 64 lower-case hexadecimal digits.</summary>
    public string Hash { get; private set; }

    /// <summary>Null when the policy's text does not state what some line needs.</summary>
    public Money? Total { get; private set; }

    public DateTimeOffset CalculatedAt { get; private set; }

    public static SubsidyCalculation Preliminary(
        string province,
        Guid enrollmentId,
        Guid policyVersionId,
        SubsidyFacts facts,
        PolicyVersionSnapshot policy,
        DateTimeOffset at) =>
        Make(province, enrollmentId, CalculationKind.Preliminary, policyVersionId, facts, policy, at);

    /// <exception cref="RuleViolationException"><c>subsidy.totalNotStated</c>: no amount is promised over an unknown.</exception>
    public static SubsidyCalculation Final(
        string province,
        Guid enrollmentId,
        Guid policyVersionId,
        SubsidyFacts facts,
        PolicyVersionSnapshot policy,
        DateTimeOffset at) =>
        Make(province, enrollmentId, CalculationKind.Final, policyVersionId, facts, policy, at);

    public SubsidyFacts ReadFacts() => DomainJson.Deserialize<SubsidyFacts>(Facts);

    public SubsidyCalculationResult ReadResult() => DomainJson.Deserialize<SubsidyCalculationResult>(Result);

    /// <summary>
    /// Works the calculation out again from the stored facts and the policy version as it stands in its own table, and
    /// compares everything that is stored with everything that comes out. It never compares a stored result with itself.
    /// </summary>
    public SubsidyReplay Replay(PolicyVersionSnapshot policyOnRecord)
    {
        try
        {
            var facts = ReadFacts();
            var again = SubsidyCalculator.Calculate(facts, policyOnRecord);
            var texts = CalculationTexts.Of(facts, policyOnRecord, again);
            IReadOnlyList<ReplayDifference> differences =
            [
                .. JsonComparison.Compare("/facts", Facts, texts.Facts),
                .. JsonComparison.Compare("/policyVersion", PolicyVersion, texts.PolicyVersion),
                .. JsonComparison.Compare("/result", Result, texts.Result),
                .. Differs("/hash", Hash, again.Hash),
                .. Differs("/total", Total?.ToString(), again.Total?.ToString()),
            ];
            return new SubsidyReplay(differences.Count == 0, again.Hash, Hash, differences);
        }
        catch (Exception unreadable) when (unreadable is JsonException or RuleViolationException)
        {
            var code = unreadable is RuleViolationException refused ? refused.Code : "subsidy.unreadable";
            return new SubsidyReplay(Identical: false, Hash: null, Hash, [new ReplayDifference(Path: string.Empty, Stored: null, code)]);
        }
    }

    private static SubsidyCalculation Make(
        string province,
        Guid enrollmentId,
        CalculationKind kind,
        Guid policyVersionId,
        SubsidyFacts facts,
        PolicyVersionSnapshot policy,
        DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Enterprise is null)
        {
            throw SubsidyRules.EligibilityNotAssessed();
        }

        var ordered = facts.InCanonicalOrder();
        var result = SubsidyCalculator.Calculate(ordered, policy);
        if (kind == CalculationKind.Final && result.Total is null)
        {
            throw SubsidyRules.TotalNotStated(result.NotStatedItems);
        }

        var texts = CalculationTexts.Of(ordered, policy, result);
        return new SubsidyCalculation(province, enrollmentId, kind, policyVersionId, texts, result.Hash, result.Total, at);
    }

    private static IEnumerable<ReplayDifference> Differs(string pointer, string? stored, string? replayed) =>
        stored == replayed ? [] : [new ReplayDifference(pointer, stored, replayed)];

    private sealed record CalculationTexts(string Facts, string PolicyVersion, string Result)
    {
        public static CalculationTexts Of(SubsidyFacts facts, PolicyVersionSnapshot policy, SubsidyCalculationResult result) => new(
            CanonicalJson.Serialize(facts),
            CanonicalJson.Serialize(policy),
            CanonicalJson.Serialize(result));
    }
}
