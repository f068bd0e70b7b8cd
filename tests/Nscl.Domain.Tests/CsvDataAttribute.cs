using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using CsvHelper;
using CsvHelper.Configuration;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Nscl.Domain.Tests;

/// <summary>
/// Runs a theory once per row of a CSV file beside the tests. Columns fill the parameters of the same name, an empty cell is
/// null, lines that start with # are comments. The files hold the vectors of domain-reference and are readable without the code.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CsvDataAttribute(string path) : DataAttribute
{
    /// <summary>Relative to the test project.</summary>
    public string Path { get; } = path;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var rows = Rows(testMethod.GetParameters());
        return rows.Count > 0
            ? ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(rows)
            : throw new InvalidOperationException($"{Path} holds no rows.");
    }

    public override bool SupportsDiscoveryEnumeration() => true;

    private List<ITheoryDataRow> Rows(ParameterInfo[] parameters)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { AllowComments = true, TrimOptions = TrimOptions.Trim };

        using var file = new StreamReader(System.IO.Path.Combine(AppContext.BaseDirectory, Path));
        using var csv = new CsvReader(file, configuration);
        csv.Read();
        csv.ReadHeader();

        var rows = new List<ITheoryDataRow>();
        while (csv.Read())
        {
            rows.Add(new TheoryDataRow([.. parameters.Select(parameter => Convert(csv.GetField(parameter.Name!), parameter.ParameterType))]));
        }

        return rows;
    }

    private static object? Convert(string? cell, Type type)
    {
        if (string.IsNullOrEmpty(cell))
        {
            return null;
        }

        var target = Nullable.GetUnderlyingType(type) ?? type;
        return target.IsEnum
            ? Enum.Parse(target, cell, ignoreCase: true)
            : TypeDescriptor.GetConverter(target).ConvertFromInvariantString(cell);
    }
}
