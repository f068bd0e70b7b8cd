using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AutoMapper;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Files;
using Nscl.Domain.Enterprises;

namespace Nscl.Application.Enterprises;

/// <summary>
/// The list with its filters as a workbook, row by row. A command: that personal data left the system goes into the audit trail.
/// </summary>
/// <param name="Reader">Language of headings and words.</param>
public sealed record ExportEnterprisesCommand(EnterpriseFilter Filter, CultureInfo Reader) : ICommand<DownloadedFile>;

internal sealed class ExportEnterprisesValidator : AbstractValidator<ExportEnterprisesCommand>
{
    public ExportEnterprisesValidator() => RuleFor(static command => command.Filter).SetValidator(new EnterpriseFilterValidator());
}

/// <summary>One row of the export.</summary>
internal sealed record EnterpriseExportRow(
    Guid Id,
    string TaxCode,
    string? TaxCodeOverrideReason,
    string Name,
    OrganizationType OrganizationType,
    string DistrictCode,
    string SectorCode,
    string? Address,
    string? LegalRepresentative,
    string? Phone,
    string? Email,
    DateOnly? EstablishedOn,
    EnterpriseFacts? DeclaredFacts)
{
    internal sealed class Map : Profile
    {
        public Map() => CreateProjection<Enterprise, EnterpriseExportRow>();
    }
}

internal sealed class ExportEnterprisesHandler(INsclDb db, EnterpriseReading reading, ISpreadsheets spreadsheets, IMapper mapper, ICurrentUser current, IBusinessClock clock)
    : ICommandHandler<ExportEnterprisesCommand, DownloadedFile>
{
    private int _written;

    public async ValueTask<DownloadedFile> Handle(ExportEnterprisesCommand command, CancellationToken cancellationToken)
    {
        var references = await EnterpriseReferences.ReadAllAsync(db, current.User, clock.Today, cancellationToken);
        var rows = db.Filtered(command.Filter, current.User, clock.Today)
            .OrderBy(static row => row.Name).ThenBy(static row => row.Id)
            .Select(Projection.Of<Enterprise, EnterpriseExportRow>(mapper))
            .AsAsyncEnumerable();
        var content = await spreadsheets.WriteAsync(EnterpriseSheet.Export(command.Reader), Values(rows, references, command.Reader, cancellationToken), cancellationToken);
        db.Record("EnterpriseExport", Guid.CreateVersion7(), current.User.Province, Describe(command.Filter));
        await db.SaveChangesAsync(cancellationToken);
        return new DownloadedFile(EnterpriseSheet.ExportName(clock.Today, command.Reader), EnterpriseSheet.MediaType, content);
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> Values(
        IAsyncEnumerable<EnterpriseExportRow> rows,
        EnterpriseReferences references,
        CultureInfo reader,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            _written++;
            var facts = row.DeclaredFacts;
            yield return
            [
                reading.Shown(row.Id, row.TaxCode),
                row.TaxCodeOverrideReason,
                row.Name,
                EnterpriseSheet.Word("organizationType", EnterpriseSheet.CodeOf(row.OrganizationType), reader),
                references.DistrictLabel(row.DistrictCode, reader),
                row.SectorCode == EnterpriseReferences.OtherSector ? EnterpriseSheet.Word("sector", row.SectorCode, reader) : references.SectorLabel(row.SectorCode, reader),
                row.Address,
                row.LegalRepresentative,
                row.Phone,
                row.Email,
                row.EstablishedOn,
                facts is null ? null : EnterpriseSheet.Word("field", EnterpriseSheet.CodeOf(facts.Field), reader),
                facts?.Year,
                (long?)facts?.InsuredEmployees,
                facts?.AnnualRevenue?.Dong,
                facts?.TotalCapital?.Dong,
                reading.SizeOf(row.OrganizationType, facts)?.SizeClass is { } size ? EnterpriseSheet.Word("sizeClass", EnterpriseSheet.CodeOf(size), reader) : null,
            ];
        }
    }

    /// <summary>How much went out, and by which filters; a searched text may be a person's and stays out.</summary>
    private string Describe(EnterpriseFilter filter) => JsonSerializer.Serialize(new
    {
        kind = "exported",
        properties = new SortedDictionary<string, string?[]>(StringComparer.Ordinal)
        {
            ["rows"] = [null, _written.ToString(CultureInfo.InvariantCulture)],
            ["searched"] = [null, filter.Q is null ? "false" : "true"],
            ["districtCode"] = [null, filter.DistrictCode],
            ["sectorCode"] = [null, filter.SectorCode],
        },
        children = new SortedDictionary<string, int[]>(StringComparer.Ordinal),
    });
}
