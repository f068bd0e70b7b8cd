using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Common;
using Nscl.Domain.Training;

namespace Nscl.Infrastructure.Training;

/// <summary>
/// The courses of 2022 (S4.10–S4.13: three, 195 trainees, of whom about 80 from 24 to 27 November – one of the three, not beside them). Everything else
/// is invented and marked so: the days of the first two, who came, and of which kind. The demo begins on 3 October, so that the third is still to be
/// held: it takes its place in the year's figures when it has been. One transaction for all.
/// </summary>
internal sealed class DemoCourses(INsclDb db, ICurrentUser current, IDemoCallers callers, IBusinessClock clock) : IDemoSeed
{
    private const string Series = "course";
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);
    private static readonly TimeOnly OfficeHour = new(9, 0);

    public int Order => DemoSeedOrder.Courses;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var demo = Read();
        using var asOfficer = current.ActAs(await callers.FindAsync(demo.Officer, cancellationToken));
        var programId = await db.Programs.Where(program => program.Code == demo.Program).Select(static program => (Guid?)program.Id).FirstOrDefaultAsync(cancellationToken);
        if (programId is null || await db.Courses.AnyAsync(cancellationToken))
        {
            return;
        }

        var enterprises = await db.Enterprises.OrderBy(static row => row.TaxCode).Select(static row => new DemoEmployer(row.Id, row.Name, row.DistrictCode)).ToListAsync(cancellationToken);
        var people = new DemoPeople(demo, enterprises);
        foreach (var entry in demo.Courses)
        {
            var course = Course.Plan(demo.Province, await db.NextNumberAsync(Series, demo.Province, entry.PlannedOn.Year, cancellationToken), entry.ToContent(programId.Value), ActOn(entry.PlannedOn));
            course.MarkIllustrative();
            course.OpenRegistration(ActOn(entry.PlannedOn));
            db.Courses.Add(course);
            db.CourseRegistrations.AddRange(people.Register(course, entry, ActOn(entry.PlannedOn.AddDays(1))));
            if (entry.EndsOn < clock.Today)
            {
                course.End(ActOn(entry.EndsOn));
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private CourseAct ActOn(DateOnly day) => new(current.User.Id, current.User.FullName, new DateTimeOffset(day, OfficeHour, Vietnam).ToUniversalTime(), day);

    private static DemoTraining Read()
    {
        using var stream = typeof(DemoCourses).Assembly.GetManifestResourceStream("demo-courses.json")!;
        return JsonSerializer.Deserialize<DemoTraining>(stream, DomainJson.Options)!;
    }
}

internal sealed record DemoTraining(string Province, string Officer, string Program, IReadOnlyList<DemoCourse> Courses, IReadOnlyList<DemoPlace> Places, IReadOnlyDictionary<string, string> Organizations, DemoNames Names);

/// <param name="People">How many of each kind; the source has no such split.</param>
/// <param name="Returning">How many of them were at the first course already, so that there are fewer people than turns.</param>
internal sealed record DemoCourse(
    string Title,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Standards,
    IReadOnlyList<string> CoOrganizers,
    string Description,
    string Notice,
    DateOnly PlannedOn,
    DateOnly StartsOn,
    DateOnly EndsOn,
    int Seats,
    IReadOnlyList<CourseSessionEntry> Sessions,
    IReadOnlyDictionary<ParticipantKind, int> People,
    int Returning)
{
    public CourseContent ToContent(Guid programId) => new(
        CourseKind.TrainingCourse,
        Title,
        StartsOn,
        EndsOn,
        Seats,
        programId,
        Description,
        Topics,
        Standards,
        CoOrganizers,
        Venue: Sessions[0].Room,
        ConfirmationHours: 48,
        NoticeText: Notice,
        Sessions: Sessions);
}

internal sealed record DemoPlace(string Code, string Name);

internal sealed record DemoNames(IReadOnlyList<string> Family, IReadOnlyList<string> Middle, IReadOnlyList<string> Given, IReadOnlyList<string> Highland, IReadOnlyList<string> HighlandGiven);

internal sealed record DemoEmployer(Guid Id, string Name, string DistrictCode);

/// <summary>People whom nobody is: plausible names of the plains and the highlands, some of them borne by several.</summary>
internal sealed class DemoPeople(DemoTraining demo, IReadOnlyList<DemoEmployer> employers)
{
    private readonly Dictionary<string, List<KnownPerson>> _known = new(StringComparer.Ordinal);
    private readonly List<TraineeEntry> _first = [];
    private int _count;

    /// <summary>Everybody with a seat, in the order of the list that the office entered.</summary>
    public IReadOnlyList<CourseRegistration> Register(Course course, DemoCourse entry, CourseAct act)
    {
        var entries = entry.People.OrderBy(static kind => kind.Key).SelectMany(kind => Enumerable.Range(0, kind.Value).Select(_ => kind.Key)).ToList();
        var returning = _first.Where(person => entries.Remove(person.Kind)).Take(entry.Returning).ToList();
        var rows = new List<CourseRegistration>();
        foreach (var person in returning.Concat(entries.Select(NewPerson)))
        {
            var trainee = Trainee.From(person, RegistrationChannel.List);
            if (!_known.TryGetValue(trainee.PersonKey, out var known))
            {
                _known[trainee.PersonKey] = known = [];
            }

            var seat = rows.Count + 1;
            var row = CourseRegistration.Placed(course, trainee, PersonIdentity.Of(trainee, course.Id, known, isDifferentPerson: true), seat, seat, RegistrationChannel.List, act);
            known.Insert(0, new KnownPerson(row.PersonId, row.CourseId, true, row.Homonym, row.QueueNumber, row.Phone, row.Email));
            rows.Add(row);
        }

        if (_first.Count == 0)
        {
            _first.AddRange(rows.Select(static row => new TraineeEntry(row.FullName, row.ParticipantKind, row.OrganizationName, row.EnterpriseId, row.DistrictCode, row.Phone)));
        }

        return rows;
    }

    private TraineeEntry NewPerson(ParticipantKind kind)
    {
        var number = _count++;
        var (name, place) = (NameOf(number), demo.Places[number * 7 % demo.Places.Count]);
        // 0900 000 …: numbers of a demo, nobody's.
        var phone = string.Create(CultureInfo.InvariantCulture, $"0900 000 {number:D3}");
        if (kind == ParticipantKind.Enterprise && employers.Count > 0)
        {
            var employer = employers[number % employers.Count];
            return new TraineeEntry(name, kind, employer.Name, employer.Id, employer.DistrictCode, phone);
        }

        var pattern = demo.Organizations.GetValueOrDefault(DomainJson.NameOf(kind)) ?? "{place}";
        var organization = pattern.Replace("{place}", place.Name, StringComparison.Ordinal).Replace("{name}", name, StringComparison.Ordinal);
        return new TraineeEntry(name, kind, organization, null, place.Code, phone);
    }

    /// <summary>Every fourth bears a name of the highlands, such as A Nao: short names that several people bear.</summary>
    private string NameOf(int number)
    {
        var names = demo.Names;
        return number % 4 == 3
            ? $"{names.Highland[number / 4 % names.Highland.Count]} {names.HighlandGiven[number / 8 % names.HighlandGiven.Count]}"
            : $"{names.Family[number % names.Family.Count]} {names.Middle[number % names.Middle.Count]} {names.Given[number % names.Given.Count]}";
    }
}
