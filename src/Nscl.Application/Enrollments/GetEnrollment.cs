using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;

namespace Nscl.Application.Enrollments;

public sealed record GetEnrollmentQuery(Guid EnrollmentId) : IQuery<Versioned<EnrollmentDetails>>;

internal sealed class GetEnrollmentHandler(INsclDb db, EnrollmentDescriber describer) : IQueryHandler<GetEnrollmentQuery, Versioned<EnrollmentDetails>>
{
    public async ValueTask<Versioned<EnrollmentDetails>> Handle(GetEnrollmentQuery query, CancellationToken cancellationToken)
    {
        var enrollment = await db.Enrollments.FirstOrDefaultAsync(row => row.Id == query.EnrollmentId, cancellationToken) ?? throw new NotFoundException("enrollment");
        return await describer.DescribeAsync(enrollment, cancellationToken);
    }
}
