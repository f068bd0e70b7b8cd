using System.Globalization;
using System.Text.Json;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Audit;
using Nscl.Domain.Calendar;

namespace Nscl.Application.Audit;

/// <summary>One act: who did what to what, and what changed by it.</summary>
/// <param name="OccurredAt">Real time, also where the business date is another.</param>
/// <param name="Action">The use case, for example <c>SubmitEnrollment</c>.</param>
/// <param name="EntityType">The kind of thing it was done to, for example <c>Enrollment</c>.</param>
/// <param name="Kind"><c>created</c>, <c>changed</c> or <c>removed</c>; absent where the act changed no thing, such as signing in.</param>
/// <param name="Fields">What the thing's own fields were and are. Personal data shows as a dot.</param>
/// <param name="Parts">How many of the thing's parts, such as support lines, came, changed or went.</param>
/// <param name="Sequence">Place in the sealed chain of the province; absent for the moment until the entry is sealed.</param>
public sealed record AuditEntryItem(
    Guid Id,
    string Province,
    DateTimeOffset OccurredAt,
    AuditEntryActor Actor,
    string Action,
    string EntityType,
    Guid? EntityId,
    string? Kind,
    IReadOnlyList<AuditFieldChange> Fields,
    IReadOnlyList<AuditPartChange> Parts,
    long? Sequence,
    string? TraceId);

/// <param name="Name">As it was at the time.</param>
public sealed record AuditEntryActor(Guid Id, string Name);

/// <param name="Before">Absent where there was no value.</param>
/// <param name="After">Absent where there is no value any more.</param>
public sealed record AuditFieldChange(string Field, string? Before, string? After);

public sealed record AuditPartChange(string Part, int Added, int Changed, int Removed);

/// <param name="From">First day, Vietnam time.</param>
/// <param name="To">Last day, Vietnam time.</param>
public sealed record ListAuditEntriesQuery(PageRequest Page, Guid? EntityId, Guid? ActorId, string? Action, DateOnly? From, DateOnly? To) : IQuery<Page<AuditEntryItem>>;

internal sealed class ListAuditEntriesValidator : AbstractValidator<ListAuditEntriesQuery>
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    public ListAuditEntriesValidator()
    {
        RuleFor(static query => query.Page).SetValidator(new PageRequestValidator());
        RuleFor(static query => query.Action).MaximumLength(100).OverridePropertyName("?action");
        RuleFor(static query => query.From).InclusiveBetween(Earliest, Latest).OverridePropertyName("?from");
        RuleFor(static query => query.To).InclusiveBetween(Earliest, Latest).OverridePropertyName("?to");
        RuleFor(static query => query.To).GreaterThanOrEqualTo(static query => query.From).OverridePropertyName("?to").When(static query => query.From is not null);
    }
}

internal sealed class ListAuditEntriesHandler(INsclDb db, ICurrentUser current, ICursorCodec cursors) : IQueryHandler<ListAuditEntriesQuery, Page<AuditEntryItem>>
{
    private static readonly Keyset<AuditEntry> Sorts = new Keyset<AuditEntry>(static row => row.Id, "-occurredAt")
        .By("occurredAt", static row => row.OccurredAt, static text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));

    public async ValueTask<Page<AuditEntryItem>> Handle(ListAuditEntriesQuery query, CancellationToken cancellationToken)
    {
        var provinces = current.User.Provinces;
        var page = await Sorts.PageAsync(
            Narrow(db.Set<AuditEntry>().AsNoTracking().Where(row => provinces.Contains(row.Province)), query),
            query.Page,
            string.Join('|', query.EntityId, query.ActorId, query.Action, query.From?.ToString("O", CultureInfo.InvariantCulture), query.To?.ToString("O", CultureInfo.InvariantCulture)),
            cursors,
            row => new Row(row, db.Set<AuditSeal>().Where(seal => seal.EntryId == row.Id).Select(static seal => (long?)seal.Sequence).FirstOrDefault()),
            cancellationToken);
        return new Page<AuditEntryItem>([.. page.Items.Select(Read)], page.NextCursor, page.Count);
    }

    private static IQueryable<AuditEntry> Narrow(IQueryable<AuditEntry> rows, ListAuditEntriesQuery query)
    {
        if (query.EntityId is { } entityId)
        {
            rows = rows.Where(row => row.EntityId == entityId);
        }

        if (query.ActorId is { } actorId)
        {
            rows = rows.Where(row => row.ActorId == actorId);
        }

        if (query.Action is { Length: > 0 } action)
        {
            rows = rows.Where(row => row.Action == action);
        }

        if (query.From is { } from)
        {
            var first = VietnamTime.StartOf(from);
            rows = rows.Where(row => row.OccurredAt >= first);
        }

        if (query.To is { } to)
        {
            var end = VietnamTime.StartOf(to.AddDays(1));
            rows = rows.Where(row => row.OccurredAt < end);
        }

        return rows;
    }

    private static AuditEntryItem Read(Row row)
    {
        var entry = row.Entry;
        using var changes = JsonDocument.Parse(entry.Changes);
        return new AuditEntryItem(
            entry.Id,
            entry.Province,
            entry.OccurredAt,
            new AuditEntryActor(entry.ActorId, entry.ActorName),
            entry.Action,
            entry.EntityType,
            entry.EntityId,
            changes.RootElement.TryGetProperty("kind", out var kind) ? kind.GetString() : null,
            [.. Members(changes.RootElement, "properties").Select(static field => new AuditFieldChange(field.Name, Text(field.Value, 0), Text(field.Value, 1)))],
            [.. Members(changes.RootElement, "children").Select(static part => new AuditPartChange(part.Name, part.Value[0].GetInt32(), part.Value[1].GetInt32(), part.Value[2].GetInt32()))],
            row.Sequence,
            entry.TraceId);
    }

    private static List<JsonProperty> Members(JsonElement changes, string name) =>
        changes.TryGetProperty(name, out var members) ? [.. members.EnumerateObject()] : [];

    private static string? Text(JsonElement pair, int index) => pair[index] is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : null;

    private sealed record Row(AuditEntry Entry, long? Sequence);
}
