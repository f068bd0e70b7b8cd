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
    /// <summary>The program, and its policy in force that day.</summary>
    public static async Task<(SupportProgram Program, PolicyVersion Policy)> FindProgramAsync(this INsclDb db, string code, DateOnly asOf, CancellationToken cancellationToken)
    {
        var ofCode = db.Programs.Where(row => row.Code == code);
        var (programs, versions) = await db.ReadSharedAsync(
            ofCode,
            InForce(db, asOf).Where(version => ofCode.Any(row => row.Id == version.ProgramId)),
            cancellationToken);
        var program = programs is [var found, ..] ? found : throw new NotFoundException("program");
        return (program, Of(program, asOf, versions));
    }

    public static async Task<PolicyVersion> PolicyInForceAsync(this INsclDb db, SupportProgram program, DateOnly asOf, CancellationToken cancellationToken) =>
        Of(program, asOf, await db.ReadSharedAsync(InForce(db, asOf).Where(version => version.ProgramId == program.Id), cancellationToken));

    private static IQueryable<PolicyVersion> InForce(INsclDb db, DateOnly asOf) =>
        db.PolicyVersions.Where(version => version.EffectiveFrom <= asOf && (version.EffectiveTo == null || version.EffectiveTo >= asOf));

    private static PolicyVersion Of(SupportProgram program, DateOnly asOf, IReadOnlyList<PolicyVersion> versions) =>
        PolicyVersion.InForceOn(asOf, [.. versions.Where(version => version.ProgramId == program.Id)]) ?? throw SubsidyRules.NoPolicyInForce(program.Code, asOf);

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
