using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Agencies;
using Nscl.Domain.Programs;

namespace Nscl.Application.Programs;

public sealed record GetProgramQuery(Guid ProgramId) : IQuery<Versioned<ProgramDetails>>;

/// <summary>A program with everything its document says.</summary>
/// <param name="Code">For example <c>KT2021</c>.</param>
/// <param name="Content">The document as data; what it does not state is null and listed in <c>notStated</c>.</param>
/// <param name="Agencies">Names of the agencies that the content refers to by code.</param>
public sealed record ProgramDetails(
    Guid Id,
    string Code,
    string Title,
    string ShortTitle,
    string TitleEn,
    string Province,
    ProgramKind Kind,
    ProgramStatus Status,
    DateOnly PeriodFrom,
    DateOnly PeriodTo,
    ProgramContent Content,
    IReadOnlyList<ProgramAgency> Agencies);

public sealed record ProgramAgency(string Code, string Name, string NameEn);

internal sealed class GetProgramHandler(INsclDb db) : IQueryHandler<GetProgramQuery, Versioned<ProgramDetails>>
{
    public async ValueTask<Versioned<ProgramDetails>> Handle(GetProgramQuery query, CancellationToken cancellationToken)
    {
        var program = await db.Programs.FirstOrDefaultAsync(row => row.Id == query.ProgramId, cancellationToken) ?? throw new NotFoundException("program");
        var codes = AgencyCodesOf(program.Content);
        // The province's own agency comes before a national one of the same code.
        var agencies = await db.Set<Agency>().AsNoTracking()
            .Where(agency => codes.Contains(agency.Code) && (agency.ProvinceCode == program.Province || agency.ProvinceCode == null))
            .ToListAsync(cancellationToken);
        var names = agencies.GroupBy(static agency => agency.Code, StringComparer.Ordinal)
            .Select(static group => group.OrderBy(static agency => agency.ProvinceCode is null).First())
            .Select(static agency => new ProgramAgency(agency.Code, agency.NameVi, agency.NameEn));
        return new Versioned<ProgramDetails>(
            new ProgramDetails(
                program.Id,
                program.Code,
                program.Title,
                program.ShortTitle,
                program.TitleEn,
                program.Province,
                program.Kind,
                program.Status,
                program.PeriodFrom,
                program.PeriodTo,
                program.Content,
                [.. names]),
            db.VersionOf(program));
    }

    private static HashSet<string> AgencyCodesOf(ProgramContent content) =>
    [
        content.LeadAgency,
        content.Decision.Issuer,
        .. content.Tasks.Select(static task => task.LeadAgency),
        .. content.Tasks.SelectMany(static task => task.Coordinators),
        .. content.Duties.SelectMany(static duty => duty.Agencies),
        .. content.ReportObligations.Select(static report => report.Issuer),
        .. content.ReportObligations.SelectMany(static report => report.Recipients),
        .. content.Recipients.SelectMany(static recipient => recipient.Agencies),
    ];
}
