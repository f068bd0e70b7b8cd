using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Training;

public sealed record GetOwnRegistrationQuery(string Secret) : IQuery<Versioned<OwnRegistration>>;

internal sealed class GetOwnRegistrationHandler(OwnRegistrationDescriber describer) : IQueryHandler<GetOwnRegistrationQuery, Versioned<OwnRegistration>>
{
    public async ValueTask<Versioned<OwnRegistration>> Handle(GetOwnRegistrationQuery query, CancellationToken cancellationToken) =>
        await describer.DescribeAsync(await describer.FindAsync(query.Secret, cancellationToken), cancellationToken);
}
