using System.Globalization;
using Nscl.Application.Common;
using Nscl.Application.Enterprises;
using Nscl.Application.Files;
using Nscl.Domain.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>One row of a list of participants, with what could not be read. The rules are those of a single registration.</summary>
internal sealed class TraineeRow(SheetRow row, SheetHeadings headings, EnterpriseReferences references)
{
    private static readonly RegisterForCourseRequestValidator Shape = new();
    private readonly List<SheetFinding> _faults = [];
    private readonly HashSet<string> _faulty = new(StringComparer.Ordinal);

    public int Number => row.Number;

    public IReadOnlyList<SheetFinding> Faults => _faults;

    public string? TaxCode { get; private set; }

    /// <summary>Reads and checks everything that the row alone can tell.</summary>
    public RegisterForCourseRequest Read()
    {
        TaxCode = Text("taxCode") is { } written ? string.Concat(written.Where(static character => !char.IsWhiteSpace(character))) : null;
        var request = new RegisterForCourseRequest(
            Text("fullName") ?? string.Empty,
            Kind(),
            Text("organizationName"),
            DistrictCode: District(),
            Phone: Text("phone"),
            Email: Text("email"),
            Channel: RegistrationChannel.List,
            IsDifferentPerson: IsDifferentPerson());
        foreach (var failure in Shape.Validate(request).Errors)
        {
            if (failure.PropertyName == nameof(request.Phone) && InputCodes.Of(failure) == "input.format")
            {
                AddUnlessFaulty("phone", "courseRegistration.importPhone", SheetHeadings.Args(("value", SheetHeadings.Short(request.Phone!))));
                continue;
            }

            AddUnlessFaulty(JsonPointer.Of(failure.PropertyName)[1..], InputCodes.Of(failure), InputCodes.ArgsOf(failure));
        }

        return request;
    }

    public void Add(string field, string code, IReadOnlyDictionary<string, object?>? args = null)
    {
        _faulty.Add(field);
        _faults.Add(headings.At(row.Number, field, code, args));
    }

    /// <summary>What a rule says of the row, at the column that it is about.</summary>
    public void Add(RuleViolationException rule) =>
        AddUnlessFaulty(rule.Args.TryGetValue("pointer", out var pointer) ? ((string)pointer!)[1..] : "fullName", rule.Code, rule.Args);

    /// <summary>A cell that could not be read says so once; what follows from it is not told as well.</summary>
    private void AddUnlessFaulty(string field, string code, IReadOnlyDictionary<string, object?>? args)
    {
        if (!_faulty.Contains(field))
        {
            Add(field, code, args);
        }
    }

    private string? Text(string field)
    {
        if (headings.CellOf(row, field) is not { } cell)
        {
            return null;
        }

        if (cell.Kind == SheetCellKind.Error)
        {
            Add(field, "enterprise.importCellError");
            return null;
        }

        return SearchText.TidyOrNull(cell.Number is { } number ? number.ToString("0.############", CultureInfo.InvariantCulture) : cell.Text);
    }

    private ParticipantKind Kind()
    {
        if (Text("participantKind") is not { } written)
        {
            AddUnlessFaulty("participantKind", "input.required", args: null);
            return default;
        }

        if (TraineeSheet.CodeOf(TraineeSheet.ParticipantKinds, written) is { } code)
        {
            return Enum.Parse<ParticipantKind>(code, ignoreCase: true);
        }

        Add("participantKind", "enterprise.importChoiceUnknown", SheetHeadings.Args(("value", SheetHeadings.Short(written))));
        return default;
    }

    private string? District()
    {
        if (Text("districtCode") is not { } written)
        {
            return null;
        }

        var code = EnterpriseReferences.CodeOf(written, references.Districts);
        if (code is null)
        {
            Add("districtCode", "course.unknownDistrict", SheetHeadings.Args(("code", SheetHeadings.Short(written))));
        }

        return code;
    }

    private bool IsDifferentPerson()
    {
        if (Text("isDifferentPerson") is not { } written)
        {
            return false;
        }

        var code = TraineeSheet.CodeOf(TraineeSheet.DifferentPerson, written);
        if (code is null)
        {
            Add("isDifferentPerson", "enterprise.importChoiceUnknown", SheetHeadings.Args(("value", SheetHeadings.Short(written))));
        }

        return code == TraineeSheet.Yes;
    }
}
