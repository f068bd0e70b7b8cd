using System.Globalization;
using AutoMapper;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Programs;

namespace Nscl.Application.Programs;

/// <param name="Code">For example <c>KT2021</c>.</param>
/// <param name="Province">The province that founded it.</param>
/// <param name="PeriodTo">Last day.</param>
public sealed record ProgramListItem(
    Guid Id,
    string Code,
    string Province,
    string Title,
    string ShortTitle,
    string TitleEn,
    ProgramKind Kind,
    ProgramStatus Status,
    DateOnly PeriodFrom,
    DateOnly PeriodTo);

/// <param name="Code">Exact code.</param>
/// <param name="Year">Programs that run in the year.</param>
/// <param name="Province">Founding province, for those who see several.</param>
/// <param name="PolicyInForceOn">Programs of which a policy version is in force on the date: those that can be applied for.</param>
public sealed record ListProgramsQuery(PageRequest Page, string? Code, int? Year, string? Province, DateOnly? PolicyInForceOn) : IQuery<Page<ProgramListItem>>;

internal sealed class ListProgramsValidator : AbstractValidator<ListProgramsQuery>
{
    public ListProgramsValidator()
    {
        this.RulesForPaging(static query => query.Page);
        RuleFor(static query => query.Code).MaximumLength(32).OverridePropertyName("?code");
        RuleFor(static query => query.Year).InclusiveBetween(1900, 2200).OverridePropertyName("?year");
        RuleFor(static query => query.Province).MaximumLength(32).OverridePropertyName("?province");
    }
}

internal sealed class ProgramListItemProjection : Profile
{
    public ProgramListItemProjection() => CreateProjection<SupportProgram, ProgramListItem>();
}

internal sealed class ListProgramsHandler(INsclDb db, ICursorCodec cursors, IMapper mapper) : IQueryHandler<ListProgramsQuery, Page<ProgramListItem>>
{
    private static readonly Keyset<SupportProgram> Sorts = new Keyset<SupportProgram>(static program => program.Id, "-periodFrom")
        .By("periodFrom", static program => program.PeriodFrom, static text => DateOnly.Parse(text, CultureInfo.InvariantCulture))
        .By("code", static program => program.Code, static text => text)
        .By("title", static program => program.Title, static text => text);

    public async ValueTask<Page<ProgramListItem>> Handle(ListProgramsQuery query, CancellationToken cancellationToken)
    {
        var rows = db.Programs.AsNoTracking();
        if (query.Code is { } code)
        {
            rows = rows.Where(program => program.Code == code);
        }

        if (query.Province is { } province)
        {
            rows = rows.Where(program => program.Province == province);
        }

        if (query.Year is { } year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            rows = rows.Where(program => program.PeriodFrom <= last && program.PeriodTo >= first);
        }

        if (query.PolicyInForceOn is { } date)
        {
            rows = rows.Where(program => db.PolicyVersions.Any(version => version.ProgramId == program.Id && version.EffectiveFrom <= date && (version.EffectiveTo == null || version.EffectiveTo >= date)));
        }

        return await Sorts.PageAsync(rows, query.Page, string.Create(CultureInfo.InvariantCulture, $"{query.Code}|{query.Year}|{query.Province}|{query.PolicyInForceOn:O}"), cursors, Projection.Of<SupportProgram, ProgramListItem>(mapper), cancellationToken);
    }
}
