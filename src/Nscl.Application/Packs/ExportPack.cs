using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Packs;

namespace Nscl.Application.Packs;

/// <summary>The pack as it was imported, in its canonical form. Importing it again changes nothing.</summary>
public sealed record ExportPackQuery(string Key) : IQuery<PackExport>;

/// <param name="Json">Canonical text.</param>
/// <param name="Sha256">Over its UTF-8 bytes.</param>
public sealed record PackExport(string Key, string Json, string Sha256);

internal sealed class ExportPackHandler(INsclDb db) : IQueryHandler<ExportPackQuery, PackExport>
{
    public async ValueTask<PackExport> Handle(ExportPackQuery query, CancellationToken cancellationToken) =>
        await db.Set<InstalledPack>().AsNoTracking().Where(pack => pack.Key == query.Key)
            .Select(static pack => new PackExport(pack.Key, pack.Content, pack.Sha256))
            .FirstOrDefaultAsync(cancellationToken)
        ?? throw new NotFoundException("pack");
}
