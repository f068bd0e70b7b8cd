using System.Text.Json;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.ReferenceData;
using Nscl.Domain.ReferenceData;

namespace Nscl.Application.Programs;

public sealed record GetProgramQuery(Guid ProgramId) : IQuery<ProgramDetails>;

internal sealed class GetProgramHandler(INsclDb db, IBusinessClock clock) : IQueryHandler<GetProgramQuery, ProgramDetails>
{
    public async ValueTask<ProgramDetails> Handle(GetProgramQuery query, CancellationToken cancellationToken)
    {
        var program = await db.Programs.AsNoTracking().FirstOrDefaultAsync(row => row.Id == query.ProgramId, cancellationToken) ?? throw new NotFoundException("program");
        var versions = await db.PolicyVersions.AsNoTracking().Where(version => version.ProgramId == program.Id).ToListAsync(cancellationToken);
        var sectors = await db.Set<ReferenceItem>().AsNoTracking()
            .Where(item => item.List == ReferenceLists.PrioritySectors && (item.ProvinceCode == program.Province || item.ProvinceCode == null))
            .Select(static item => new { item.Code, item.Content }).ToListAsync(cancellationToken);
        var criteria = sectors.Where(static item => KindOf(item.Content) == "criterion").Select(static item => item.Code).ToHashSet(StringComparer.Ordinal);
        return ProgramDescribing.Describe(program, versions, await NameBook.OpenAsync(db, program.Province, cancellationToken), criteria, clock.Today);
    }

    private static string? KindOf(string content)
    {
        using var document = JsonDocument.Parse(content);
        return document.RootElement.TryGetProperty("kind", out var kind) ? kind.GetString() : null;
    }
}
