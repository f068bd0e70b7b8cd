using Nscl.Domain.Common;

namespace Nscl.Domain.Appraisals;

/// <summary>Every reason a council and its sessions can say no.</summary>
public static class CouncilRules
{
    public static RuleViolationException NameRequired() => At("/name", "council.nameRequired", "The name is missing.");

    public static RuleViolationException TermEndsBeforeItBegins(DateOnly from) => At("/termTo", "council.termEndsBeforeItBegins", "The term ends before it begins.", ("from", from));

    public static RuleViolationException QuorumNotSound() => At("/quorum", "council.quorumNotSound", "The quorum is a share of one or less.");

    public static RuleViolationException OneChair() => At("/members", "council.oneChair", "A council has exactly one chair.");

    public static RuleViolationException MemberNameRequired(int position) => At($"/members/{position}/fullName", "council.memberNameRequired", "A member needs a name.");

    public static RuleViolationException MemberTwice(int position) => At($"/members/{position}/userName", "council.memberTwice", "Somebody has two seats.");

    public static RuleViolationException AlternateUnknown(int position) => At($"/members/{position}/alternateFor", "council.alternateUnknown", "An alternate stands in for a member of the list.");

    public static RuleViolationException OutsideTerm(DateOnly from, DateOnly to) => At("/heldOn", "council.outsideTerm", "The council is not in office on that day.", ("from", from), ("to", to));

    public static RuleViolationException SubjectsRequired() => At("/subjects", "council.subjectsRequired", "A session looks at something.");

    public static RuleViolationException SubjectTwice(string title) => At("/subjects", "council.subjectTwice", "A matter is named twice.", ("title", title));

    public static RuleViolationException SubjectUnknown() => At("/subjectId", "council.subjectUnknown", "The matter is not one of this session.");

    public static RuleViolationException MemberUnknown() => At("/memberIds", "council.memberUnknown", "Somebody has no seat in this council.");

    public static RuleViolationException NoSeat() => new("council.noSeat", "Only members of the council do this.");

    public static RuleViolationException ConflictReasonMissing() => At("/reason", "council.conflictReasonMissing", "Say what the conflict is.");

    public static RuleViolationException DeclareFirst() => new("council.declareFirst", "The file opens once the member has said whether there is a conflict.");

    public static RuleViolationException Recused() => new("council.recused", "The member is in conflict: neither file nor scores nor vote.");

    public static RuleViolationException SecretaryOnly() => new("council.secretaryOnly", "The secretary or the chair does this.");

    public static RuleViolationException NotHeldYet(DateOnly heldOn) => new("council.notHeldYet", "The session has not been held yet.", new Dictionary<string, object?> { ["heldOn"] = heldOn });

    public static RuleViolationException NoQuorum(QuorumCount count) => new(
        "council.noQuorum",
        "The session cannot decide on this.",
        new Dictionary<string, object?> { ["present"] = count.Present, ["required"] = count.Required, ["members"] = count.Members, ["chairPresent"] = count.ChairPresent });

    public static RuleViolationException TooManyVotes(int voters) => At("/votesFor", "council.tooManyVotes", "There are fewer voters.", ("voters", voters));

    private static RuleViolationException At(string pointer, string code, string message, params ReadOnlySpan<(string Name, object? Value)> args)
    {
        var all = new Dictionary<string, object?> { ["pointer"] = pointer };
        foreach (var (name, value) in args)
        {
            all[name] = value;
        }

        return new RuleViolationException(code, message, all);
    }
}
