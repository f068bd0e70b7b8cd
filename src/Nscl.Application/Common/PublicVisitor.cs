namespace Nscl.Application.Common;

/// <summary>
/// Somebody without an account who brings a secret – the address of a check-in, the code of a certificate. The secret is looked up in all provinces;
/// everything after that happens in the one whose secret it is. Use cases that act so answer nothing but what the secret stands for.
/// </summary>
public static class PublicVisitor
{
    private const string Name = "public";

    /// <summary>Only to find out whose secret it is.</summary>
    public static readonly CurrentUser Anywhere = In(CurrentUser.EveryProvince);

    public static CurrentUser In(string province) => new()
    {
        Id = new Guid("00000000-0000-7000-8000-000000000002"),
        UserName = Name,
        FullName = Name,
        Provinces = [province],
        Rows = RowScope.All,
    };
}
