namespace Nscl.Domain.Common;

/// <summary>
/// The unit that is loaded whole, decides, and is saved whole. <see cref="Province"/> is the province that founded the row:
/// it never changes, also when a later reform gives the province an heir (product.md §4).
/// </summary>
public abstract class AggregateRoot
{
    protected AggregateRoot(string province) => (Id, Province) = (Guid.CreateVersion7(), province);

    /// <summary>For the object mapper only.</summary>
    protected AggregateRoot() => Province = string.Empty;

    public Guid Id { get; private set; }

    public string Province { get; private set; }

    /// <summary>Counts the saved changes of the aggregate, children included, so that a change of a child moves the ETag.</summary>
    public int Revision { get; private set; }
}
