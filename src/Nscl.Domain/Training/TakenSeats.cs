namespace Nscl.Domain.Training;

/// <summary>
/// Which seats of a course are not free: the first so many, as long as nobody has left a gap, or one by one. A course of ten thousand is
/// asked about as cheaply as one of ten.
/// </summary>
public sealed class TakenSeats
{
    private readonly IReadOnlySet<int>? _oneByOne;
    private readonly int _first;

    private TakenSeats(int first, IReadOnlySet<int>? oneByOne) => (_first, _oneByOne) = (first, oneByOne);

    public int Count => _oneByOne?.Count ?? _first;

    public IEnumerable<int> Numbers => _oneByOne ?? Enumerable.Range(1, _first);

    /// <summary>Seats 1 to <paramref name="count"/>.</summary>
    public static TakenSeats First(int count) => new(count, oneByOne: null);

    public static TakenSeats These(IReadOnlySet<int> numbers) => new(0, numbers);

    /// <summary>Null where as many are taken as there are: a seat beyond a count that was lowered still counts.</summary>
    public int? SmallestFree(int seats) =>
        Count >= seats ? null
        : _oneByOne is null ? _first + 1
        : Enumerable.Range(1, seats).First(number => !_oneByOne.Contains(number));
}
