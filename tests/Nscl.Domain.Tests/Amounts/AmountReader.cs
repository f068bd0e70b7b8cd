namespace Nscl.Domain.Tests.Amounts;

/// <summary>
/// Reads an amount in words back, left to right, the way a cashier does. Shares nothing with the speller: it knows the values
/// of words, not when they are written.
/// </summary>
internal static class AmountReader
{
    private static readonly Dictionary<string, int> Digits = new(StringComparer.Ordinal)
    {
        ["không"] = 0,
        ["một"] = 1,
        ["mốt"] = 1,
        ["hai"] = 2,
        ["ba"] = 3,
        ["bốn"] = 4,
        ["tư"] = 4,
        ["năm"] = 5,
        ["lăm"] = 5,
        ["sáu"] = 6,
        ["bảy"] = 7,
        ["tám"] = 8,
        ["chín"] = 9,
    };

    public static long Read(string text)
    {
        long billions = 0, belowBillion = 0, group = 0, digit = 0;

        foreach (var word in text.ToLowerInvariant().Split(' '))
        {
            switch (word)
            {
                case "trăm":
                    (group, digit) = (group + (digit * 100), 0);
                    break;
                case "mươi":
                    (group, digit) = (group + (digit * 10), 0);
                    break;
                case "mười":
                    group += 10;
                    break;
                case "linh" or "lẻ":
                    break;
                case "nghìn" or "ngàn":
                    (belowBillion, group, digit) = (belowBillion + ((group + digit) * 1_000), 0, 0);
                    break;
                case "triệu":
                    (belowBillion, group, digit) = (belowBillion + ((group + digit) * 1_000_000), 0, 0);
                    break;
                case "tỷ":
                    (billions, belowBillion, group, digit) = (belowBillion + group + digit, 0, 0, 0);
                    break;
                case "đồng":
                    return (billions * 1_000_000_000) + belowBillion + group + digit;
                default:
                    digit = Digits[word];
                    break;
            }
        }

        throw new FormatException($"\"{text}\" does not end with its unit.");
    }
}
