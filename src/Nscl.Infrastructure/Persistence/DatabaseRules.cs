using Microsoft.EntityFrameworkCore;
using Npgsql;
using Nscl.Domain.Common;

namespace Nscl.Infrastructure.Persistence;

/// <summary>
/// The rules that only the database can hold under concurrency. A constraint is named after the problem code it stands for:
/// <c>ux__enterprises__tax_code_taken</c> refuses with <c>enterprises.taxCodeTaken</c>.
/// </summary>
internal static class DatabaseRules
{
    public static RuleViolationException? Translate(DbUpdateException exception) =>
        exception.InnerException is PostgresException postgres ? Translate(postgres) : null;

    public static RuleViolationException? Translate(PostgresException exception)
    {
        var parts = exception.ConstraintName?.Split("__") ?? [];
        return parts is [_, var capability, var rule]
            ? new RuleViolationException($"{Camel(capability)}.{Camel(rule)}", exception.MessageText)
            : null;
    }

    private static string Camel(string snake)
    {
        var words = snake.Split('_');
        return words[0] + string.Concat(words.Skip(1).Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
