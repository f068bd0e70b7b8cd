using Microsoft.AspNetCore.Identity;

namespace Nscl.Infrastructure.Identity;

/// <summary>An account. What it may do comes from its roles, what it sees from its province and its row scope.</summary>
public sealed class NsclUser : IdentityUser<Guid>
{
    public required string FullName { get; set; }

    /// <summary>The province the user works in.</summary>
    public required string Province { get; set; }

    /// <summary>The enterprises a representative acts for.</summary>
    public List<Guid> EnterpriseIds { get; set; } = [];

    /// <summary>For a partner agency: the sectors it manages.</summary>
    public List<string> SectorCodes { get; set; } = [];

    /// <summary>For a partner agency: the districts it manages.</summary>
    public List<string> DistrictCodes { get; set; } = [];

    public bool IsDisabled { get; set; }
}

public sealed class NsclRole : IdentityRole<Guid>
{
    /// <summary>Sees every row of the province; without it only rows that are tied to the user.</summary>
    public bool SeesAllRows { get; set; }
}

/// <summary>A permission granted to a role: data, not code.</summary>
public sealed class RolePermission
{
    public Guid RoleId { get; init; }

    public required string Permission { get; init; }
}

/// <summary>A signed-in browser. Ending the row ends the session at once.</summary>
public sealed class UserSession
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UserId { get; init; }

    public required string Province { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
