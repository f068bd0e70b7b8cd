using System.Linq.Expressions;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Nscl.Application.Common;
using Nscl.Domain.Audit;
using Nscl.Domain.Appraisals;
using Nscl.Domain.Awards;
using Nscl.Domain.Commendations;
using Nscl.Domain.Common;
using Nscl.Domain.Enrollments;
using Nscl.Domain.Enterprises;
using Nscl.Domain.Experts;
using Nscl.Domain.Files;
using Nscl.Domain.Outreach;
using Nscl.Domain.Policies;
using Nscl.Domain.Programs;
using Nscl.Domain.Subsidies;
using Nscl.Domain.Training;
using Nscl.Infrastructure.Identity;

namespace Nscl.Infrastructure.Persistence;

/// <summary>The database, narrowed to the caller: see <c>NsclDbContext.Scope.cs</c>.</summary>
public sealed partial class NsclDbContext(DbContextOptions<NsclDbContext> options)
    : IdentityDbContext<NsclUser, NsclRole, Guid>(options), INsclDb, IDataProtectionKeyContext
{
    /// <summary>Shadow row version (<c>xmin</c>) of every aggregate; the ETag.</summary>
    internal const string VersionProperty = VersionedReading.VersionProperty;

    /// <summary>Shadow or mapped tenant key of every business row.</summary>
    internal const string ProvinceProperty = nameof(AggregateRoot.Province);

    internal const int ProvinceMaxLength = 32;
    internal const string VietnameseCollation = "vi-x-icu";

    private readonly List<(string Sql, object Value)> _locksAhead = [];
    private IDbContextTransaction? _ownTransaction;

    public DbSet<SupportProgram> Programs => Set<SupportProgram>();

    public DbSet<PolicyVersion> PolicyVersions => Set<PolicyVersion>();

    public DbSet<Enterprise> Enterprises => Set<Enterprise>();

    public DbSet<Enrollment> Enrollments => Set<Enrollment>();

    public DbSet<SubsidyCalculation> SubsidyCalculations => Set<SubsidyCalculation>();

    public DbSet<SubsidyHolding> SubsidyHoldings => Set<SubsidyHolding>();

    public DbSet<Course> Courses => Set<Course>();

    public DbSet<CourseRegistration> CourseRegistrations => Set<CourseRegistration>();

    public DbSet<AwardSeason> AwardSeasons => Set<AwardSeason>();

    public DbSet<AwardNomination> AwardNominations => Set<AwardNomination>();

    public DbSet<AwardScoreSheet> AwardScoreSheets => Set<AwardScoreSheet>();

    public DbSet<Council> Councils => Set<Council>();

    public DbSet<CouncilSession> CouncilSessions => Set<CouncilSession>();

    public DbSet<CommendationProposal> CommendationProposals => Set<CommendationProposal>();

    public DbSet<AwardWin> AwardWins => Set<AwardWin>();
    public DbSet<CourseSupervisionNote> CourseSupervisionNotes => Set<CourseSupervisionNote>();

    public DbSet<TrainingContract> TrainingContracts => Set<TrainingContract>();
    public DbSet<CourseAttendance> CourseAttendances => Set<CourseAttendance>();

    public DbSet<CourseCheckIn> CourseCheckIns => Set<CourseCheckIn>();

    public DbSet<CalendarSubscription> CalendarSubscriptions => Set<CalendarSubscription>();

    public DbSet<CourseEvaluation> CourseEvaluations => Set<CourseEvaluation>();

    public DbSet<TrainingCertificate> TrainingCertificates => Set<TrainingCertificate>();

    public DbSet<CertificateBatch> CertificateBatches => Set<CertificateBatch>();

    public DbSet<CertificateTemplate> CertificateTemplates => Set<CertificateTemplate>();

    public DbSet<Expert> Experts => Set<Expert>();

    public DbSet<ExpertAssignment> ExpertAssignments => Set<ExpertAssignment>();

    public DbSet<OutreachCampaign> OutreachCampaigns => Set<OutreachCampaign>();

    public DbSet<OutreachProspect> OutreachProspects => Set<OutreachProspect>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditSeal> AuditSeals => Set<AuditSeal>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public uint VersionOf(AggregateRoot aggregate) => Entry(aggregate).Property<uint>(VersionProperty).CurrentValue;

    public void ExpectVersion(AggregateRoot aggregate, uint version)
    {
        if (VersionOf(aggregate) != version)
        {
            throw new StaleVersionException();
        }
    }

    public Task<Versioned<TItem>?> ReadVersionedAsync<TAggregate, TItem>(Guid id, Expression<Func<TAggregate, TItem>> select, CancellationToken cancellationToken)
        where TAggregate : AggregateRoot => VersionedStatement<TAggregate, TItem>.ReadAsync(this, id, select, cancellationToken);

    public async Task<IReadOnlyList<TAggregate>> ReadSharedAsync<TAggregate>(IQueryable<TAggregate> rows, CancellationToken cancellationToken)
        where TAggregate : AggregateRoot =>
        await SharedAsync<TAggregate>(await Stands(rows, ofSecond: false).ToListAsync(cancellationToken), cancellationToken);

    public async Task<(IReadOnlyList<TFirst> First, IReadOnlyList<TSecond> Second)> ReadSharedAsync<TFirst, TSecond>(IQueryable<TFirst> first, IQueryable<TSecond> second, CancellationToken cancellationToken)
        where TFirst : AggregateRoot
        where TSecond : AggregateRoot
    {
        var stands = (await Stands(first, ofSecond: false).Concat(Stands(second, ofSecond: true)).ToListAsync(cancellationToken)).ToLookup(static stand => stand.OfSecond);
        return (await SharedAsync<TFirst>([.. stands[false]], cancellationToken), await SharedAsync<TSecond>([.. stands[true]], cancellationToken));
    }

    private static IQueryable<RowStand> Stands<TAggregate>(IQueryable<TAggregate> rows, bool ofSecond)
        where TAggregate : AggregateRoot =>
        rows.AsNoTracking().Select(row => new RowStand { Id = row.Id, Version = EF.Property<uint>(row, VersionProperty), OfSecond = ofSecond });

    private async Task<IReadOnlyList<TAggregate>> SharedAsync<TAggregate>(List<RowStand> stands, CancellationToken cancellationToken)
        where TAggregate : AggregateRoot
    {
        var shared = this.GetService<SharedRows>();
        var found = stands.ConvertAll(stand => (TAggregate?)shared.Find(stand.Id, stand.Version));
        if (found.Contains(null))
        {
            var missing = stands.Where((_, at) => found[at] is null).Select(static stand => stand.Id).ToList();
            var read = await Set<TAggregate>().AsNoTracking().Where(row => missing.Contains(row.Id))
                .Select(static row => new { Row = row, Version = EF.Property<uint>(row, VersionProperty) }).ToListAsync(cancellationToken);
            read.ForEach(entry => shared.Keep(entry.Row, entry.Version));
            var byId = read.ToDictionary(static entry => entry.Row.Id, static entry => entry.Row);
            found = [.. stands.Select((stand, at) => found[at] ?? byId.GetValueOrDefault(stand.Id))];
        }

        return [.. found.OfType<TAggregate>()];
    }

    // The names of tables come from the model, never from input.
    public Task LockAsync<TAggregate>(Guid id, CancellationToken cancellationToken)
        where TAggregate : AggregateRoot =>
        LockAheadAsync("SELECT 1 FROM " + Model.FindEntityType(typeof(TAggregate))!.GetTableName() + " WHERE id = {0} FOR UPDATE", id, cancellationToken);

    public Task LockAsync<TAggregate>(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
        where TAggregate : AggregateRoot =>
        LockAheadAsync("SELECT 1 FROM " + Model.FindEntityType(typeof(TAggregate))!.GetTableName() + " WHERE id = ANY ({0}) ORDER BY id FOR UPDATE", ids.ToArray(), cancellationToken);

    public Task LockSharedAsync<TAggregate>(Guid id, CancellationToken cancellationToken)
        where TAggregate : AggregateRoot =>
        LockAheadAsync("SELECT 1 FROM " + Model.FindEntityType(typeof(TAggregate))!.GetTableName() + " WHERE id = {0} FOR KEY SHARE", id, cancellationToken);

    public Task LockAsync(string name, CancellationToken cancellationToken) =>
        LockAheadAsync("SELECT pg_advisory_xact_lock(hashtextextended({0}, 1))", name, cancellationToken);

    public Task LockAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) => LockAheadAsync(
        "SELECT pg_advisory_xact_lock(key) FROM (SELECT DISTINCT hashtextextended(name, 1) AS key FROM unnest({0}) AS name ORDER BY 1 OFFSET 0) AS keys",
        names.ToArray(),
        cancellationToken);

    public void Record(string entityType, Guid entityId, string province, string changes) => AggregateInterceptor.Record(this, entityType, entityId, province, changes);

    public async Task<int> NextNumberAsync(string series, string province, int year, CancellationToken cancellationToken)
    {
        await EnsureTransactionAsync(cancellationToken);
        var numbers = await Database.SqlQuery<int>($"""
            INSERT INTO number_series (province, series, year, last_number) VALUES ({province}, {series}, {year}, 1)
            ON CONFLICT (province, series, year) DO UPDATE SET last_number = number_series.last_number + 1
            RETURNING last_number AS "Value"
            """).ToListAsync(cancellationToken);
        return numbers[0];
    }

    public IQueryable<Guid> SearchEnterprises(string query)
    {
        var patterns = VietnameseSearch.Patterns(query).Select(static group => string.Join(SearchFunctions.Separator, group)).ToArray();
        var (provinces, seesAll, enterpriseIds, sectors, districts) = ScopeArguments;
        return Database.SqlQuery<Guid>($"SELECT id AS \"Value\" FROM nscl_search_enterprises({patterns}, {provinces}, {seesAll}, {enterpriseIds}, {sectors}, {districts})");
    }

    public IQueryable<Guid> SimilarEnterprises(string name, int maxCount)
    {
        var key = EnterpriseNames.ComparisonKey(name);
        var (provinces, seesAll, enterpriseIds, sectors, districts) = ScopeArguments;
        return Database.SqlQuery<Guid>($"SELECT id AS \"Value\" FROM nscl_similar_enterprises({key}, {EnterpriseNames.SimilarFrom}, {maxCount}, {provinces}, {seesAll}, {enterpriseIds}, {sectors}, {districts})");
    }

    public IQueryable<NameMatch> LikestEnterprises(IReadOnlyList<string> names)
    {
        var keys = names.Select(EnterpriseNames.ComparisonKey).ToArray();
        var (provinces, seesAll, enterpriseIds, sectors, districts) = ScopeArguments;
        return Database.SqlQuery<NameMatch>($"SELECT place, id FROM nscl_likest_enterprises({keys}, {EnterpriseNames.SimilarFrom}, {provinces}, {seesAll}, {enterpriseIds}, {sectors}, {districts})");
    }

    internal IReadOnlyList<(string Sql, object Value)> TakeLocksAhead()
    {
        if (_locksAhead.Count == 0)
        {
            return [];
        }

        var taken = _locksAhead.ToList();
        _locksAhead.Clear();
        return taken;
    }

    async Task<int> INsclDb.SaveChangesAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_locksAhead.Count > 0)
            {
                // A batch of changes is told by the places of its statements how each went; nothing may stand before them.
                await Database.ExecuteSqlRawAsync("SELECT 1", cancellationToken);
            }

            var written = await SaveChangesAsync(cancellationToken);
            if (_ownTransaction is { } own)
            {
                await own.CommitAsync(cancellationToken);
                await own.DisposeAsync();
                _ownTransaction = null;
            }

            return written;
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new StaleVersionException();
        }
        catch (DbUpdateException exception)
        {
            DatabaseRules.ThrowIfRule(exception);
            throw;
        }
    }

    public override void Dispose()
    {
        _ownTransaction?.Dispose();
        _ownTransaction = null;
        base.Dispose();
    }

    public override async ValueTask DisposeAsync()
    {
        if (_ownTransaction is not null)
        {
            await _ownTransaction.DisposeAsync();
            _ownTransaction = null;
        }

        await base.DisposeAsync();
    }

    /// <summary>Locks and numbers hold until the end of a transaction: the request's own, or one that the handler's single save commits.</summary>
    private async Task EnsureTransactionAsync(CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is null)
        {
            // A save that fails ends the use case: nobody goes back to the state before it.
            Database.AutoSavepointsEnabled = false;
            _ownTransaction = await Database.BeginTransactionAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Takes a lock with the statement that follows: <see cref="ProvinceScopeInterceptor"/> sends both together. What is read after the lock is read behind it.
    /// </summary>
    private async Task LockAheadAsync(string sql, object value, CancellationToken cancellationToken)
    {
        await EnsureTransactionAsync(cancellationToken);
        _locksAhead.Add((sql, value));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Money>().HaveConversion<MoneyConverter>();
        configurationBuilder.Properties<string>().HaveMaxLength(2000);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasPostgresExtension("unaccent").HasPostgresExtension("pg_trgm").HasPostgresExtension("btree_gist");
        builder.UseOpenIddict();
        builder.ApplyConfigurationsFromAssembly(typeof(NsclDbContext).Assembly);
        MapIdentityTables(builder);
        foreach (var entity in builder.Model.GetEntityTypes().ToList())
        {
            CamelCaseEnums.Apply(entity);
            if (typeof(AggregateRoot).IsAssignableFrom(entity.ClrType))
            {
                var root = builder.Entity(entity.ClrType);
                root.HasKey(nameof(AggregateRoot.Id));
                root.Property(nameof(AggregateRoot.Id)).ValueGeneratedNever();
                root.Property(ProvinceProperty).HasMaxLength(ProvinceMaxLength).IsRequired();
                root.Property<uint>(VersionProperty).IsRowVersion();
                root.HasQueryFilter("province", ProvinceFilter(entity.ClrType));
            }
            else if (entity.IsOwned() && !entity.IsMappedToJson() && entity.GetTableName() != entity.FindOwnership()!.PrincipalEntityType.GetTableName())
            {
                var province = entity.AddProperty(ProvinceProperty, typeof(string));
                province.SetMaxLength(ProvinceMaxLength);
                province.IsNullable = false;
            }
        }

        ApplyRowScope(builder);
    }

    private static void MapIdentityTables(ModelBuilder builder)
    {
        builder.Entity<NsclUser>().ToTable("users");
        builder.Entity<NsclRole>().ToTable("roles");
        builder.Entity<IdentityUserRole<Guid>>().ToTable("user_roles");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("user_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("user_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("user_tokens");
        builder.Entity<IdentityRoleClaim<Guid>>().ToTable("role_claims");
        builder.Entity<DataProtectionKey>(static keys =>
        {
            keys.ToTable("data_protection_keys");
            keys.Property(static key => key.Xml).HasMaxLength(20_000);
        });
        foreach (var entity in builder.Model.GetEntityTypes().Where(static type => type.ClrType.Namespace?.StartsWith("OpenIddict", StringComparison.Ordinal) == true).ToList())
        {
            entity.SetTableName("oauth_" + entity.GetTableName()!.Replace("OpenIddict", string.Empty, StringComparison.Ordinal).ToLowerInvariant());
            foreach (var property in entity.GetProperties().Where(static property => property.ClrType == typeof(string) && property.GetMaxLength() is 2000))
            {
                // Tokens, properties and permissions are the library's own documents.
                property.SetMaxLength(null);
                property.SetColumnType("text");
            }
        }
    }

    private LambdaExpression ProvinceFilter(Type root)
    {
        var row = Expression.Parameter(root, "row");
        var provinces = Expression.Property(Expression.Constant(this), nameof(ScopeProvinces));
        var contains = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(string)], provinces, Expression.Property(row, ProvinceProperty));
        return Expression.Lambda(Expression.OrElse(Expression.Property(Expression.Constant(this), nameof(ScopeIsEverywhere)), contains), row);
    }

    /// <summary>Which row, and in which version it stands.</summary>
    private sealed class RowStand
    {
        public Guid Id { get; init; }

        public uint Version { get; init; }

        public bool OfSecond { get; init; }
    }

    private sealed class MoneyConverter() : ValueConverter<Money, long>(static money => money.Dong, static dong => new Money(dong));
}
