using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.ReferenceData;
using Nscl.Domain.Awards;
using Nscl.Domain.Common;
using Nscl.Domain.ReferenceData;

namespace Nscl.Application.Awards;

/// <summary>The regimes of the award as the reference data has them.</summary>
internal static class AwardRegimes
{
    /// <summary>An entry also says where it comes from; a regime does not need that.</summary>
    private static readonly JsonSerializerOptions Reading = new(DomainJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    public static async Task<IReadOnlyList<AwardRegime>> ReadAsync(INsclDb db, CancellationToken cancellationToken)
    {
        var items = await db.Set<ReferenceItem>().AsNoTracking().Where(static item => item.List == ReferenceLists.AwardRegimes).OrderBy(static item => item.Position).ToListAsync(cancellationToken);
        return items.ConvertAll(RegimeOf);
    }

    private static AwardRegime RegimeOf(ReferenceItem item)
    {
        var entry = JsonNode.Parse(item.Content)!.AsObject();
        (entry["code"], entry["nameVi"], entry["nameEn"]) = (item.Code, item.NameVi, item.NameEn);
        return entry.Deserialize<AwardRegime>(Reading)!;
    }
}
