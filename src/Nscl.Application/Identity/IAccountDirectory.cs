namespace Nscl.Application.Identity;

/// <summary>An account as others name it.</summary>
public sealed record NamedAccount(Guid Id, string UserName, string FullName);

/// <summary>Finds accounts by the names people sign in with.</summary>
public interface IAccountDirectory
{
    /// <summary>Those of the names that are accounts of the province.</summary>
    Task<IReadOnlyList<NamedAccount>> FindAsync(string province, IReadOnlyList<string> userNames, CancellationToken cancellationToken);
}
