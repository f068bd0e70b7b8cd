using System.Globalization;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.ReferenceData;
using Nscl.Domain.Policies;

namespace Nscl.Application.Policies;

/// <summary>The versions of a program's policy, each with its items: they are few and read together.</summary>
public sealed record ListPolicyVersionsQuery(Guid ProgramId, PageRequest Page) : IQuery<Page<PolicyVersionDetails>>;

internal sealed class ListPolicyVersionsValidator : AbstractValidator<ListPolicyVersionsQuery>
{
    public ListPolicyVersionsValidator() => this.RulesForPaging(static query => query.Page);
}

internal sealed class ListPolicyVersionsHandler(INsclDb db, ICursorCodec cursors, IBusinessClock clock) : IQueryHandler<ListPolicyVersionsQuery, Page<PolicyVersionDetails>>
{
    private static readonly Keyset<PolicyVersion> Sorts = new Keyset<PolicyVersion>(static version => version.Id, "-version")
        .By("version", static version => version.Version, static text => int.Parse(text, CultureInfo.InvariantCulture));

    public async ValueTask<Page<PolicyVersionDetails>> Handle(ListPolicyVersionsQuery query, CancellationToken cancellationToken)
    {
        var province = await db.Programs.Where(program => program.Id == query.ProgramId).Select(static program => program.Province).FirstOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("program");
        var page = await Sorts.PageAsync(
            db.PolicyVersions.AsNoTracking().Where(version => version.ProgramId == query.ProgramId), query.Page, query.ProgramId.ToString(), cursors, static version => version, cancellationToken);
        var names = await NameBook.OpenAsync(db, province, cancellationToken);
        return new Page<PolicyVersionDetails>([.. page.Items.Select(version => PolicyDescribing.Describe(version, names, clock.Today))], page.NextCursor, page.Count);
    }
}
