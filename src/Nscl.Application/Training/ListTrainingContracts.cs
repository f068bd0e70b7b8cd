using System.Globalization;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>A contract of a course.</summary>
/// <param name="Value">Whole đồng.</param>
public sealed record TrainingContractListItem(Guid Id, string Number, DateOnly SignedOn, string ProviderName, Money Value, TrainingContractStatus Status);

public sealed record ListTrainingContractsQuery(Guid CourseId, PageRequest Page) : IQuery<Page<TrainingContractListItem>>;

internal sealed class ListTrainingContractsValidator : AbstractValidator<ListTrainingContractsQuery>
{
    public ListTrainingContractsValidator() => this.RulesForPaging(static query => query.Page);
}

internal sealed class ListTrainingContractsHandler(INsclDb db, ICursorCodec cursors) : IQueryHandler<ListTrainingContractsQuery, Page<TrainingContractListItem>>
{
    private static readonly Keyset<TrainingContract> Sorts = new Keyset<TrainingContract>(static row => row.Id, "-signedOn")
        .By("signedOn", static row => row.SignedOn, static text => DateOnly.Parse(text, CultureInfo.InvariantCulture));

    public async ValueTask<Page<TrainingContractListItem>> Handle(ListTrainingContractsQuery query, CancellationToken cancellationToken)
    {
        var course = await db.LoadCourseOfContractAsync(query.CourseId, cancellationToken);
        return await Sorts.PageAsync(
            db.TrainingContracts.AsNoTracking().Where(row => row.CourseId == course.Id),
            query.Page,
            $"{course.Id:N}",
            cursors,
            static row => new TrainingContractListItem(row.Id, row.Number, row.SignedOn, row.ProviderName, row.Value, row.Status),
            cancellationToken);
    }
}
