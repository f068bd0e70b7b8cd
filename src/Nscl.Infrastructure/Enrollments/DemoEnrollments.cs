using System.Text.Json;
using System.Text.Json.Serialization;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;
using Nscl.Domain.Enrollments;
using Nscl.Infrastructure.Calendar;

namespace Nscl.Infrastructure.Enrollments;

/// <summary>
/// Brings the demo's dossiers about through the same use cases as real ones, each in its own weeks of 2022: one ready draft, and one
/// of nearly every state, so that every screen has something real to show.
/// </summary>
internal sealed class DemoEnrollments(INsclDb db, ISender sender, ICurrentUser current, IDemoCallers callers, BusinessClock clock, TimeProvider time) : IDemoSeed
{
    private const string Program = "KT2021";
    private static readonly TimeOnly OfficeHour = new(9, 30);
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
    private const string Applicant = "applicant";

    /// <summary>Who hands in: enterprises with an account of the demo themselves, all others on paper through the officer.</summary>
    private static readonly Dictionary<string, string> Representatives = new(StringComparer.Ordinal) { ["6101990019"] = "enterprise", ["6101990026"] = "enterprise.coffee" };
    private static readonly string[] SubmissionPapers = ["D01", "D02", "D03", "D04", "D05", "D10"];

    public int Order => DemoSeedOrder.Enrollments;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var people = new Dictionary<string, CurrentUser>(StringComparer.Ordinal);
        foreach (var name in (string[])["officer", "officer2", "director", .. Representatives.Values])
        {
            people[name] = await callers.FindAsync(name, cancellationToken);
        }

        using (current.ActAs(people["officer"]))
        {
            if (!await db.Programs.AnyAsync(static program => program.Code == Program, cancellationToken) || await db.Enrollments.AnyAsync(cancellationToken))
            {
                return;
            }
        }

