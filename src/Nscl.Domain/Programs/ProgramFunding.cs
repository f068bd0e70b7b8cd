using Nscl.Domain.Common;

namespace Nscl.Domain.Programs;

/// <summary>A source that the document names (S3.48).</summary>
/// <param name="Source">Code of the funding source.</param>
public sealed record FundingPart(string Source, string Text, string Clause, IReadOnlyList<string> Facts);

/// <summary>Total as printed, in figures and in words (S2.20).</summary>
/// <param name="SpellingProfile">Profile that reproduces the printed words.</param>
public sealed record BudgetTotal(
    Money Amount,
    int Year,
    string Words,
    string SpellingProfile,
    string BudgetHolder,
    string Clause,
    IReadOnlyList<string> Facts);

/// <summary>A step of the yearly budget procedure (S3.49).</summary>
public sealed record BudgetProcedureStep(
    string Code,
    string NameVi,
    string NameEn,
    string Clause,
    IReadOnlyList<string> Facts,
    string? Agency = null);

/// <summary>An annex that the document mentions (S2.19).</summary>
public sealed record BudgetAnnex(string Text, IReadOnlyList<string> NotStated, IReadOnlyList<string> Facts);

/// <summary>Money of the program.</summary>
public sealed record ProgramFunding(
    string Text,
    string Clause,
    IReadOnlyList<FundingPart> Sources,
    IReadOnlyList<BudgetProcedureStep> Procedure,
    IReadOnlyList<string> Facts,
    BudgetTotal? BudgetTotal = null,
    string? DisplayText = null,
    BudgetAnnex? Annex = null,
    IReadOnlyList<string>? NotStated = null);
