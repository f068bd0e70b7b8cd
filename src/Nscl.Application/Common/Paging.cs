using FluentValidation;

namespace Nscl.Application.Common;

/// <summary>One page of a list (A40–A45).</summary>
/// <param name="NextCursor">Absent on the last page.</param>
/// <param name="Count">All matches, on request only.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor, int? Count);

/// <summary>What every list takes besides its own filters.</summary>
/// <param name="Limit">Items of a page.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before; belongs to the same filters and sort.</param>
/// <param name="Sort">A sort field of this list, with <c>-</c> in front for descending.</param>
/// <param name="Count">Also counts all matches.</param>
public sealed record PageRequest(int Limit = PageRequest.DefaultLimit, string? Cursor = null, string? Sort = null, bool Count = false)
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 100;
    public const int MaxCursorLength = 2000;
    public const int MaxSortLength = 50;
}

/// <summary>The shape of what a list takes; use with <c>RuleFor(query => query.Page).SetValidator(…)</c>.</summary>
internal sealed class PageRequestValidator : AbstractValidator<PageRequest>
{
    private const int MaxCursor = 2_000;
    private const int MaxSort = 64;

    public PageRequestValidator()
    {
        RuleFor(static page => page.Limit).InclusiveBetween(1, PageRequest.MaxLimit).OverridePropertyName("?limit");
        RuleFor(static page => page.Cursor).MaximumLength(MaxCursor).OverridePropertyName("?cursor");
        RuleFor(static page => page.Sort).MaximumLength(MaxSort).OverridePropertyName("?sort");
    }
}

/// <summary>Signs and opens cursors. A cursor belongs to one caller's provinces, one filter and one sort: elsewhere it is refused (A41).</summary>
public interface ICursorCodec
{
    string Encode(string binding, string key, Guid id);

    /// <exception cref="InvalidInputException">Not ours, changed, or made for another list.</exception>
    (string Key, Guid Id) Decode(string binding, string cursor);
}

internal static class PagingRules
{
    /// <summary>The limits of every list (A40), named as the query parameters they are.</summary>
    public static void RulesForPaging<T>(this AbstractValidator<T> validator, Func<T, PageRequest> page)
    {
        validator.RuleFor(query => page(query).Limit).InclusiveBetween(1, PageRequest.MaxLimit).OverridePropertyName("?limit");
        validator.RuleFor(query => page(query).Cursor).MaximumLength(PageRequest.MaxCursorLength).OverridePropertyName("?cursor");
        validator.RuleFor(query => page(query).Sort).MaximumLength(PageRequest.MaxSortLength).OverridePropertyName("?sort");
    }
}
