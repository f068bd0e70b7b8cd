namespace Nscl.Application.Common;

/// <summary>
/// Somebody without an account on a public page. Rows stay narrowed as for everybody: to the provinces of the page, and in them to what has no
/// owner – or to the one row whose personal link the caller has.
/// </summary>
public static class PublicCaller
{
    private const string Name = "public";

    /// <param name="provinces">Whose public pages are read; one where something is written.</param>
    /// <param name="actsFor">Id of the registration whose link the caller has.</param>
    public static CurrentUser In(IReadOnlyList<string> provinces, Guid actsFor = default) => new()
    {
        Id = actsFor,
        UserName = Name,
        FullName = Name,
        Province = provinces is [var only] ? only : string.Empty,
        Provinces = provinces,
    };
}