        var offset = clock.OffsetSeconds;
        try
        {
            foreach (var dossier in Read())
            {
                await RunAsync(dossier, people, cancellationToken);
            }
        }
        finally
        {
            clock.Shift(offset);
        }
    }

    private async Task RunAsync(DemoDossier demo, Dictionary<string, CurrentUser> people, CancellationToken cancellationToken)
    {
        var day = demo.StartOn;
        MoveTo(day);
        Versioned<EnrollmentDetails> dossier;
        var isOnPaper = !Representatives.TryGetValue(demo.EnterpriseTaxCode, out var representative);
        people[Applicant] = people[representative ?? "officer"];
        using (current.ActAs(people[Applicant]))
        {
            var enterpriseId = await db.Enterprises.Where(enterprise => enterprise.TaxCode == demo.EnterpriseTaxCode).Select(static enterprise => enterprise.Id).SingleAsync(cancellationToken);
            dossier = await sender.Send(
                new CreateEnrollmentCommand(new CreateEnrollmentRequest(
                    Program,
                    enterpriseId,
                    demo.SupportLines,
                    demo.Statement,
                    new DeclarationsInput(false, null, true),
                    isOnPaper ? EnrollmentChannel.Paper : EnrollmentChannel.Online)),
                cancellationToken);
            foreach (var kind in SubmissionPapers)
            {
                dossier = await AttachAsync(dossier, kind, cancellationToken);
            }
        }

        foreach (var step in Steps.PathTo(demo.Until))
        {
            day = NextWeekday(day.AddDays(step.DaysLater));
            MoveTo(day);
            using (current.ActAs(people[step.Actor]))
            {
                dossier = await step.Do(this, demo, dossier, day, cancellationToken);
            }
        }
    }

    private async Task<Versioned<EnrollmentDetails>> AttachAsync(Versioned<EnrollmentDetails> dossier, string kind, CancellationToken cancellationToken)
    {
        using var paper = DemoPaper.Write(kind, dossier.Value.EnterpriseName);
        await sender.Send(new AttachDocumentCommand(dossier.Value.Id, kind, DemoPaper.FileName(kind), paper, null), cancellationToken);
        return await sender.Send(new GetEnrollmentQuery(dossier.Value.Id), cancellationToken);
    }

    private async Task<Versioned<EnrollmentDetails>> ConcludeAsync(Versioned<EnrollmentDetails> dossier, DateOnly on, CouncilOutcome outcome, CancellationToken cancellationToken)
    {
        var withMinutes = await AttachAsync(dossier, EnrollmentDocument.MinutesKind, cancellationToken);
        var minutes = withMinutes.Value.Documents.Last(static document => document.Kind == EnrollmentDocument.MinutesKind);
        var confirmed = outcome == CouncilOutcome.NotApprove ? 0 : 1;
        return await sender.Send(
            new RecordCouncilConclusionCommand(withMinutes.Value.Id, withMinutes.Version, new RecordCouncilConclusionRequest(
                outcome,
                on,
                minutes.Id,
                [.. withMinutes.Value.SupportLines.Select(line => new CouncilLineInput(line.ItemCode, line.UnitKey, line.EligibleCost, confirmed))],
                null)),
            cancellationToken);
    }

    private void MoveTo(DateOnly day) =>
        clock.Shift((long)(new DateTimeOffset(day, OfficeHour, Vietnam) - time.GetUtcNow()).TotalSeconds);

    private static DateOnly NextWeekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    private static List<DemoDossier> Read()
    {
        using var stream = typeof(DemoEnrollments).Assembly.GetManifestResourceStream("demo-enrollments.json")!;
        return JsonSerializer.Deserialize<List<DemoDossier>>(stream, Reading)!;
    }

    private sealed record DemoDossier(
        string EnterpriseTaxCode,
        IReadOnlyList<SupportLineInput> SupportLines,
        string Until,
        DateOnly StartOn,
        string Statement,
        string? DecisionNumber = null);

    private sealed record Step(int DaysLater, string Actor, Func<DemoEnrollments, DemoDossier, Versioned<EnrollmentDetails>, DateOnly, CancellationToken, Task<Versioned<EnrollmentDetails>>> Do);

    /// <summary>The acts that lead to each state, with who does them and how many days later.</summary>
    private static class Steps
    {
        private static readonly Step Submit = new(0, Applicant, static (seed, _, dossier, _, stop) => seed.SendAsync(new SubmitEnrollmentCommand(dossier.Value.Id, dossier.Version, new SubmitEnrollmentRequest(null)), stop));
        private static readonly Step Check = new(2, "officer2", static (seed, _, dossier, _, stop) => seed.SendAsync(new StartCheckingCommand(dossier.Value.Id, dossier.Version), stop));
        private static readonly Step Accept = new(2, "officer2", static (seed, _, dossier, _, stop) => seed.SendAsync(new AcceptEnrollmentCommand(dossier.Value.Id, dossier.Version), stop));
        private static readonly Step Conclude = new(8, "officer2", static (seed, _, dossier, day, stop) => seed.ConcludeAsync(dossier, day, CouncilOutcome.Approve, stop));
        private static readonly Step ConcludeAgainst = new(8, "officer2", static (seed, _, dossier, day, stop) => seed.ConcludeAsync(dossier, day, CouncilOutcome.NotApprove, stop));
        private static readonly Step Propose = new(1, "officer2", static (seed, _, dossier, _, stop) => seed.SendAsync(new ProposeApprovalCommand(dossier.Value.Id, dossier.Version), stop));
        private static readonly Step Approve = new(2, "director", static (seed, demo, dossier, day, stop) => seed.SendAsync(new ApproveEnrollmentCommand(dossier.Value.Id, dossier.Version, new ApproveEnrollmentRequest(demo.DecisionNumber, day, null)), stop));
        private static readonly Step Publish = new(1, "director", static (seed, _, dossier, _, stop) => seed.SendAsync(new PublishDecisionCommand(dossier.Value.Id, dossier.Version), stop));
        private static readonly Step Reject = new(2, "director", static (seed, _, dossier, _, stop) => seed.SendAsync(new RejectEnrollmentCommand(dossier.Value.Id, dossier.Version, new ReasonRequest(DemoPaper.Reason("rejected"))), stop));
        private static readonly Step Supplement = new(2, "officer2", static (seed, _, dossier, day, stop) => seed.SendAsync(new RequestSupplementCommand(dossier.Value.Id, dossier.Version, new RequestSupplementRequest(DemoPaper.Reason("supplement"), day.AddDays(20), ["D05"])), stop));
        private static readonly Step Refuse = new(2, "officer2", static (seed, _, dossier, _, stop) => seed.SendAsync(new RefuseEnrollmentCommand(dossier.Value.Id, dossier.Version, new ReasonRequest(DemoPaper.Reason("refused"))), stop));
        private static readonly Step Withdraw = new(2, Applicant, static (seed, _, dossier, _, stop) => seed.SendAsync(new WithdrawEnrollmentCommand(dossier.Value.Id, dossier.Version, new ReasonRequest(DemoPaper.Reason("withdrawn"))), stop));

        public static IReadOnlyList<Step> PathTo(string until) => until switch
        {
            "draft" => [],
            "submitted" => [Submit],
            "checking" => [Submit, Check],
            "supplementRequired" => [Submit, Check, Supplement],
            "refused" => [Submit, Check, Refuse],
            "withdrawn" => [Submit, Withdraw],
            "valid" => [Submit, Check, Accept],
            "appraised" => [Submit, Check, Accept, Conclude],
            "pendingApproval" => [Submit, Check, Accept, Conclude, Propose],
            "rejected" => [Submit, Check, Accept, ConcludeAgainst, Reject, Publish],
            "approved" => [Submit, Check, Accept, Conclude, Propose, Approve],
            "published" => [Submit, Check, Accept, Conclude, Propose, Approve, Publish],
            _ => throw new InvalidOperationException($"No demo dossier ends in {until}."),
        };
    }

    private async Task<Versioned<EnrollmentDetails>> SendAsync(ICommand<Versioned<EnrollmentDetails>> command, CancellationToken cancellationToken) =>
        await sender.Send(command, cancellationToken);
}
