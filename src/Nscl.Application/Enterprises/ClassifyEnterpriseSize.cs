using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Common;
using Nscl.Domain.Enterprises;

namespace Nscl.Application.Enterprises;

/// <param name="Field">Field of the main registered business line.</param>
/// <param name="InsuredEmployees">Yearly average of employees in social insurance.</param>
/// <param name="AsOf">Picks the scale in force.</param>
/// <param name="AnnualRevenue">Total revenue of the year, đồng; left out by a firm that has none yet.</param>
/// <param name="TotalCapital">Total capital of the year, đồng.</param>
public sealed record ClassifyEnterpriseSizeRequest(
    EnterpriseField Field,
    int InsuredEmployees,
    DateOnly AsOf,
    Money? AnnualRevenue = null,
    Money? TotalCapital = null);

public sealed record ClassifyEnterpriseSizeQuery(ClassifyEnterpriseSizeRequest Body) : IQuery<SizeClassification>;

internal sealed class ClassifyEnterpriseSizeValidator : AbstractValidator<ClassifyEnterpriseSizeQuery>
{
    public ClassifyEnterpriseSizeValidator()
    {
        RuleFor(static query => query.Body.InsuredEmployees).GreaterThanOrEqualTo(0);
        RuleFor(static query => query.Body.AnnualRevenue).NotNegative();
        RuleFor(static query => query.Body.TotalCapital).NotNegative();
        RuleFor(static query => query.Body.AnnualRevenue)
            .NotNull().When(static query => query.Body.TotalCapital is null)
            .WithErrorCode("enterpriseSize.revenueOrCapitalRequired");
    }
}

internal sealed class ClassifyEnterpriseSizeHandler : IQueryHandler<ClassifyEnterpriseSizeQuery, SizeClassification>
{
    public ValueTask<SizeClassification> Handle(ClassifyEnterpriseSizeQuery query, CancellationToken cancellationToken)
    {
        var (field, employees, asOf, revenue, capital) = query.Body;
        return new(EnterpriseSizeClassifier.Classify(field, employees, revenue, capital, asOf));
    }
}
