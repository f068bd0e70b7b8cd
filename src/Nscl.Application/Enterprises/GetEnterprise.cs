using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Enterprises;

public sealed record GetEnterpriseQuery(Guid EnterpriseId) : IQuery<Versioned<EnterpriseDetails>>;

internal sealed class GetEnterpriseHandler(EnterpriseReading reading) : IQueryHandler<GetEnterpriseQuery, Versioned<EnterpriseDetails>>
{
    public async ValueTask<Versioned<EnterpriseDetails>> Handle(GetEnterpriseQuery query, CancellationToken cancellationToken) =>
        await reading.DetailsAsync(query.EnterpriseId, cancellationToken);
}
