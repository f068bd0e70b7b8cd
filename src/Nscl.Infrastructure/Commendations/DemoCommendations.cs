using System.Text.Json;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Commendations;
using Nscl.Application.Common;
using Nscl.Domain.Common;
using Nscl.Infrastructure.Enrollments;

namespace Nscl.Infrastructure.Commendations;

/// <summary>
/// A few proposals of collectives and persons whom nobody is, marked so: one commended in 2022, one before the decision, one that waits for its meeting.
/// The five to ten of the plan period (S3.20) is the programme's own target.
/// </summary>
internal sealed class DemoCommendations(ISender sender, INsclDb db, ICurrentUser current, IDemoCallers callers) : IDemoSeed
{
    public int Order => DemoSeedOrder.Commendations;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var demo = Read();
        var (officer, director) = (await callers.FindAsync(demo.Officer, cancellationToken), await callers.FindAsync(demo.Director, cancellationToken));
        using var asOfficer = current.ActAs(officer);
        var programId = await db.Programs.Where(program => program.Code == demo.Program).Select(static program => (Guid?)program.Id).FirstOrDefaultAsync(cancellationToken);
        if (programId is null || await db.CommendationProposals.AnyAsync(cancellationToken))
        {
            return;
        }

        foreach (var entry in demo.Proposals)
        {
            var proposal = await sender.Send(new ProposeCommendationCommand(new ProposeCommendationRequest(programId.Value, entry.Proposal, demo.Year)), cancellationToken);
            await AttachAsync(proposal, "achievementReport", cancellationToken);
            if (entry.Review is { } review)
            {
                proposal = await AttachAsync(proposal, "minutes", cancellationToken);
                proposal = await sender.Send(new ReviewCommendationCommand(proposal.Value.Id, proposal.Version, review), cancellationToken);
            }

            if (entry.Decision is { } decision)
            {
                using (current.ActAs(director))
                {
                    proposal = await sender.Send(new SubmitCommendationCommand(proposal.Value.Id, proposal.Version), cancellationToken);
                }

                await sender.Send(new RecordCommendationDecisionCommand(proposal.Value.Id, proposal.Version, decision), cancellationToken);
            }
        }
    }

    private async Task<Versioned<CommendationDetails>> AttachAsync(Versioned<CommendationDetails> proposal, string kind, CancellationToken cancellationToken)
    {
        using var paper = DemoPaper.Write(kind, proposal.Value.Name);
        return await sender.Send(new AttachCommendationDocumentCommand(proposal.Value.Id, kind, DemoPaper.FileName(kind), paper), cancellationToken);
    }

    private static DemoCommendation Read()
    {
        using var stream = typeof(DemoCommendations).Assembly.GetManifestResourceStream("demo-commendations.json")!;
        return JsonSerializer.Deserialize<DemoCommendation>(stream, DomainJson.Options)!;
    }

    private sealed record DemoCommendation(string Officer, string Director, string Program, int Year, IReadOnlyList<DemoProposal> Proposals);

    private sealed record DemoProposal(CommendationInput Proposal, ReviewCommendationRequest? Review = null, RecordCommendationDecisionRequest? Decision = null);
}
