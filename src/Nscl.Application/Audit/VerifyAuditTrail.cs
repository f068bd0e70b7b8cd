using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Audit;

namespace Nscl.Application.Audit;

/// <param name="Province">One of the caller's provinces; the caller's own when left out.</param>
public sealed record VerifyAuditTrailRequest(string? Province);

/// <summary>What a walk over a province's chain from its first link found.</summary>
/// <param name="Intact">True exactly when there is no finding.</param>
/// <param name="SealedCount">Links of the chain.</param>
/// <param name="UnsealedCount">Entries that wait for the sealer; it comes round several times a second.</param>
/// <param name="Head">The last link; absent for an empty chain.</param>
/// <param name="Anchor">The highest head that was written down outside the database.</param>
/// <param name="Findings">At most a hundred.</param>
public sealed record AuditVerification(
    string Province,
    bool Intact,
    long SealedCount,
    long UnsealedCount,
    AuditHeadDetails? Head,
    AuditHeadDetails? Anchor,
    IReadOnlyList<AuditFinding> Findings);

/// <param name="Hash">SHA-256, 64 hexadecimal digits.</param>
public sealed record AuditHeadDetails(long Count, string Hash);

public sealed record VerifyAuditTrailQuery(VerifyAuditTrailRequest Body) : IQuery<AuditVerification>;

internal sealed class VerifyAuditTrailValidator : AbstractValidator<VerifyAuditTrailQuery>
{
    public VerifyAuditTrailValidator() => RuleFor(static query => query.Body.Province).MaximumLength(32);
}

internal sealed class VerifyAuditTrailHandler(IAuditTrail trail, ICurrentUser current) : IQueryHandler<VerifyAuditTrailQuery, AuditVerification>
{
    public async ValueTask<AuditVerification> Handle(VerifyAuditTrailQuery query, CancellationToken cancellationToken)
    {
        var user = current.User;
        var province = query.Body.Province ?? user.Province;
        return user.Provinces.Contains(province, StringComparer.Ordinal)
            ? await trail.VerifyAsync(province, cancellationToken)
            : throw new NotFoundException("province");
    }
}

/// <summary>The chain of a province as it is stored, and the head that is kept outside the database.</summary>
public interface IAuditTrail
{
    Task<AuditVerification> VerifyAsync(string province, CancellationToken cancellationToken);
}
