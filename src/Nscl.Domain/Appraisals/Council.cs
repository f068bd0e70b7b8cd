using Nscl.Domain.Common;

namespace Nscl.Domain.Appraisals;

/// <summary>What a council is for.</summary>
public enum CouncilKind
{
    /// <summary>Hội đồng sơ tuyển of the National Quality Award.</summary>
    AwardPreliminary,

    /// <summary>Hội đồng thẩm định of dossiers (S3.53).</summary>
    EnrollmentAppraisal,
}

/// <summary>Seats of a council.</summary>
public enum CouncilRole
{
    Chair,
    ViceChair,
    Secretary,
    Member,
    Reviewer,

    /// <summary>Of the expert team: assesses, and neither votes nor counts for the quorum.</summary>
    Assessor,
}

/// <summary>A member as entered.</summary>
/// <param name="UserId">Account; null for somebody who takes part on paper.</param>
/// <param name="AlternateFor">Place in the list of the member whom this one stands in for.</param>
public sealed record CouncilMemberEntry(string FullName, CouncilRole Role, string? Agency = null, Guid? UserId = null, int? AlternateFor = null);

/// <param name="AlternateFor">The member whom this one stands in for; counts only where that one is absent.</param>
public sealed record CouncilMember(Guid Id, string FullName, CouncilRole Role, string? Agency = null, Guid? UserId = null, Guid? AlternateFor = null)
{
    public bool Votes => Role != CouncilRole.Assessor;
}

/// <summary>When a council can decide (configurable default of domain-reference §3.2).</summary>
/// <param name="Numerator">Of the share of members that must be there.</param>
/// <param name="NeedsChair">The chair or a vice-chair as well.</param>
public sealed record QuorumRule(int Numerator = 2, int Denominator = 3, bool NeedsChair = true)
{
    public static readonly QuorumRule Default = new();

    /// <summary>How many of so many members must be there: the share, rounded up.</summary>
    public int RequiredOf(int members) => ((members * Numerator) + Denominator - 1) / Denominator;
}

/// <summary>What is said of a council when it is founded.</summary>
/// <param name="TermFrom">First day.</param>
/// <param name="TermTo">Last day.</param>
public sealed record CouncilContent(
    CouncilKind Kind,
    string Name,
    string DecisionNumber,
    DateOnly DecisionDate,
    DateOnly TermFrom,
    DateOnly TermTo,
    IReadOnlyList<CouncilMemberEntry> Members,
    QuorumRule? Quorum = null);

/// <summary>A council founded by decision, with its seats and its rule of quorum.</summary>
public sealed class Council : AggregateRoot
{
    public const int NameMaxLength = 300;
    public const int PersonMaxLength = 200;
    public const int MaxMembers = 60;

    private Council(string province, CouncilContent content, IReadOnlyList<CouncilMember> members)
        : base(province)
    {
        (Kind, Name, DecisionNumber, DecisionDate) = (content.Kind, SearchText.Tidy(content.Name), SearchText.Tidy(content.DecisionNumber), content.DecisionDate);
        (TermFrom, TermTo, Quorum) = (content.TermFrom, content.TermTo, content.Quorum ?? QuorumRule.Default);
        Members = members;
        MemberUserIds = [.. members.Where(static member => member.UserId is not null).Select(static member => member.UserId!.Value)];
    }

    /// <summary>For the object mapper only.</summary>
    private Council() => Quorum = QuorumRule.Default;

    public CouncilKind Kind { get; private set; }

    public string Name { get; private set; } = string.Empty;

    /// <summary>Number and symbol of the decision.</summary>
    public string DecisionNumber { get; private set; } = string.Empty;

    public DateOnly DecisionDate { get; private set; }

    public DateOnly TermFrom { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly TermTo { get; private set; }

    public QuorumRule Quorum { get; private set; }

    public IReadOnlyList<CouncilMember> Members { get; private set; } = [];

    /// <summary>Accounts with a seat: they see the council.</summary>
    public IReadOnlyList<Guid> MemberUserIds { get; private set; } = [];

    public static Council Found(string province, CouncilContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (SearchText.Tidy(content.Name).Length == 0)
        {
            throw CouncilRules.NameRequired();
        }

        if (content.TermTo < content.TermFrom)
        {
            throw CouncilRules.TermEndsBeforeItBegins(content.TermFrom);
        }

        if (content.Quorum is { } quorum && (quorum.Denominator < 1 || quorum.Numerator < 1 || quorum.Numerator > quorum.Denominator))
        {
            throw CouncilRules.QuorumNotSound();
        }

        return new Council(province, content, MembersOf(content.Members));
    }

    public bool IsInOfficeOn(DateOnly day) => day >= TermFrom && day <= TermTo;

    private static List<CouncilMember> MembersOf(IReadOnlyList<CouncilMemberEntry> entries)
    {
        if (entries.Count(static entry => entry.Role == CouncilRole.Chair && entry.AlternateFor is null) != 1)
        {
            throw CouncilRules.OneChair();
        }

        var ids = entries.Select(static _ => Guid.CreateVersion7()).ToList();
        var members = new List<CouncilMember>();
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            if (SearchText.Tidy(entry.FullName).Length == 0)
            {
                throw CouncilRules.MemberNameRequired(i);
            }

            if (entry.UserId is not null && entries.Take(i).Any(other => other.UserId == entry.UserId))
            {
                throw CouncilRules.MemberTwice(i);
            }

            if (entry.AlternateFor is { } place && (place < 0 || place >= entries.Count || place == i || entries[place].AlternateFor is not null))
            {
                throw CouncilRules.AlternateUnknown(i);
            }

            members.Add(new CouncilMember(ids[i], SearchText.Tidy(entry.FullName), entry.Role, SearchText.TidyOrNull(entry.Agency), entry.UserId, entry.AlternateFor is { } of ? ids[of] : null));
        }

        return members;
    }
}
