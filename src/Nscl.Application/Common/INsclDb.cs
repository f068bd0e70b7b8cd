using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
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

namespace Nscl.Application.Common;

/// <summary>
/// The database as use cases see it: aggregate roots only, already narrowed to the caller's provinces and rows.
/// </summary>
public interface INsclDb
{
    DbSet<SupportProgram> Programs { get; }

    DbSet<PolicyVersion> PolicyVersions { get; }

    DbSet<Enterprise> Enterprises { get; }

    DbSet<Enrollment> Enrollments { get; }

    DbSet<SubsidyCalculation> SubsidyCalculations { get; }

    DbSet<SubsidyHolding> SubsidyHoldings { get; }

    DbSet<Course> Courses { get; }

    DbSet<CourseRegistration> CourseRegistrations { get; }

    DbSet<AwardSeason> AwardSeasons { get; }

    DbSet<AwardNomination> AwardNominations { get; }

    DbSet<AwardScoreSheet> AwardScoreSheets { get; }

    DbSet<Council> Councils { get; }

    DbSet<CouncilSession> CouncilSessions { get; }

    DbSet<CommendationProposal> CommendationProposals { get; }

    DbSet<AwardWin> AwardWins { get; }
    DbSet<CourseSupervisionNote> CourseSupervisionNotes { get; }

    DbSet<TrainingContract> TrainingContracts { get; }
    DbSet<CourseAttendance> CourseAttendances { get; }

    DbSet<CourseCheckIn> CourseCheckIns { get; }

    DbSet<CalendarSubscription> CalendarSubscriptions { get; }

    DbSet<CourseEvaluation> CourseEvaluations { get; }

    DbSet<TrainingCertificate> TrainingCertificates { get; }

    DbSet<CertificateBatch> CertificateBatches { get; }

    DbSet<CertificateTemplate> CertificateTemplates { get; }

    DbSet<Expert> Experts { get; }

    DbSet<ExpertAssignment> ExpertAssignments { get; }

    DbSet<OutreachCampaign> OutreachCampaigns { get; }

    DbSet<OutreachProspect> OutreachProspects { get; }

    DbSet<StoredFile> StoredFiles { get; }

    /// <summary>
    /// Reads aggregates that are large and seldom change – programs and policy versions carry tens of kilobytes of JSON – without
    /// fetching and parsing them each time: every call asks the database which rows the caller sees and in which version they stand,
    /// and only a row that did not change comes from memory. Other requests hold the same objects: never change one.
    /// </summary>
    Task<IReadOnlyList<TAggregate>> ReadSharedAsync<TAggregate>(IQueryable<TAggregate> rows, CancellationToken cancellationToken)
        where TAggregate : AggregateRoot;

    /// <summary>Two kinds in one question: <see cref="ReadSharedAsync{TAggregate}"/>.</summary>
    Task<(IReadOnlyList<TFirst> First, IReadOnlyList<TSecond> Second)> ReadSharedAsync<TFirst, TSecond>(IQueryable<TFirst> first, IQueryable<TSecond> second, CancellationToken cancellationToken)
        where TFirst : AggregateRoot
        where TSecond : AggregateRoot;

    /// <summary>
    /// Reads one representation with the version of its row, without loading the aggregate, in one round trip – for aggregates with few children: the
    /// joined rows multiply. The statement is compiled once, so <paramref name="select"/> must be the same for a pair of types
    /// (<see cref="Projection"/>).
    /// </summary>
    /// <returns>Null when there is no such row, or none that the caller may see.</returns>
    Task<Versioned<TItem>?> ReadVersionedAsync<TAggregate, TItem>(Guid id, Expression<Func<TAggregate, TItem>> select, CancellationToken cancellationToken)
        where TAggregate : AggregateRoot;

    /// <summary>The version that the ETag carries.</summary>
    uint VersionOf(AggregateRoot aggregate);

    /// <summary>Refuses a save that would overwrite a change made after the caller read the row.</summary>
    void ExpectVersion(AggregateRoot aggregate, uint version);

    /// <summary>
    /// Takes the row lock that serializes decisions over one aggregate (for example the caps of one enterprise) until the end of the
    /// use case's transaction, which this begins when none runs yet.
    /// </summary>
    Task LockAsync<TAggregate>(Guid id, CancellationToken cancellationToken)
        where TAggregate : AggregateRoot;

    /// <summary>The same for several rows, in one order for all callers.</summary>
    Task LockAsync<TAggregate>(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
        where TAggregate : AggregateRoot;

    /// <summary>Keeps an aggregate as it is until the end of the transaction, together with others who do the same: waits only for who decides over it.</summary>
    Task LockSharedAsync<TAggregate>(Guid id, CancellationToken cancellationToken)
        where TAggregate : AggregateRoot;

    /// <summary>Lets one caller at a time into what the name stands for, until the end of the use case's transaction.</summary>
    Task LockAsync(string name, CancellationToken cancellationToken);

    /// <summary>The same for many names in one statement and in one order, so that two callers with several names in common do not wait for each other.</summary>
    Task LockAsync(IReadOnlyList<string> names, CancellationToken cancellationToken);

    /// <summary>
    /// Adds to the audit trail what happened to a row that is no aggregate root; roots leave their entries by themselves.
    /// </summary>
    /// <param name="province">Whose trail it joins.</param>
    /// <param name="changes">JSON object of the trail's form: kind, properties as [before, after], children as [added, changed, removed].</param>
    void Record(string entityType, Guid entityId, string province, string changes);

    /// <summary>Takes the next number of a gapless series (council papers, receipts …); concurrent callers wait for each other.</summary>
    Task<int> NextNumberAsync(string series, string province, int year, CancellationToken cancellationToken);

    /// <summary>Ids of the enterprises whose name or tax code matches what a person typed, within the caller's rows.</summary>
    IQueryable<Guid> SearchEnterprises(string query);

    /// <summary>Ids of the enterprises whose name resembles this one (<see cref="EnterpriseNames.SimilarFrom"/>), the likest first, within the caller's rows.</summary>
    IQueryable<Guid> SimilarEnterprises(string name, int maxCount);

    /// <summary>For each name the likest enterprise that resembles it, in one statement; names without one are left out.</summary>
    IQueryable<NameMatch> LikestEnterprises(IReadOnlyList<string> names);

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);

    DbSet<TEntity> Set<TEntity>()
        where TEntity : class;
}

/// <param name="Place">Of the name in the list, counted from 0.</param>
/// <param name="Id">The enterprise that resembles it.</param>
public sealed record NameMatch(int Place, Guid Id);
