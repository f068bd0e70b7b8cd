using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Nscl.Application.Common;
using Nscl.Domain.Audit;
using Nscl.Domain.Common;
using Nscl.Domain.Enrollments;
using Nscl.Infrastructure.Audit;
using Nscl.Infrastructure.Enrollments;

namespace Nscl.Infrastructure.Persistence;

/// <summary>
/// On every save: a change of a child bumps its root (so that the ETag moves), children carry their root's province, and each changed
/// aggregate leaves an audit entry in the same transaction.
/// </summary>
internal sealed class AggregateInterceptor : SaveChangesInterceptor
{
    public static readonly AggregateInterceptor Instance = new();
    private const int MaxValueLength = 200;

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is NsclDbContext db)
        {
            Prepare(db);
        }

        return new(result);
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (eventData.Context is NsclDbContext db)
        {
            Prepare(db);
        }

        return result;
    }

    private static void Prepare(NsclDbContext db)
    {
        db.ChangeTracker.DetectChanges();
        foreach (var dossier in db.ChangeTracker.Entries<Enrollment>().Where(static entry => entry.State is EntityState.Added or EntityState.Modified).ToList())
        {
            EnrollmentConfiguration.Stamp(dossier);
        }

        // An entry object is made anew each time the tracker is asked, so everything below works on this one list.
        var entries = db.ChangeTracker.Entries().ToList();
        var owners = new Lazy<ILookup<(IEntityType, string), EntityEntry>>(() => entries.ToLookup(KeyOf));
        var changes = new Dictionary<EntityEntry, ChangeSet>(ReferenceEqualityComparer.Instance);
        foreach (var entry in entries.Where(static entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (RootOf(entry, owners) is not { } root)
            {
                continue;
            }

            if (!ReferenceEquals(root, entry) && entry.Metadata.FindProperty(NsclDbContext.ProvinceProperty) is not null)
            {
                entry.Property(NsclDbContext.ProvinceProperty).CurrentValue = ((AggregateRoot)root.Entity).Province;
            }

            if (!changes.TryGetValue(root, out var set))
            {
                changes[root] = set = new ChangeSet();
            }

            set.Add(entry, isRoot: ReferenceEquals(root, entry));
        }

        if (changes.Count == 0)
        {
            return;
        }

        foreach (var (entry, set) in changes)
        {
            var root = (AggregateRoot)entry.Entity;
            if (entry.State is EntityState.Unchanged or EntityState.Modified)
            {
                entry.Property(nameof(AggregateRoot.Revision)).CurrentValue = root.Revision + 1;
            }

            Record(db, entry.Metadata.ClrType.Name, root.Id, root.Province, set.ToJson());
        }
    }

    /// <summary>Adds an entry in the name of the caller and the running use case.</summary>
    public static void Record(NsclDbContext db, string entityType, Guid entityId, string province, string changes)
    {
        var services = ((IInfrastructure<IServiceProvider>)db).Instance.GetRequiredService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()!.ApplicationServiceProvider!;
        var caller = services.GetRequiredService<ICurrentUser>().User;
        db.AddAudit(new AuditEntry(
            new AuditEvent(services.GetService<IUseCaseContext>()?.UseCase ?? "System", entityType, entityId, changes),
            new AuditActor(caller.Id, caller.FullName, province),
            (services.GetService<TimeProvider>() ?? TimeProvider.System).GetUtcNow(),
            Activity.Current?.TraceId.ToString()));
    }

    private static EntityEntry? RootOf(EntityEntry entry, Lazy<ILookup<(IEntityType, string), EntityEntry>> owners)
    {
        while (entry.Entity is not AggregateRoot)
        {
            if (entry.Metadata.FindOwnership() is not { } ownership
                || owners.Value[(ownership.PrincipalEntityType, Text(entry, ownership.Properties))].FirstOrDefault() is not { } owner)
            {
                return null;
            }

            entry = owner;
        }

        return entry;
    }

    private static (IEntityType Type, string Key) KeyOf(EntityEntry entry) => (entry.Metadata, Text(entry, entry.Metadata.FindPrimaryKey()!.Properties));

    private static string Text(EntityEntry entry, IEnumerable<IProperty> properties) =>
        string.Join('\u001f', properties.Select(property => Convert.ToString(entry.Property(property.Name).CurrentValue, CultureInfo.InvariantCulture)));

    /// <summary>What changed in one aggregate, small enough to read: long values are cut, secrets and documents never enter.</summary>
    private sealed class ChangeSet
    {
        private readonly SortedDictionary<string, object?[]> _properties = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, int[]> _children = new(StringComparer.Ordinal);
        private string _kind = "changed";

        public void Add(EntityEntry entry, bool isRoot)
        {
            if (!isRoot)
            {
                var name = JsonNamingPolicy.CamelCase.ConvertName(entry.Metadata.ClrType.Name);
                var counts = _children.TryGetValue(name, out var seen) ? seen : _children[name] = new int[3];
                counts[entry.State switch { EntityState.Added => 0, EntityState.Modified => 1, _ => 2 }]++;
                return;
            }

            _kind = entry.State switch { EntityState.Added => "created", EntityState.Deleted => "removed", _ => "changed" };
            foreach (var property in entry.Properties)
            {
                if (property.Metadata.IsPrimaryKey() || property.Metadata.IsConcurrencyToken || property.Metadata.IsShadowProperty()
                    || property.Metadata.Name is nameof(AggregateRoot.Revision) or nameof(AggregateRoot.Province))
                {
                    continue;
                }

                if (entry.State == EntityState.Added ? property.CurrentValue is not null : property.IsModified && !Equals(property.OriginalValue, property.CurrentValue))
                {
                    var name = JsonNamingPolicy.CamelCase.ConvertName(property.Metadata.Name);
                    _properties[name] = PersonalData.IsPersonal(property.Metadata)
                        ? ["•", "•"]
                        : [entry.State == EntityState.Added ? null : Readable(property.OriginalValue), Readable(property.CurrentValue)];
                }
            }
        }

        public string ToJson() => JsonSerializer.Serialize(new { kind = _kind, properties = _properties, children = _children }, JsonColumn.Options);

        private static object? Readable(object? value) => value switch
        {
            null or bool or int or long => value,
            Money money => money.Dong,
            Enum word => JsonNamingPolicy.CamelCase.ConvertName(word.ToString()),
            string text => text.Length <= MaxValueLength ? text : text[..MaxValueLength] + "…",
            DateOnly or DateTimeOffset or Guid => value,
            // A value object: that it changed is said, what it holds is read from the row.
            _ => "{…}",
        };
    }
}
