using System.Text.Json;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Awards;
using Nscl.Application.Common;
using Nscl.Domain.Awards;
using Nscl.Domain.Common;

namespace Nscl.Infrastructure.Awards;

/// <summary>
/// The three winners of 2018 whom Tây Ninh supported in 2019 – how much is in no document at hand, and so not here (S2.17) –, and the season of 2022 in
/// Kon Tum, open with nobody in it yet: in the end nobody took part (S4.18). The names of the winners and the last days of the season are invented and say so.
/// </summary>
internal sealed class DemoAwards(ISender sender, INsclDb db, ICurrentUser current, IDemoCallers callers) : IDemoSeed
{
    public int Order => DemoSeedOrder.Awards;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var demo = Read();
        await SeedWinnersAsync(demo.Winners, cancellationToken);
        await SeedSeasonAsync(demo.Season, cancellationToken);
    }

    private async Task SeedWinnersAsync(DemoWinners demo, CancellationToken cancellationToken)
    {
        using var asOfficer = current.ActAs(await callers.FindAsync(demo.Officer, cancellationToken));
        if (await ProgramAsync(demo.Program, cancellationToken) is not { } programId || await db.AwardWins.AnyAsync(cancellationToken))
        {
            return;
        }

        var taxCodes = demo.Levels.Keys.ToList();
        var enterprises = await db.Enterprises.Where(row => taxCodes.Contains(row.TaxCode)).OrderBy(static row => row.TaxCode).Select(static row => new { row.Id, row.TaxCode }).ToListAsync(cancellationToken);
        foreach (var enterprise in enterprises)
        {
            var win = await sender.Send(new RecordPastAwardWinCommand(new RecordPastAwardWinRequest(enterprise.Id, demo.Year, demo.Levels[enterprise.TaxCode], demo.Source)), cancellationToken);
            win = await sender.Send(new EntitleAwardWinCommand(win.Value.Id, win.Version, new EntitleAwardWinRequest(programId, demo.BudgetYear)), cancellationToken);
            await sender.Send(new PublishAwardWinCommand(win.Value.Id, win.Version), cancellationToken);
        }
    }

    private async Task SeedSeasonAsync(DemoSeason demo, CancellationToken cancellationToken)
    {
        using var asOfficer = current.ActAs(await callers.FindAsync(demo.Officer, cancellationToken));
        if (await ProgramAsync(demo.Program, cancellationToken) is not { } programId || await db.AwardSeasons.AnyAsync(cancellationToken))
        {
            return;
        }

        var season = await sender.Send(
            new CreateAwardSeasonCommand(new AwardSeasonInput(demo.Year, demo.Title, ProgramId: programId, ReentryYears: demo.ReentryYears, ReentrySource: demo.ReentrySource, Deadlines: demo.Deadlines)),
            cancellationToken);
        await sender.Send(new OpenAwardSeasonCommand(season.Value.Id, season.Version), cancellationToken);
    }

    private Task<Guid?> ProgramAsync(string code, CancellationToken cancellationToken) =>
        db.Programs.Where(program => program.Code == code).Select(static program => (Guid?)program.Id).FirstOrDefaultAsync(cancellationToken);

    private static DemoAward Read()
    {
        using var stream = typeof(DemoAwards).Assembly.GetManifestResourceStream("demo-awards.json")!;
        return JsonSerializer.Deserialize<DemoAward>(stream, DomainJson.Options)!;
    }

    private sealed record DemoAward(DemoWinners Winners, DemoSeason Season);

    /// <param name="Levels">By tax code.</param>
    private sealed record DemoWinners(string Officer, string Program, int Year, int BudgetYear, string Source, IReadOnlyDictionary<string, AwardLevel> Levels);

    private sealed record DemoSeason(string Officer, string Program, int Year, string Title, int ReentryYears, string ReentrySource, IReadOnlyList<AwardDeadlineEntry> Deadlines);
}
