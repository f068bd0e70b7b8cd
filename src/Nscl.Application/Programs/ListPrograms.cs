using System.Globalization;
using AutoMapper;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Programs;

namespace Nscl.Application.Programs;

/// <param name="Code">Exactly this program.</param>
/// <param name="Year">Programs that run in this calendar year.</param>
public sealed record ListProgramsQuery(PageRequest Page, string? Code, int? Year) : IQuery<Page<ProgramListItem>>;

public sealed record ProgramListItem(
    Guid Id,
    string Code,
    string Title,
    string ShortTitle,
    string TitleEn,
    string Province,
    ProgramKind Kind,
    ProgramStatus Status,
    DateOnly PeriodFrom,
    DateOnly PeriodTo)
{
    internal sealed class Mapping : Profile
    {
        public Mapping() => CreateProjection<SupportProgram, ProgramListItem>();
    }
}

internal sealed class ListProgramsValidator : AbstractValidator<ListProgramsQuery>
{
    public ListProgramsValidator()
    {
        RuleFor(static query => query.Page.Limit).InclusiveBetween(1, PageRequest.MaxLimit).OverridePropertyName("?limit");
        RuleFor(static query => query.Code).MaximumLength(32).OverridePropertyName("?code");
        RuleFor(static query => query.Year).InclusiveBetween(2000, 2100).OverridePropertyName("?year");
    }
}

internal sealed class ListProgramsHandler(INsclDb db, IMapper mapper, ICursorCodec cursors) : IQueryHandler<ListProgramsQuery, Page<ProgramListItem>>
{
    private static readonly Keyset<SupportProgram> Sorts = new Keyset<SupportProgram>(static program => program.Id, "-periodFrom")
        .By("periodFrom", static program => program.PeriodFrom, static text => DateOnly.Parse(text, CultureInfo.InvariantCulture))
        .By("code", static program => program.Code, static text => text);

    public async ValueTask<Page<ProgramListItem>> Handle(ListProgramsQuery query, CancellationToken cancellationToken)
    {
        var rows = db.Programs.AsNoTracking();
        if (query.Code is { } code)
        {
            rows = rows.Where(program => program.Code == code);
        }

        if (query.Year is { } year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            rows = rows.Where(program => program.PeriodFrom <= last && program.PeriodTo >= first);
        }

        return await Sorts.PageAsync(rows, query.Page, $"{query.Code}|{query.Year}", cursors, Projection.Of<SupportProgram, ProgramListItem>(mapper), cancellationToken);
    }
}
