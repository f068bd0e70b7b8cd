using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Nscl.Application.Common;

namespace Nscl.Infrastructure.Persistence;

internal static class NsclDbContextOptions
{
    public static DbContextOptions<NsclDbContext> For(string connectionString, IServiceProvider services)
    {
        var builder = new DbContextOptionsBuilder<NsclDbContext>();
        Configure(builder, services, options => options.UseNpgsql(connectionString, Npgsql));
        return builder.Options;
    }

    public static void Configure(DbContextOptionsBuilder builder, IServiceProvider services, Action<DbContextOptionsBuilder> connect)
    {
        connect(builder);
        builder
            .UseSnakeCaseNamingConvention()
            .UseApplicationServiceProvider(services)
            .AddInterceptors(new ProvinceScopeInterceptor(services.GetRequiredService<ICurrentUser>()), AggregateInterceptor.Instance)
            // Roots carry many small child tables; one joined statement would multiply their rows.
            .ConfigureWarnings(static warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning))
            // A taken tax code is an answer, not an error. What nobody expected is logged once, by whoever has to answer for it.
            .ConfigureWarnings(static warnings => warnings.Ignore(CoreEventId.SaveChangesFailed, CoreEventId.QueryIterationFailed, RelationalEventId.CommandError));
    }

    public static void Npgsql(Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder options) =>
        options.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery).SetPostgresVersion(15, 0);
}
