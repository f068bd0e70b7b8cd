using System.Globalization;
using System.Text.Json.Serialization;

namespace Nscl.Domain.Common;

/// <summary>An amount of whole Vietnamese đồng. There is no smaller unit and no floating point anywhere near it.</summary>
[JsonConverter(typeof(MoneyJsonConverter))]
public readonly record struct Money : IComparable<Money>
{
    /// <summary>The largest amount the system takes, 9 000 000 000 000 000 đồng: exact in every JSON reader.</summary>
    public const long MaxValue = 9_000_000_000_000_000;

    public static readonly Money Zero;

    public Money(long dong)
    {
        if (dong is < -MaxValue or > MaxValue)
        {
            throw new RuleViolationException(
                "amount.outOfRange",
                "The amount is outside the range of the system.",
                new Dictionary<string, object?>(StringComparer.Ordinal) { ["max"] = MaxValue });
        }

        Dong = dong;
    }

    /// <summary>Whole đồng.</summary>
    public long Dong { get; }

    public bool IsNegative => Dong < 0;

    public bool IsZero => Dong == 0;

    public static Money operator +(Money left, Money right) => new(checked(left.Dong + right.Dong));

    public static Money operator -(Money left, Money right) => new(checked(left.Dong - right.Dong));

    public static bool operator <(Money left, Money right) => left.Dong < right.Dong;

    public static bool operator >(Money left, Money right) => left.Dong > right.Dong;

    public static bool operator <=(Money left, Money right) => left.Dong <= right.Dong;

    public static bool operator >=(Money left, Money right) => left.Dong >= right.Dong;

    public static Money Add(Money left, Money right) => left + right;

    public static Money Subtract(Money left, Money right) => left - right;

    public static Money Min(Money left, Money right) => left <= right ? left : right;

    public static Money Max(Money left, Money right) => left >= right ? left : right;

    public static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Zero, static (sum, amount) => sum + amount);

    public int CompareTo(Money other) => Dong.CompareTo(other.Dong);

    public override string ToString() => Dong.ToString(CultureInfo.InvariantCulture);
}
