using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Common;
using Nscl.Domain.Enterprises;
using Nscl.Domain.Policies;
using Nscl.Domain.Programs;
using Nscl.Domain.Subsidies;

namespace Nscl.Application.Subsidies;

/// <summary>Reads what a calculation needs to know besides the dossier: the program's terms, the version in force, what is held already.</summary>
internal static class SubsidyFactsReading
{
    public static async Task<SupportProgram> FindProgramAsync(this INsclDb db, string code, CancellationToken cancellationToken) =>
        await db.ReadSharedAsync(db.Programs.Where(program => program.Code == code), cancellationToken) is [var program, ..] ? program : throw new NotFoundException("program");

    public static async Task<PolicyVersion> PolicyInForceAsync(this INsclDb db, SupportProgram program, DateOnly asOf, CancellationToken cancellationToken)
    {
        var versions = await db.ReadSharedAsync(
            db.PolicyVersions.Where(version => version.ProgramId == program.Id && version.EffectiveFrom <= asOf && (version.EffectiveTo == null || version.EffectiveTo >= asOf)),
            cancellationToken);
        return PolicyVersion.InForceOn(asOf, versions) ?? throw SubsidyRules.NoPolicyInForce(program.Code, asOf);
    }

    public static EligibilityFacts TermsOf(SupportProgram program)
    {
        var terms = program.Content.Eligibility;
        return new EligibilityFacts(terms.SmeOnly, program.ShortTitle, terms.Clause, terms.DisplayText ?? terms.Text);
    }

    public static EnterpriseFacts StandingOf(Enterprise enterprise, DateOnly asOf) =>
        EnterpriseFacts.Of(enterprise.Id, enterprise.ClassifySize(asOf)?.SizeClass);

    /// <param name="except">The dossier that is being calculated: it does not compete with itself.</param>
    public static async Task<HeldFacts> HeldAsync(this INsclDb db, Guid enterpriseId, SupportProgram program, PolicyVersion policy, int year, Guid? except, CancellationToken cancellationToken)
    {
        var ofEnterprise = await db.SubsidyHoldings.AsNoTracking()
            .Where(holding => holding.EnterpriseId == enterpriseId && holding.ProgramId == program.Id)
            .ToListAsync(cancellationToken);
        var ofProgram = Money.Zero;
        if (policy.Rules.ProgramCap is not null)
        {
            var amounts = await db.SubsidyHoldings.AsNoTracking()
                .Where(holding => holding.ProgramId == program.Id && holding.State != HoldingState.Released && holding.EnrollmentId != except)
                .Select(static holding => holding.Amount).ToListAsync(cancellationToken);
            ofProgram = Money.Sum(amounts);
        }

        return SubsidyHolding.Held(ofEnterprise, ofProgram, year, except);
    }
}
