namespace Nscl.Domain.Awards;

/// <summary>What the national side decided (domain-reference §4.4).</summary>
public enum AwardOutcome
{
    Gold,
    Silver,

    /// <summary>The name of rounds up to 2018.</summary>
    AwardLegacy,

    /// <summary>Took part and did not win.</summary>
    None,
}

/// <summary>The conclusion of the preliminary council.</summary>
/// <param name="SessionId">The session that concluded.</param>
/// <param name="Present">Voting seats that were filled, without the recused.</param>
public sealed record AwardConclusion(bool IsForwarded, Guid SessionId, int VotesFor, int VotesAgainst, int Present, int Required, int Points, DateOnly On, string ByName, string? Reason = null);

/// <summary>The result as the national side announced it.</summary>
/// <param name="BestOfType">The national list names it as the most excellent of its type.</param>
/// <param name="CertificateNumber">Of the award's certificate.</param>
public sealed record AwardResult(AwardOutcome Level, AwardOfficialDocument Decision, bool BestOfType, DateOnly RecordedOn, string RecordedByName, string? CertificateNumber = null);

/// <summary>What assessors say of one criterion, for the organization.</summary>
public sealed record AwardFeedbackItem(string Criterion, string? Strengths = null, string? Opportunities = null);

/// <summary>The feedback report.</summary>
/// <param name="ReleasedOn">From then on the organization reads it.</param>
public sealed record AwardFeedback(IReadOnlyList<AwardFeedbackItem> Items, DateOnly WrittenOn, string WrittenByName, DateOnly? ReleasedOn = null);
