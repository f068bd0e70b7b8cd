using System.Globalization;
using Nscl.Domain.Calendar;
using Nscl.Domain.Common;

namespace Nscl.Domain.Programs;

/// <summary>
/// A provincial program or annual plan: what its document says, as data. No program is hard-coded; content arrives from a pack
/// and is replaced by a later import of it. Support policies are versions of their own (<see cref="Policies.PolicyVersion"/>).
/// </summary>
public sealed class SupportProgram : AggregateRoot
{
    private SupportProgram(string province, ProgramContent content)
        : base(province)
    {
        Code = content.Code;
        Content = content;
        Take(content);
    }

    /// <summary>For the object mapper only.</summary>
    private SupportProgram()
    {
        Code = string.Empty;
        Content = null!;
    }

    /// <summary>Unique in the system, e.g. <c>KT2021</c>; never changes.</summary>
    public string Code { get; private set; }

    public string Title { get; private set; } = string.Empty;

    public string ShortTitle { get; private set; } = string.Empty;

    public string TitleEn { get; private set; } = string.Empty;

    public ProgramKind Kind { get; private set; }

    public ProgramStatus Status { get; private set; }

    public DateOnly PeriodFrom { get; private set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly PeriodTo { get; private set; }

    /// <summary>Everything the document says; the columns above repeat what lists are filtered and sorted by.</summary>
    public ProgramContent Content { get; private set; }

    public DateRange Period => new(PeriodFrom, PeriodTo);

    /// <summary>Document kinds a dossier needs when it is handed in; what follows by the contract is not among them.</summary>
    public IReadOnlyList<string> DocumentsRequiredAtSubmission => Content.Submission?.RequiredDocuments ?? [];

    /// <exception cref="RuleViolationException">A code of <see cref="ProgramRules"/>.</exception>
    public static SupportProgram Create(string province, ProgramContent content)
    {
        Check(content);
        return new SupportProgram(province, content);
    }

    /// <summary>Takes over the content of a pack that is imported again.</summary>
    /// <returns>False when nothing changed.</returns>
    public bool ReplaceContent(ProgramContent content)
    {
        if (content.Code != Code)
        {
            throw ProgramRules.CodeChanged(Code, content.Code);
        }

        Check(content);
        if (DomainJson.Serialize(content) == DomainJson.Serialize(Content))
        {
            return false;
        }

        Take(content);
        return true;
    }

    private static void Check(ProgramContent content)
    {
        if (content.Period.To < content.Period.From)
        {
            throw ProgramRules.EndsBeforeItStarts("period");
        }

        CheckPhases(content);
        CheckTasks(content);
        CheckTargets(content);
        CheckReports(content);
        CheckClock(content);
    }

    private static void CheckClock(ProgramContent content)
    {
        foreach (var step in content.Clock?.Steps ?? [])
        {
            if (step.Unit != ClockUnit.WorkingDays)
            {
                throw ProgramRules.ClockNotInWorkingDays(DomainJson.NameOf(step.Code));
            }

            if (step.Days is < 1 or > WorkingDayCalendar.MaxWorkingDays)
            {
                throw ProgramRules.ClockOutOfRange(DomainJson.NameOf(step.Code), WorkingDayCalendar.MaxWorkingDays);
            }
        }
    }

    private static void CheckPhases(ProgramContent content)
    {
        RefuseTwice("phases", content.Phases.Select(static phase => phase.Code));
        foreach (var phase in content.Phases)
        {
            if (phase.To < phase.From)
            {
                throw ProgramRules.EndsBeforeItStarts(phase.Code);
            }

            if (phase.From < content.Period.From || phase.To > content.Period.To)
            {
                throw ProgramRules.PhaseOutsidePeriod(phase.Code);
            }
        }
    }

    private static void CheckTasks(ProgramContent content)
    {
        RefuseTwice("tasks", content.Tasks.Select(static task => task.Code));
        var parents = content.Tasks.ToDictionary(static task => task.Code, static task => task.Parent, StringComparer.Ordinal);
        foreach (var task in content.Tasks)
        {
            if (task.Coordinators.Contains(task.LeadAgency))
            {
                throw ProgramRules.LeadIsCoordinator(task.Code, task.LeadAgency);
            }

            // As many steps up as there are tasks without reaching the top means going round in a circle.
            var above = task.Parent;
            for (var steps = 0; above is not null; steps++)
            {
                if (!parents.TryGetValue(above, out var next))
                {
                    throw ProgramRules.UnknownReference("tasks", task.Code, above);
                }

                if (steps == parents.Count)
                {
                    throw ProgramRules.TaskInsideItself(task.Code);
                }

                above = next;
            }
        }
    }

    private static void CheckTargets(ProgramContent content)
    {
        RefuseTwice("targets", content.Targets.Select(static target => target.Code));
        foreach (var target in content.Targets)
        {
            if (target.Operator == TargetOperator.Range ? !(target.High > target.Low) : target.High is not null)
            {
                throw ProgramRules.RangeUnsound(target.Code);
            }

            RefuseUnknown("targets", target.Code, target.Task, content.Tasks.Select(static task => task.Code));
            RefuseUnknown("targets", target.Code, target.Phase, content.Phases.Select(static phase => phase.Code));
        }

        foreach (var task in content.Tasks)
        {
            foreach (var quota in task.Quotas ?? [])
            {
                RefuseUnknown("tasks", task.Code, quota.Target, content.Targets.Select(static target => target.Code));
            }
        }
    }

    private static void CheckReports(ProgramContent content)
    {
        RefuseTwice("reportObligations", content.ReportObligations.Select(static obligation => obligation.Code));
        foreach (var obligation in content.ReportObligations)
        {
            // A common year: the 29th of February is no day of every year.
            if (obligation.DueMonthDay is { } day
                && !DateOnly.TryParseExact($"2021-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                throw ProgramRules.DueDayUnknown(obligation.Code, day);
            }
        }
    }

    private static void RefuseTwice(string list, IEnumerable<string> codes)
    {
        if (codes.GroupBy(static code => code, StringComparer.Ordinal).FirstOrDefault(static group => group.Count() > 1) is { } twice)
        {
            throw ProgramRules.DuplicateCode(list, twice.Key);
        }
    }

    private static void RefuseUnknown(string list, string code, string? reference, IEnumerable<string> known)
    {
        if (reference is not null && !known.Contains(reference, StringComparer.Ordinal))
        {
            throw ProgramRules.UnknownReference(list, code, reference);
        }
    }

    private void Take(ProgramContent content)
    {
        Content = content;
        (Title, ShortTitle, TitleEn) = (content.Title, content.ShortTitle, content.TitleEn);
        (Kind, Status) = (content.Kind, content.Status);
        (PeriodFrom, PeriodTo) = (content.Period.From, content.Period.To);
    }
}
