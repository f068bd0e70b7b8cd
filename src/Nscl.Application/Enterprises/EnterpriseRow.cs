using System.Globalization;
using System.Text.RegularExpressions;
using Nscl.Application.Common;
using Nscl.Application.Files;
using Nscl.Domain.Common;
using Nscl.Domain.Enterprises;

namespace Nscl.Application.Enterprises;

/// <summary>One row as an <see cref="EnterpriseInput"/>, with what could not be read. The rules are those of registration.</summary>
internal sealed partial class EnterpriseRow(SheetTable table, SheetRow row, SheetHeadings headings, EnterpriseReferences references)
{
    /// <summary>In place of a kind that could not be read: every kind of tax code fits it, so that no second fault follows.</summary>
    private const OrganizationType AnyCode = OrganizationType.BusinessHousehold;

    private static readonly EnterpriseInputValidator Shape = new();
    private readonly List<SheetFinding> _faults = [];
    private readonly HashSet<string> _faulty = new(StringComparer.Ordinal);

    public int Number => row.Number;

    public IReadOnlyList<SheetFinding> Faults => _faults;

    /// <summary>Reads and checks everything that the row alone can tell.</summary>
    public EnterpriseInput Read(DateOnly today)
    {
        var type = Choice("organizationType", "organizationType", required: true) is { } word ? Parse<OrganizationType>(word) : AnyCode;
        var input = new EnterpriseInput(
            TaxCodeText(),
            Text("name") ?? string.Empty,
            type,
            Reference("districtCode", references.Districts, "enterprise.unknownDistrict"),
            Reference("sectorCode", references.Sectors, "enterprise.unknownSector"),
            Text("address"),
            Facts(),
            Text("legalRepresentative"),
            Text("phone"),
            Text("email"),
            Date("establishedOn"),
            TaxCodeOverrideReason: Text("taxCodeOverrideReason"));
        foreach (var failure in Shape.Validate(input).Errors)
        {
            AddUnlessFaulty(JsonPointer.Of(failure.PropertyName)[1..], InputCodes.Of(failure), InputCodes.ArgsOf(failure));
        }

        foreach (var rule in Enterprise.FaultsOf(input.TaxCode, input.TaxCodeOverrideReason, input.Profile, input.DeclaredFacts?.ToDomain(), today))
        {
            // A rule about the whole says what the shape has said of one of its fields.
            if (rule.Args.TryGetValue("pointer", out var pointer) || _faults.Count == 0)
            {
                AddUnlessFaulty(pointer is null ? "name" : ((string)pointer)[1..], rule.Code, rule.Args);
            }
        }

        return input;
    }

    public void Add(string field, string code, IReadOnlyDictionary<string, object?>? args = null)
    {
        _faulty.Add(field);
        _faults.Add(headings.At(row.Number, field, code, args));
    }

    /// <summary>A cell that could not be read says so once; what follows from it is not told as well.</summary>
    private void AddUnlessFaulty(string field, string code, IReadOnlyDictionary<string, object?>? args)
    {
        if (!_faulty.Contains(field))
        {
            Add(field, code, args);
        }
    }

    private SheetCell? Cell(string field)
    {
        var cell = headings.CellOf(row, field);
        if (cell is { Kind: SheetCellKind.Error })
        {
            Add(field, "enterprise.importCellError");
            return null;
        }

        return cell;
    }

    private string? Text(string field) => Cell(field) is { } cell ? SearchText.TidyOrNull(cell.Number is { } number ? Plain(number) : cell.Text) : null;

    /// <summary>Excel takes the zeros off the front of a number: what had ten or twelve digits has one or more fewer.</summary>
    private string TaxCodeText()
    {
        if (Cell("taxCode") is not { } cell)
        {
            return string.Empty;
        }

        var text = cell.Number is { } number ? Plain(number) : SearchText.Tidy(cell.Text);
        if (cell.Kind is SheetCellKind.Number && text.Length is 8 or 9 or 11)
        {
            Add("taxCode", "enterprise.importLeadingZeroLost");
        }

        return text;
    }

    private string Reference(string field, IReadOnlyList<KnownCode> list, string unknown)
    {
        if (Text(field) is not { } written)
        {
            return string.Empty;
        }

        var code = EnterpriseReferences.CodeOf(written, list) ?? (field == "sectorCode" ? EnterpriseSheet.CodeOf("sector", written) : null);
        if (code is null)
        {
            Add(field, unknown, SheetHeadings.Args(("code", SheetHeadings.Short(written))));
        }

        return code ?? "?";
    }

    private string? Choice(string field, string list, bool required)
    {
        if (Text(field) is not { } written)
        {
            if (required)
            {
                AddUnlessFaulty(field, "input.required", args: null);
            }

            return null;
        }

        var code = EnterpriseSheet.CodeOf(list, written);
        if (code is null)
        {
            Add(field, "enterprise.importChoiceUnknown", SheetHeadings.Args(("value", SheetHeadings.Short(written))));
        }

        return code;
    }

    private EnterpriseFacts? Facts()
    {
        var field = Choice("declaredFacts/field", "field", required: false);
        var year = Whole("declaredFacts/year", 9_999);
        var employees = Whole("declaredFacts/insuredEmployees", int.MaxValue);
        var revenue = Whole("declaredFacts/annualRevenue", Money.MaxValue);
        var capital = Whole("declaredFacts/totalCapital", Money.MaxValue);
        if (field is null && year is null && employees is null && revenue is null && capital is null)
        {
            return null;
        }

        if (field is null)
        {
            AddUnlessFaulty("declaredFacts/field", "input.required", args: null);
        }

        if (year is null)
        {
            AddUnlessFaulty("declaredFacts/year", "input.required", args: null);
        }

        return new EnterpriseFacts(
            field is null ? EnterpriseField.TradeServices : Parse<EnterpriseField>(field),
            (int)(year ?? 0),
            (int?)employees,
            revenue is { } earned ? new Money(earned) : null,
            capital is { } owned ? new Money(owned) : null);
    }

    /// <summary>A whole number, as a number or as text with thousands separators.</summary>
    private long? Whole(string field, long max)
    {
        if (Cell(field) is not { } cell || cell.Text.Length == 0)
        {
            return null;
        }

        var number = cell.Number;
        if (cell.Kind is SheetCellKind.Text && Digits().IsMatch(cell.Text))
        {
            number = decimal.TryParse(string.Concat(cell.Text.Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : null;
        }

        if (number is not { } value || value != decimal.Truncate(value))
        {
            Add(field, "enterprise.importNumberExpected");
            return null;
        }

        if (value > max || value < -max)
        {
            Add(field, "input.tooLarge", SheetHeadings.Args(("limit", max)));
            return null;
        }

        return (long)value;
    }

    private DateOnly? Date(string field)
    {
        if (Cell(field) is not { } cell)
        {
            return null;
        }

        if ((table.DateOf(cell) ?? Written(cell.Text)) is { } date)
        {
            return date;
        }

        Add(field, "enterprise.importDateExpected");
        return null;
    }

    private static DateOnly? Written(string text) =>
        DateOnly.TryParseExact(SearchText.Tidy(text), ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static string Plain(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    private static TEnum Parse<TEnum>(string code)
        where TEnum : struct, Enum =>
        Enum.Parse<TEnum>(code, ignoreCase: true);

    [GeneratedRegex(@"^\d{1,3}([. ,\u00A0]\d{3})*$|^\d+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Digits();
}
