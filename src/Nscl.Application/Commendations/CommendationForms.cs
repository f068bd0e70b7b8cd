using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.ReferenceData;
using Nscl.Domain.ReferenceData;

namespace Nscl.Application.Commendations;

/// <summary>The forms of commendation with their levels: entries of the list <c>commendationForms</c>, nothing of them is in code.</summary>
internal static class CommendationForms
{
    public static async Task<CommendationFormBook> ReadFormsAsync(this INsclDb db, CancellationToken cancellationToken)
    {
        var rows = await db.Set<ReferenceItem>().AsNoTracking().Where(static item => item.List == ReferenceLists.CommendationForms)
            .Select(static item => new { item.Code, item.NameVi, item.NameEn, item.Content }).ToListAsync(cancellationToken);
        return new CommendationFormBook(rows.ToDictionary(static row => row.Code, static row => new CommendationForm(row.Code, row.NameVi, row.NameEn, LevelOf(row.Content)), StringComparer.Ordinal));
    }

    private static string? LevelOf(string content)
    {
        using var entry = JsonDocument.Parse(content);
        return entry.RootElement.TryGetProperty("group", out var group) ? group.GetString() : null;
    }
}

internal sealed class CommendationFormBook(IReadOnlyDictionary<string, CommendationForm> forms)
{
    /// <summary>A code without an entry stands for itself, so that a page is never empty for want of a name.</summary>
    public CommendationForm this[string code] => forms.TryGetValue(code, out var form) ? form : new CommendationForm(code, code, code, null);

    public void RequireKnown(string code, string pointer)
    {
        if (!forms.ContainsKey(code))
        {
            throw new InvalidInputException(pointer, "commendation.unknownForm", "The list has no such form of commendation.");
        }
    }
}
