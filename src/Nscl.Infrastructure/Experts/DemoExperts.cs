using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Domain.Common;
using Nscl.Domain.Experts;

namespace Nscl.Infrastructure.Experts;

/// <summary>A few experts whom nobody is, marked so; one of them is the demo's account of that role.</summary>
internal sealed class DemoExperts(INsclDb db, ICurrentUser current, IDemoCallers callers, IAccountDirectory accounts) : IDemoSeed
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);
    private static readonly TimeOnly OfficeHour = new(9, 0);

    public int Order => DemoSeedOrder.Experts;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var demo = Read();
        using var asOfficer = current.ActAs(await callers.FindAsync(demo.Officer, cancellationToken));
        if (await db.Experts.AnyAsync(cancellationToken))
        {
            return;
        }

        var userNames = demo.Experts.Select(static entry => entry.UserName).OfType<string>().ToList();
        var known = (await accounts.FindAsync(demo.Province, userNames, cancellationToken)).ToDictionary(static account => account.UserName, static account => account.Id, StringComparer.Ordinal);
        var enterprises = await db.Enterprises.Select(static row => new { row.TaxCode, row.Id }).ToDictionaryAsync(static row => row.TaxCode, static row => row.Id, cancellationToken);
        foreach (var entry in demo.Experts)
        {
            var expert = Expert.Register(demo.Province, entry.ToContent(entry.UserName is null ? null : new ExpertAccount(known[entry.UserName], entry.UserName)), ActOn(entry.RegisteredOn));
            expert.MarkIllustrative();
            foreach (var training in entry.Trainings)
            {
                expert.AddQualification(training, ActOn(training.EndsOn));
            }

            db.Experts.Add(expert);
            db.ExpertAssignments.AddRange(entry.Assignments.Where(row => enterprises.ContainsKey(row.TaxCode)).Select(row => Assigned(expert, enterprises[row.TaxCode], row)));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private ExpertAssignment Assigned(Expert expert, Guid enterpriseId, DemoAssignment row)
    {
        var assignment = ExpertAssignment.Assign(expert, enterpriseId, new ExpertAssignmentContent(row.Purpose, row.StartsOn, row.EndsOn, row.Note), ActOn(row.StartsOn));
        if (row.EndedOn is { } endedOn)
        {
            assignment.End(endedOn, row.ClosingNote ?? string.Empty, ActOn(endedOn));
        }

        return assignment;
    }

    private ExpertAct ActOn(DateOnly day) => new(current.User.Id, current.User.FullName, new DateTimeOffset(day, OfficeHour, Vietnam).ToUniversalTime(), day);

    private static DemoExpertRegister Read()
    {
        using var stream = typeof(DemoExperts).Assembly.GetManifestResourceStream("demo-experts.json")!;
        return JsonSerializer.Deserialize<DemoExpertRegister>(stream, DomainJson.Options)!;
    }
}

internal sealed record DemoExpertRegister(string Province, string Officer, IReadOnlyList<DemoExpert> Experts);

internal sealed record DemoExpert(
    DateOnly RegisteredOn,
    string FullName,
    ExpertSourceGroup SourceGroup,
    string AgencyName,
    IReadOnlyList<OutsideTraining> Trainings,
    IReadOnlyList<DemoAssignment> Assignments,
    string? Position = null,
    string? Phone = null,
    string? Email = null,
    string? AppointmentNumber = null,
    DateOnly? AppointedOn = null,
    string? UserName = null)
{
    public ExpertContent ToContent(ExpertAccount? account) => new(FullName, SourceGroup, AgencyName, Position, Phone, Email, AppointmentNumber, AppointedOn, account);
}

internal sealed record DemoAssignment(string TaxCode, string Purpose, DateOnly StartsOn, DateOnly? EndsOn = null, string? Note = null, DateOnly? EndedOn = null, string? ClosingNote = null);
