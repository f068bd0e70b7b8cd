namespace Nscl.Application.Common;

/// <summary>
/// One step of the demo data (api.md §3). Development only; the steps run in the order of <see cref="Order"/>, and a step that has
/// been run before changes nothing.
/// </summary>
public interface IDemoSeed
{
    /// <summary>One of <see cref="DemoSeedOrder"/>.</summary>
    int Order { get; }

    Task SeedAsync(CancellationToken cancellationToken);
}

/// <summary>What builds on what: accounts act, packs describe, enterprises apply, representatives act for enterprises, dossiers run, courses are held, experts are sent, awards are won, enterprises are surveyed, those who did well are commended.</summary>
public static class DemoSeedOrder
{
    public const int Accounts = 100;
    public const int Packs = 200;
    public const int Enterprises = 300;
    public const int Representatives = 400;
    public const int Enrollments = 500;
    public const int Courses = 600;
    public const int Experts = 700;
    public const int Awards = 800;
    public const int Outreach = 900;
    public const int Commendations = 1000;
}

/// <summary>The demo accounts as callers, so that demo data comes about through the same use cases as real data.</summary>
public interface IDemoCallers
{
    /// <exception cref="InvalidOperationException">There is no such account.</exception>
    Task<CurrentUser> FindAsync(string userName, CancellationToken cancellationToken);
}
