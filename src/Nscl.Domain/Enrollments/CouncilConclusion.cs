using Nscl.Domain.Common;

namespace Nscl.Domain.Enrollments;

/// <summary>What the council proposes (domain-reference §3.2).</summary>
public enum CouncilOutcome
{
    Approve,
    ApproveWithChanges,
    NotApprove,
}

/// <summary>What the council says about one line.</summary>
/// <param name="ProposedCost">The cost it proposes to count.</param>
/// <param name="UnitCountConfirmed">1 = the unit is one of its own, 0 = it is not to be supported.</param>
public sealed record CouncilLineEntry(string ItemCode, string UnitKey, Money ProposedCost, int UnitCountConfirmed);

/// <summary>The council's conclusion as recorded from its signed minutes.</summary>
public sealed record CouncilConclusionEntry(
    CouncilOutcome Outcome,
    DateOnly MeetingOn,
    Guid MinutesDocumentId,
    IReadOnlyList<CouncilLineEntry> Lines,
    string? Note = null);

/// <param name="RequestedCost">What the line asked for when the council met: both figures stay.</param>
public sealed record ConcludedLine(string ItemCode, string UnitKey, Money RequestedCost, Money ProposedCost, int UnitCountConfirmed);

public sealed record CouncilConclusion(
    CouncilOutcome Outcome,
    DateOnly MeetingOn,
    Guid MinutesDocumentId,
    IReadOnlyList<ConcludedLine> Lines,
    Guid RecordedBy,
    string RecordedByName,
    DateTimeOffset RecordedAt,
    string? Note = null)
{
    public bool AllowsApproval => Outcome != CouncilOutcome.NotApprove;

    /// <summary>Holds the conclusion against the lines of the dossier: each once, none left out, and the outcome agreeing with them.</summary>
    internal static CouncilConclusion From(CouncilConclusionEntry entry, IReadOnlyList<SupportLine> lines, EnrollmentAct act) => new(
        entry.Outcome,
        entry.MeetingOn,
        entry.MinutesDocumentId,
        Conclude(entry, lines),
        act.By.Id,
        act.By.Name,
        act.At,
        entry.Note);

    private static List<ConcludedLine> Conclude(CouncilConclusionEntry entry, IReadOnlyList<SupportLine> lines)
    {
        var concluded = new List<ConcludedLine>();
        for (var i = 0; i < entry.Lines.Count; i++)
        {
            var said = entry.Lines[i];
            if (concluded.Exists(line => line.ItemCode == said.ItemCode && line.UnitKey == said.UnitKey))
            {
                throw EnrollmentRules.ConclusionLineTwice(i);
            }

            var asked = lines.FirstOrDefault(line => line.Is(said.ItemCode, said.UnitKey)) ?? throw EnrollmentRules.ConclusionLineUnknown(i);
            if (said.ProposedCost.IsNegative || said.ProposedCost > asked.EligibleCost)
            {
                throw EnrollmentRules.ProposedCostOutOfRange(i, asked.EligibleCost);
            }

            if (said.UnitCountConfirmed is not (0 or 1))
            {
                throw EnrollmentRules.UnitCountOutOfRange(i);
            }

            concluded.Add(new ConcludedLine(said.ItemCode, said.UnitKey, asked.EligibleCost, said.ProposedCost, said.UnitCountConfirmed));
        }

        var missing = lines
            .Where(line => !concluded.Exists(said => line.Is(said.ItemCode, said.UnitKey)))
            .Select(static line => $"{line.ItemCode} {line.UnitKey}")
            .ToList();
        if (missing.Count > 0)
        {
            throw EnrollmentRules.ConclusionIncomplete(missing);
        }

        var agrees = entry.Outcome switch
        {
            CouncilOutcome.Approve => concluded.TrueForAll(static line => line.ProposedCost == line.RequestedCost && line.UnitCountConfirmed == 1),
            CouncilOutcome.ApproveWithChanges => concluded.Exists(static line => line.UnitCountConfirmed == 1),
            _ => true,
        };
        return agrees ? concluded : throw EnrollmentRules.OutcomeContradictsLines(entry.Outcome);
    }
}
