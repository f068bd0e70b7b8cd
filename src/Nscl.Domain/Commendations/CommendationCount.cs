using Nscl.Domain.Programs;

namespace Nscl.Domain.Commendations;

/// <summary>Where a plan period stands beside what its programme foresees.</summary>
public enum CommendationStanding
{
    /// <summary>The programme foresees no number.</summary>
    NothingForeseen,

    /// <summary>Fewer than foreseen.</summary>
    Below,

    /// <summary>As many as foreseen, and there is room for more.</summary>
    Within,

    /// <summary>The most that is foreseen.</summary>
    Full,

    /// <summary>More than foreseen: said, not forbidden, because the plan says "dự kiến" (S3.20).</summary>
    Beyond,
}

/// <summary>A plan period of a programme and what is foreseen for it (S3.20: five to ten).</summary>
/// <param name="TargetCode">The target that says so; null where the programme has none.</param>
/// <param name="From">At least so many; null where the programme foresees none.</param>
/// <param name="To">At most so many; null where the programme sets no most.</param>
public sealed record CommendationPeriod(string? TargetCode, int FirstYear, int LastYear, int? From, int? To)
{
    public bool Has(int year) => year >= FirstYear && year <= LastYear;

    /// <summary>
    /// The periods of a programme, read from the targets of its commendation tasks: the whole programme, its phases or its years, as the target says.
    /// Without such a target the whole programme is one period that foresees nothing.
    /// </summary>
    public static IReadOnlyList<CommendationPeriod> Of(ProgramContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var tasks = content.Tasks.Where(static task => task.Kind == TaskKind.Commendation).Select(static task => task.Code).ToHashSet(StringComparer.Ordinal);
        var periods = content.Targets.Where(target => target.Task is { } task && tasks.Contains(task)).SelectMany(target => Of(target, content)).ToList();
        return periods.Count > 0 ? periods : [new CommendationPeriod(null, content.Period.From.Year, content.Period.To.Year, null, null)];
    }

    private static IEnumerable<CommendationPeriod> Of(ProgramTarget target, ProgramContent content)
    {
        var (first, last) = (content.Period.From.Year, content.Period.To.Year);
        var phase = target.Period == TargetPeriod.Phase ? content.Phases.FirstOrDefault(phase => phase.Code == target.Phase) : null;
        return target.Period == TargetPeriod.Year ? (target.Year is { } year ? [year] : Enumerable.Range(first, last - first + 1)).Select(each => Between(target, each, each))
            : phase is not null ? [Between(target, phase.From.Year, phase.To.Year)]
            : [Between(target, first, last)];
    }

    private static CommendationPeriod Between(ProgramTarget target, int first, int last)
    {
        var (low, high) = ((int)target.Low, (int?)target.High);
        return target.Operator switch
        {
            TargetOperator.Range => new CommendationPeriod(target.Code, first, last, low, high),
            TargetOperator.AtLeast => new CommendationPeriod(target.Code, first, last, low, null),
            TargetOperator.AtMost => new CommendationPeriod(target.Code, first, last, null, low),
            _ => new CommendationPeriod(target.Code, first, last, low, low),
        };
    }
}

/// <summary>How far a plan period is from what it foresees.</summary>
/// <param name="Decided">Commended by a decision.</param>
/// <param name="Open">On their way: neither decided, declined nor withdrawn.</param>
public sealed record CommendationCount(int Decided, int Open, int? From = null, int? To = null)
{
    /// <summary>How many more must be decided to reach the least.</summary>
    public int Missing => Math.Max(0, (From ?? 0) - Decided);

    /// <summary>How many more may be decided; null without a most.</summary>
    public int? Left => To is { } most ? Math.Max(0, most - Decided) : null;

    /// <summary>How many there would be too many if all that are on their way were decided.</summary>
    public int Surplus => To is { } most ? Math.Max(0, Decided + Open - most) : 0;

    public CommendationStanding Standing =>
        From is null && To is null ? CommendationStanding.NothingForeseen
        : Decided > To ? CommendationStanding.Beyond
        : Decided == To ? CommendationStanding.Full
        : Decided < From ? CommendationStanding.Below
        : CommendationStanding.Within;
}
