using Nscl.Domain.AdminUnits;
using Nscl.Domain.Common;

namespace Nscl.Application.Common;

/// <summary>Who acts, and what rows and operations that opens. Read once per request from live data (S10: a change of role works at once).</summary>
public sealed record CurrentUser
{
    /// <summary>In <see cref="Provinces"/>: all of them.</summary>
    public const string EveryProvince = "*";

    /// <summary>Nobody: sees no row and may call only what is explicitly anonymous.</summary>
    public static readonly CurrentUser Anonymous = new();

    public Guid Id { get; init; }

    public string UserName { get; init; } = string.Empty;

    public string FullName { get; init; } = string.Empty;

    /// <summary>The user's own province.</summary>
    public string Province { get; init; } = string.Empty;

    /// <summary>The province that continues <see cref="Province"/>, from the day of succession on.</summary>
    public string? Heir { get; init; }

    /// <summary>The province that a new row of this user belongs to.</summary>
    /// <exception cref="RuleViolationException">The user's province has ended: its heir's people found new rows.</exception>
    public string ProvinceOfNewRows => Heir is null ? Province : throw ProvinceRules.Ended(Province, Heir);

    /// <summary>Own province and, from the date of succession, those it succeeded (product.md §4).</summary>
    public IReadOnlyList<string> Provinces { get; init; } = [];

    public IReadOnlyList<string> Roles { get; init; } = [];

    public IReadOnlySet<string> Permissions { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public RowScope Rows { get; init; } = RowScope.None;

    public bool IsAuthenticated => Id != Guid.Empty;

    public bool May(string permission) => Permissions.Contains(permission);

    /// <summary>For a part of a request that needs more than the operation itself.</summary>
    /// <exception cref="PermissionMissingException">The caller may not.</exception>
    public void Require(string permission)
    {
        if (!May(permission))
        {
            throw new PermissionMissingException(permission);
        }
    }
}

/// <summary>Which rows inside the province a user sees. <see cref="All"/> is for the department; the others see what is theirs.</summary>
public sealed record RowScope(bool SeesAll, IReadOnlyList<Guid> EnterpriseIds, IReadOnlyList<string> SectorCodes, IReadOnlyList<string> DistrictCodes)
{
    /// <summary>Name of the query filter that narrows rows within the province; what looks past it, such as the seats of a course, names it.</summary>
    public const string FilterName = "rows";

    public static readonly RowScope All = new(true, [], [], []);

    public static readonly RowScope None = new(false, [], [], []);

    /// <summary>An enterprise's own people see their enterprise(s) only.</summary>
    public static RowScope OfEnterprises(IReadOnlyList<Guid> enterpriseIds) => new(false, enterpriseIds, [], []);
}

/// <summary>The caller of the running use case.</summary>
public interface ICurrentUser
{
    CurrentUser User { get; }

    /// <summary>Runs as the system over the given provinces: sealing, seeding and sign-in, never a user's request.</summary>
    IDisposable ActAs(CurrentUser user);
}
