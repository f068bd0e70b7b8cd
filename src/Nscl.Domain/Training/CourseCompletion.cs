namespace Nscl.Domain.Training;

/// <summary>Whether somebody completed a course, and why not.</summary>
public enum CompletionOutcome
{
    Completed,

    /// <summary>Was at fewer sessions than the course asks for.</summary>
    TooFewSessions,

    /// <summary>No session has its attendance recorded: nobody can say.</summary>
    NothingRecorded,
}

/// <summary>What somebody attended of a course. Only sessions with recorded attendance count as held.</summary>
/// <param name="Attended">Sessions at which the person was.</param>
/// <param name="Held">Sessions whose attendance is recorded.</param>
public sealed record CourseCompletion(int Attended, int Held, CompletionOutcome Outcome)
{
    /// <summary>Four sessions of five, where the course says nothing else; in hundredths of a percent.</summary>
    public const int DefaultMinimum = 8_000;

    public const int WholeShare = 10_000;

    /// <param name="minimum">Share of the held sessions, in hundredths of a percent.</param>
    public static CourseCompletion Of(int attended, int held, int minimum) => new(
        attended,
        held,
        held == 0 ? CompletionOutcome.NothingRecorded
            : (long)attended * WholeShare >= (long)held * minimum ? CompletionOutcome.Completed
            : CompletionOutcome.TooFewSessions);
}
