using System.Text.Json;
using Nscl.Domain.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>The questions that trainees are asked, as data that the assembly carries: <c>evaluation-forms.json</c>, one entry per version.</summary>
public static class EvaluationForms
{
    /// <summary>Oldest first.</summary>
    public static IReadOnlyList<EvaluationForm> All { get; } = Load();

    /// <summary>What a course that opens now is evaluated by.</summary>
    public static EvaluationForm Latest => All[^1];

    private static List<EvaluationForm> Load()
    {
        using var stream = typeof(EvaluationForms).Assembly.GetManifestResourceStream("evaluation-forms.json")!;
        return [.. JsonSerializer.Deserialize<List<EvaluationForm>>(stream, DomainJson.Options)!.OrderBy(static form => form.Version)];
    }
}
