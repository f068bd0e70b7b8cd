using System.Linq.Expressions;
using Nscl.Domain.Common;
using Nscl.Domain.Enterprises;

namespace Nscl.Application.Enterprises;

/// <summary><see cref="EnterpriseSizeClassifier"/> as a condition on rows, for lists: the class itself is never stored, because the law is dated.</summary>
internal static class EnterpriseSizeFilter
{
    public static IQueryable<Enterprise> OfSize(this IQueryable<Enterprise> rows, SizeClass size, DateOnly today)
    {
        if (size is SizeClass.NotApplicable)
        {
            return rows.Where(static row => row.OrganizationType != OrganizationType.Enterprise);
        }

        var enterprises = rows.Where(static row => row.OrganizationType == OrganizationType.Enterprise
            && row.DeclaredFacts!.InsuredEmployees != null
            && (row.DeclaredFacts.AnnualRevenue != null || row.DeclaredFacts.TotalCapital != null));
        var limits = EnterpriseSizeClassifier.LimitsOn(today);
        if (limits.Count == 0)
        {
            return enterprises.Where(static _ => false);
        }

        var within = size is SizeClass.NotSme ? enterprises : enterprises.Where(Within(limits, size));
        return size is SizeClass.Micro ? within : within.Where(Not(Within(limits, size - 1)));
    }

    private static Expression<Func<Enterprise, bool>> Within(IReadOnlyList<SizeLimit> limits, SizeClass size)
    {
        var industry = Of(EnterpriseField.AgricultureIndustryConstruction);
        var trade = Of(EnterpriseField.TradeServices);
        return row =>
            (row.DeclaredFacts!.Field == industry.Field
                && row.DeclaredFacts.InsuredEmployees <= industry.Employees
                && (row.DeclaredFacts.AnnualRevenue <= industry.Revenue || row.DeclaredFacts.TotalCapital <= industry.Capital))
            || (row.DeclaredFacts.Field == trade.Field
                && row.DeclaredFacts.InsuredEmployees <= trade.Employees
                && (row.DeclaredFacts.AnnualRevenue <= trade.Revenue || row.DeclaredFacts.TotalCapital <= trade.Capital));

        (EnterpriseField Field, int Employees, Money Revenue, Money Capital) Of(EnterpriseField field)
        {
            var limit = limits.First(limit => limit.SizeClass == size && limit.Field == field);
            return (field, limit.Employees, new Money(limit.Revenue), new Money(limit.Capital));
        }
    }

    private static Expression<Func<Enterprise, bool>> Not(Expression<Func<Enterprise, bool>> condition) =>
        Expression.Lambda<Func<Enterprise, bool>>(Expression.Not(condition.Body), condition.Parameters);
}
