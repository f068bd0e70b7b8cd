using Nscl.Application.Common;

namespace Nscl.Application.Identity;

/// <summary>An account as others name it.</summary>
public sealed record NamedAccount(Guid Id, string UserName, string FullName);

/// <summary>Finds accounts by the names people sign in with.</summary>
public interface IAccountDirectory
{
    /// <summary>Those of the names that are accounts of the province.</summary>
    Task<IReadOnlyList<NamedAccount>> FindAsync(string province, IReadOnlyList<string> userNames, CancellationToken cancellationToken);

    /// <summary>A person as the caller whom a session of this moment would make, for what is done in the person's name without one.</summary>
    /// <returns>Null for who has no account, or one that is disabled or locked.</returns>
    Task<CurrentUser?> FindActingAsync(Guid userId, CancellationToken cancellationToken);
}
