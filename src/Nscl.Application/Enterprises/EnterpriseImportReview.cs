using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Files;
using Nscl.Application.Identity;
using Nscl.Domain.Enterprises;

namespace Nscl.Application.Enterprises;

/// <summary>A file of enterprises as it was sent.</summary>
public sealed record EnterpriseFile(string FileName, Stream Content);

/// <summary>What an import of a file would do, and everything that stands against it.</summary>
/// <param name="RowCount">Rows of data.</param>
/// <param name="NewCount">Rows whose tax code the register does not hold.</param>
/// <param name="AlreadyRegisteredCount">Rows whose tax code it holds: an import leaves them out and changes nothing of what is on record.</param>
/// <param name="FaultCount">One is enough to refuse the whole.</param>
/// <param name="Faults">At most <see cref="MaxFindings"/>.</param>
/// <param name="Warnings">A person should look; at most <see cref="MaxFindings"/>.</param>
public sealed record EnterpriseImportReport(
    int RowCount,
    int NewCount,
    int AlreadyRegisteredCount,
    int FaultCount,
    int WarningCount,
    IReadOnlyList<SheetFinding> Faults,
    IReadOnlyList<SheetFinding> Warnings)
{
    public const int MaxFindings = 1_000;
}

/// <param name="New">The enterprises to register; meaningless while there are faults.</param>
internal sealed record ReviewedImport(EnterpriseImportReport Report, IReadOnlyList<Enterprise> New);

/// <summary>
/// Reads a file of enterprises and finds everything that stands against it, without changing anything. The number of statements does
/// not depend on the number of rows.
/// </summary>
internal sealed class EnterpriseImportReview(INsclDb db, ISpreadsheets spreadsheets, ICurrentUser current, IBusinessClock clock)
{
    private static readonly SheetLimits Limits = new(MaxBytes: 10L * 1024 * 1024, MaxRows: EnterpriseSheet.MaxRows + 1, MaxCells: 200_000);

    public async Task<ReviewedImport> ReviewAsync(EnterpriseFile file, CancellationToken cancellationToken)
    {
        var table = spreadsheets.Read(file.Content, file.FileName, Limits, cancellationToken);
        if (table.Rows.Count == 0)
        {
            return Refused(new SheetFinding(0, null, null, null, "enterprise.importEmpty", SheetHeadings.Args()));
        }

        var (headings, faults) = SheetHeadings.Read(table.Rows[0], EnterpriseSheet.Columns);
        if (faults.Count > 0)
        {
            return Refused([.. faults]);
        }

        if (table.Rows.Count == 1)
        {
            return Refused(new SheetFinding(headings.Row, null, null, null, "enterprise.importEmpty", SheetHeadings.Args()));
        }

        var today = clock.Today;
        var references = await EnterpriseReferences.ReadAsync(db, current.User, today, cancellationToken);
        var rows = table.Rows.Skip(1).Select(row =>
        {
            var read = new EnterpriseRow(table, row, headings, references);
            return new ReadRow(read, read.Read(today), today);
        }).ToList();
        RefuseDoubles(rows);
        RequireOverrides(rows);

        var codes = rows.Select(static row => row.TaxCode).Distinct(StringComparer.Ordinal).ToList();
        var registered = (await db.Enterprises.Where(enterprise => codes.Contains(enterprise.TaxCode)).Select(static enterprise => enterprise.TaxCode).ToListAsync(cancellationToken))
            .ToHashSet(StringComparer.Ordinal);
        var fresh = rows.Where(row => !registered.Contains(row.TaxCode)).ToList();
        List<SheetFinding> warnings =
        [
            .. rows.Where(row => registered.Contains(row.TaxCode)).Select(row => headings.At(row.Read.Number, "taxCode", "enterprise.importAlreadyRegistered")),
            .. await SimilarNamesAsync(fresh, headings, cancellationToken),
        ];
        var found = rows.SelectMany(static row => row.Read.Faults).ToList();
        return new ReviewedImport(
            new EnterpriseImportReport(
                rows.Count,
                fresh.Count,
                rows.Count - fresh.Count,
                found.Count,
                warnings.Count,
                [.. found.Take(EnterpriseImportReport.MaxFindings)],
                [.. warnings.OrderBy(static warning => warning.Row).Take(EnterpriseImportReport.MaxFindings)]),
            found.Count > 0 ? [] : fresh.ConvertAll(row => row.Register(current.User.Province, today)));
    }

    private static ReviewedImport Refused(params IReadOnlyList<SheetFinding> faults) => new(new EnterpriseImportReport(0, 0, 0, faults.Count, 0, faults, []), []);

    private static void RefuseDoubles(List<ReadRow> rows)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows.Where(static row => row.TaxCode.Length > 0))
        {
            if (!first.TryAdd(row.TaxCode, row.Read.Number))
            {
                row.Read.Add("taxCode", "enterprise.importTaxCodeRepeated", SheetHeadings.Args(("row", first[row.TaxCode])));
            }
        }
    }

    private void RequireOverrides(List<ReadRow> rows)
    {
        if (rows.Exists(static row => row.Input.TaxCodeOverrideReason is not null))
        {
            current.User.Require(Permissions.EnterprisesOverrideTaxCode);
        }
    }

    /// <summary>New rows that resemble an enterprise of the register, or another row by the same name without its legal form.</summary>
    private async Task<IReadOnlyList<SheetFinding>> SimilarNamesAsync(List<ReadRow> fresh, SheetHeadings headings, CancellationToken cancellationToken)
    {
        var named = fresh.Where(static row => row.Input.Name.Length > 0).ToList();
        if (named.Count == 0)
        {
            return [];
        }

        var matches = await db.LikestEnterprises([.. named.Select(static row => row.Input.Name)]).ToListAsync(cancellationToken);
        var ids = matches.Select(static match => match.Id).Distinct().ToList();
        var names = await db.Enterprises.Where(enterprise => ids.Contains(enterprise.Id)).ToDictionaryAsync(static enterprise => enterprise.Id, static enterprise => enterprise.Name, cancellationToken);
        var warnings = matches.ConvertAll(match => headings.At(named[match.Place].Read.Number, "name", "enterprise.importSimilarName", SheetHeadings.Args(("name", names[match.Id]), ("enterpriseId", match.Id))));
        foreach (var alike in named.GroupBy(static row => EnterpriseNames.ComparisonKey(row.Input.Name), StringComparer.Ordinal))
        {
            var first = alike.First();
            warnings.AddRange(alike.Skip(1).Select(row => headings.At(
                row.Read.Number,
                "name",
                "enterprise.importSimilarRow",
                SheetHeadings.Args(("row", first.Read.Number), ("name", first.Input.Name)))));
        }

        return warnings;
    }

    /// <param name="Input">As read; parts that could not be read hold placeholders, and the row has faults.</param>
    private sealed record ReadRow(EnterpriseRow Read, EnterpriseInput Input, DateOnly Today)
    {
        /// <summary>Normalised.</summary>
        public string TaxCode { get; } = Domain.Enterprises.TaxCode.Validate(Input.TaxCode, Today).Normalized;

        public Enterprise Register(string province, DateOnly today)
        {
            var enterprise = Enterprise.Register(province, Input.TaxCode, Input.TaxCodeOverrideReason, Input.Profile, today);
            Input.DeclareFor(enterprise, today);
            return enterprise;
        }
    }
}
