using Nscl.Domain.Common;

namespace Nscl.Domain.Programs;

/// <summary>Every reason a program can say no.</summary>
public static class ProgramRules
{
    public static RuleViolationException CodeChanged(string code, string other) => new(
        "program.codeChanged",
        "A program keeps its code.",
        new Dictionary<string, object?> { ["code"] = code, ["other"] = other });

    public static RuleViolationException EndsBeforeItStarts(string what) => new(
        "program.endsBeforeItStarts",
        "A period cannot end before it starts.",
        new Dictionary<string, object?> { ["what"] = what });

    public static RuleViolationException PhaseOutsidePeriod(string phase) => new(
        "program.phaseOutsidePeriod",
        "A phase lies within the period of its program.",
        new Dictionary<string, object?> { ["phase"] = phase });

    public static RuleViolationException DuplicateCode(string list, string code) => new(
        "program.duplicateCode",
        "The same code stands twice in one list of the program.",
        new Dictionary<string, object?> { ["list"] = list, ["code"] = code });

    public static RuleViolationException UnknownReference(string list, string code, string reference) => new(
        "program.unknownReference",
        "An entry of the program refers to one that is not there.",
        new Dictionary<string, object?> { ["list"] = list, ["code"] = code, ["reference"] = reference });

    public static RuleViolationException TaskInsideItself(string task) => new(
        "program.taskInsideItself",
        "A task cannot be part of itself.",
        new Dictionary<string, object?> { ["task"] = task });

    public static RuleViolationException LeadIsCoordinator(string task, string agency) => new(
        "program.leadIsCoordinator",
        "The agency that leads a task does not co-ordinate it too.",
        new Dictionary<string, object?> { ["task"] = task, ["agency"] = agency });

    public static RuleViolationException RangeUnsound(string target) => new(
        "program.rangeUnsound",
        "A range has an upper bound above its lower one, and nothing else has one.",
        new Dictionary<string, object?> { ["target"] = target });

    public static RuleViolationException DueDayUnknown(string obligation, string dueMonthDay) => new(
        "program.dueDayUnknown",
        "A due day is a month and a day of every year.",
        new Dictionary<string, object?> { ["obligation"] = obligation, ["dueMonthDay"] = dueMonthDay });

    public static RuleViolationException ClockOutOfRange(string step, int max) => new(
        "program.clockOutOfRange",
        "A time limit of a dossier lies between one working day and the largest number the calendar counts.",
        new Dictionary<string, object?> { ["step"] = step, ["max"] = max });

    public static RuleViolationException ClockNotInWorkingDays(string step) => new(
        "program.clockNotInWorkingDays",
        "Time limits of a dossier are counted in working days.",
        new Dictionary<string, object?> { ["step"] = step });
}
