using Microsoft.EntityFrameworkCore;
using Npgsql;
using Nscl.Domain.Common;

namespace Nscl.Infrastructure.Persistence;

/// <summary>
/// The rules that only the database can hold under concurrency. A constraint is named after the problem code it stands for:
/// <c>ux__enterprise__tax_code_taken</c> refuses with <c>enterprise.taxCodeTaken</c>.
/// </summary>
internal static class DatabaseRules
{
    public static void ThrowIfRule(DbUpdateException exception)
    {
        if (exception.InnerException is PostgresException { ConstraintName: { } constraint } && constraint.Split("__") is [_, var capability, var rule])
        {
            throw new RuleViolationException($"{Camel(capability)}.{Camel(rule)}", "What is stored already stands against it.");
        }
    }

    private static string Camel(string snake)
    {
        var words = snake.Split('_');
        return words[0] + string.Concat(words.Skip(1).Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
