namespace Nscl.Application.Common;

/// <summary>
/// Somebody without an account on a public page. Two ways lead to rows: a page of one or more provinces shows what has no owner, or the one row whose
/// personal link the caller has; a secret – the address of a check-in, the code of a certificate – opens the province whose secret it is.
/// </summary>
public static class PublicCaller
{
    private const string Name = "public";

    /// <summary>Only to find out whose secret it is.</summary>
    public static readonly CurrentUser WithSecretOfAnybody = WithSecretOf(CurrentUser.EveryProvince);

    /// <summary>Rows stay narrowed as for everybody: to the provinces of the page, and in them to what has no owner.</summary>
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

    /// <summary>Sees the rows of the province: use cases that act so answer nothing but what the secret stands for.</summary>
    /// <param name="province">Whose secret it is.</param>
    public static CurrentUser WithSecretOf(string province) => new()
    {
        Id = new Guid("00000000-0000-7000-8000-000000000002"),
        UserName = Name,
        FullName = Name,
        Provinces = [province],
        Rows = RowScope.All,
    };
}
