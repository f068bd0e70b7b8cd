using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nscl.Infrastructure.Calendar;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Api.Platform;

/// <summary>
/// Sets the business clock at start. In Development it begins at 2022-10-03 08:00 in Vietnam, runs on and is kept with the data
/// (api.md §3); <c>Nscl:BusinessDate</c> moves it to a date or back to <c>real</c>. Production has no such switch. It comes before every
/// other start: what runs by itself would otherwise read the real date and end dossiers whose deadlines lie years ahead.
/// </summary>
internal sealed class BusinessClockStart(IServiceScopeFactory scopes, BusinessClock business, TimeProvider clock, IHostEnvironment environment, IConfiguration configuration) : IHostedLifecycleService
{
    private const string Setting = "Nscl:BusinessDate";
    private static readonly DateTimeOffset DemoStart = new(2022, 10, 3, 8, 0, 0, TimeSpan.FromHours(7));

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var wanted = configuration[Setting];
        if (!environment.IsDevelopment())
        {
            if (!string.IsNullOrEmpty(wanted))
            {
                throw new InvalidOperationException($"{Setting} exists in Development only; here the business date is real.");
            }

            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NsclDbContext>();
        var kept = await db.Set<BusinessClockSetting>().SingleOrDefaultAsync(cancellationToken);
        var offset = Offset(wanted, kept?.OffsetSeconds);
        business.Shift(offset);
        if (kept?.OffsetSeconds == offset)
        {
            return;
        }

        if (kept is null)
        {
            db.Add(new BusinessClockSetting { OffsetSeconds = offset });
        }
        else
        {
            kept.OffsetSeconds = offset;
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private long Offset(string? wanted, long? kept)
    {
        if (string.IsNullOrEmpty(wanted))
        {
            return kept ?? SecondsTo(DemoStart);
        }

        if (wanted == "real")
        {
            return 0;
        }

        var date = DateOnly.ParseExact(wanted, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return SecondsTo(new DateTimeOffset(date, new TimeOnly(8, 0), TimeSpan.FromHours(7)));
    }

    private long SecondsTo(DateTimeOffset instant) => (long)(instant - clock.GetUtcNow()).TotalSeconds;
}
