using Mediator;
using Nscl.Domain.Amounts;
using Nscl.Domain.Common;

namespace Nscl.Application.Amounts;

/// <param name="Words">First letter capital, unit at the end: <c>Chín mươi triệu đồng</c>.</param>
public sealed record AmountInWords(Money Amount, string Words);

public sealed record SpellAmountQuery(Money Amount, SpellingProfile Profile) : IQuery<AmountInWords>;

internal sealed class SpellAmountHandler : IQueryHandler<SpellAmountQuery, AmountInWords>
{
    public ValueTask<AmountInWords> Handle(SpellAmountQuery query, CancellationToken cancellationToken) =>
        new(new AmountInWords(query.Amount, AmountSpeller.Spell(query.Amount, query.Profile)));
}
