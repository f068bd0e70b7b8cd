namespace Nscl.Application.Common;

/// <summary>How a representation is read together with the version of its row: <see cref="INsclDb.ReadVersionedAsync{TAggregate, TItem}"/>.</summary>
public static class VersionedReading
{
    /// <summary>Shadow property of every aggregate: PostgreSQL's <c>xmin</c>.</summary>
    public const string VersionProperty = "RowVersion";
}
