using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Enterprises;
using Nscl.Application.Files;
using Nscl.Domain.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>A list of participants as it was sent.</summary>
public sealed record TraineeFile(string FileName, Stream Content);

/// <summary>What an import of a list would do, and everything that stands against it.</summary>
/// <param name="RowCount">Rows of data.</param>
/// <param name="SeatCount">Rows that get a seat at once.</param>
/// <param name="WaitlistCount">Rows that join the line.</param>
/// <param name="UndecidedCount">Rows on which an officer decides later.</param>
/// <param name="FaultyRowCount">Rows that cannot be taken as they stand.</param>
/// <param name="FaultCount">All faults; a row may have several.</param>
public sealed record TraineeListReport(int RowCount, int SeatCount, int WaitlistCount, int UndecidedCount, int FaultyRowCount, int FaultCount, IReadOnlyList<SheetFinding> Faults);

/// <param name="New">Registrations of the rows that nothing stands against.</param>
internal sealed record ReviewedTrainees(TraineeListReport Report, IReadOnlyList<CourseRegistration> New);

/// <summary>
/// Reads a list of participants and decides over every row as if the people came one after another: the same seats, line, duplicates and shares as for a
/// single registration. The number of statements does not depend on the number of rows.
/// </summary>
internal sealed class TraineeListReview(INsclDb db, ISpreadsheets spreadsheets, ICurrentUser current, IBusinessClock clock, CourseSeating seating)
{
    private static readonly SheetLimits Limits = new(MaxBytes: 10L * 1024 * 1024, MaxRows: TraineeSheet.MaxRows + 1, MaxCells: 50_000);

    /// <summary>The rows of a file, each read and checked by itself.</summary>
    public async Task<TraineeList> ReadAsync(TraineeFile file, CancellationToken cancellationToken)
    {
        var table = spreadsheets.Read(file.Content, file.FileName, Limits, cancellationToken);
        if (table.Rows.Count == 0)
        {
            return TraineeList.Refused(new SheetFinding(0, null, null, null, "enterprise.importEmpty", SheetHeadings.Args()));
        }

        var (headings, faults) = SheetHeadings.Read(table.Rows[0], TraineeSheet.Columns);
        if (faults.Count > 0)
        {
            return TraineeList.Refused([.. faults]);
        }

        if (table.Rows.Count == 1)
        {
            return TraineeList.Refused(new SheetFinding(headings.Row, null, null, null, "enterprise.importEmpty", SheetHeadings.Args()));
        }

        var references = await EnterpriseReferences.ReadAsync(db, current.User, clock.Today, cancellationToken);
        var rows = table.Rows.Skip(1).Select(row => new TraineeRow(row, headings, references)).Select(static row => (Row: row, Asked: row.Read())).ToList();
        var enterprises = await EnterprisesAsync([.. rows.Select(static row => row.Row.TaxCode).OfType<string>().Distinct(StringComparer.Ordinal)], cancellationToken);
        return new TraineeList([], [.. rows.Select(row => new ListedTrainee(row.Row, row.Asked.IsDifferentPerson == true, TraineeOf(row.Row, row.Asked, enterprises)))]);
    }

    /// <param name="course">Locked where the outcome is to be kept.</param>
    public async Task<ReviewedTrainees> DecideAsync(Course course, TraineeList list, CancellationToken cancellationToken)
    {
        if (list.Rows.Count == 0)
        {
            return new ReviewedTrainees(new TraineeListReport(0, 0, 0, 0, 0, list.Faults.Count, list.Faults), []);
        }

        var trainees = list.Rows.Select(static row => row.Trainee).OfType<Trainee>().ToList();
        var standing = await seating.StandAsync(course, string.Empty, except: null, cancellationToken);
        var placing = new Placing(course, standing, await OfOrganizationsAsync(course, trainees, cancellationToken), await KnownAsync(course, trainees, cancellationToken), current.User.CourseActOf(clock));
        var placed = new List<CourseRegistration>();
        foreach (var row in list.Rows.Where(static row => row.Trainee is not null))
        {
            try
            {
                course.RequireAdmits(row.Trainee!.Entry.Kind, clock.Today);
                var registration = placing.Place(row.Trainee, row.IsDifferentPerson);
                // What is faulty for another reason takes no place from those behind it.
                if (row.Row.Faults.Count == 0)
                {
                    placing.Keep(registration, row.Row.Number);
                    placed.Add(registration);
                }
            }
            catch (RuleViolationException rule) when (rule.Code.StartsWith("courseRegistration.", StringComparison.Ordinal))
            {
                row.Row.Add(placing.InTheFile(rule));
            }
        }

        var faults = list.Rows.SelectMany(static row => row.Row.Faults).ToList();
        var byStatus = placed.CountBy(static registration => registration.Status).ToDictionary();
        return new ReviewedTrainees(
            new TraineeListReport(
                list.Rows.Count,
                byStatus.GetValueOrDefault(RegistrationStatus.Registered),
                byStatus.GetValueOrDefault(RegistrationStatus.Waitlisted),
                byStatus.GetValueOrDefault(RegistrationStatus.AwaitingApproval),
                list.Rows.Count(static row => row.Row.Faults.Count > 0),
                faults.Count,
                faults),
            placed);
    }

    private static Trainee? TraineeOf(TraineeRow row, RegisterForCourseRequest asked, Dictionary<string, (Guid Id, string Name)> enterprises)
    {
        Guid? enterpriseId = null;
        var name = asked.OrganizationName;
        if (row.TaxCode is { } taxCode)
        {
            if (!enterprises.TryGetValue(taxCode, out var enterprise))
            {
                row.Add("taxCode", "courseRegistration.importEnterpriseUnknown", SheetHeadings.Args(("taxCode", SheetHeadings.Short(taxCode))));
            }
            else if (asked.ParticipantKind != ParticipantKind.CivilServant)
            {
                (enterpriseId, name) = (enterprise.Id, name ?? enterprise.Name);
            }
        }

        try
        {
            return Trainee.From(new TraineeEntry(asked.FullName, asked.ParticipantKind, name, enterpriseId, asked.DistrictCode, asked.Phone, asked.Email), RegistrationChannel.List);
        }
        catch (RuleViolationException rule)
        {
            row.Add(rule);
            return null;
        }
    }

    private async Task<Dictionary<string, (Guid Id, string Name)>> EnterprisesAsync(IReadOnlyList<string> taxCodes, CancellationToken cancellationToken) =>
        (await db.Enterprises.AsNoTracking().Where(row => taxCodes.Contains(row.TaxCode)).Select(static row => new { row.TaxCode, row.Id, row.Name }).ToListAsync(cancellationToken))
            .DistinctBy(static row => row.TaxCode).ToDictionary(static row => row.TaxCode, static row => (row.Id, row.Name), StringComparer.Ordinal);

    private async Task<Dictionary<string, int>> OfOrganizationsAsync(Course course, List<Trainee> trainees, CancellationToken cancellationToken)
    {
        if (course.OrganizationQuota is null)
        {
            return new Dictionary<string, int>(StringComparer.Ordinal);
        }

        var keys = trainees.Select(static trainee => trainee.OrganizationKey).Where(static key => key.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return (await db.CourseRegistrations.IgnoreQueryFilters([RowScope.FilterName])
                .Where(row => row.CourseId == course.Id && keys.Contains(row.OrganizationKey) && RegistrationActions.Active.Contains(row.Status))
                .GroupBy(static row => row.OrganizationKey).Select(static group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken))
            .ToDictionary(static count => count.Key, static count => count.Count, StringComparer.Ordinal);
    }

    /// <summary>Everybody in the province who shares name and organization with somebody of the list, latest first.</summary>
    private async Task<Dictionary<string, List<KnownPerson>>> KnownAsync(Course course, List<Trainee> trainees, CancellationToken cancellationToken)
    {
        var keys = trainees.Select(static trainee => trainee.PersonKey).Distinct(StringComparer.Ordinal).ToList();
        // With their tracked state: an offer that has just lapsed holds nobody off.
        var rows = await db.CourseRegistrations.IgnoreQueryFilters([RowScope.FilterName])
            .Where(row => row.Province == course.Province && keys.Contains(row.PersonKey)).OrderByDescending(static row => row.Id).ToListAsync(cancellationToken);
        return rows.GroupBy(static row => row.PersonKey, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.Select(CourseAdmission.Known).ToList(), StringComparer.Ordinal);
    }

    /// <summary>The course's list as it grows row by row.</summary>
    private sealed class Placing(Course course, Standing standing, Dictionary<string, int> ofOrganizations, Dictionary<string, List<KnownPerson>> known, CourseAct act)
    {
        private readonly HashSet<int> _taken = [.. standing.Seats.Taken.Numbers];
        private readonly Dictionary<int, int> _rowOfNumber = [];
        private int _waiting = standing.Seats.Waiting;
        private int _number = standing.LastQueueNumber;

        public CourseRegistration Place(Trainee trainee, bool isDifferentPerson)
        {
            var ofOrganization = trainee.OrganizationKey.Length == 0 ? 0 : ofOrganizations.GetValueOrDefault(trainee.OrganizationKey);
            var seats = new SeatState(course.Seats, TakenSeats.These(_taken), _waiting, course.WaitlistLimit, ofOrganization, course.OrganizationQuota);
            var person = PersonIdentity.Of(trainee, course.Id, known.GetValueOrDefault(trainee.PersonKey) ?? [], isDifferentPerson);
            SeatPlan.RequireShare(seats);
            return course.Mode == CourseMode.Open
                ? CourseRegistration.Placed(course, trainee, person, SeatPlan.Place(seats), _number + 1, RegistrationChannel.List, act)
                : CourseRegistration.Undecided(course, trainee, person, _number + 1, RegistrationChannel.List, act);
        }

        /// <summary>Where the person who is listed already stands in this very file, the row says more than a number of a list that is not there yet.</summary>
        public RuleViolationException InTheFile(RuleViolationException rule) =>
            rule.Args.TryGetValue("queueNumber", out var number) && _rowOfNumber.TryGetValue((int)number!, out var row) ? CourseRegistrationRules.InRow(rule, row) : CourseRegistrationRules.OfRow(rule);

        /// <summary>Whoever comes next finds the place taken.</summary>
        public void Keep(CourseRegistration registration, int row)
        {
            if (!known.TryGetValue(registration.PersonKey, out var people))
            {
                known[registration.PersonKey] = people = [];
            }

            people.Insert(0, CourseAdmission.Known(registration));
            _rowOfNumber[++_number] = row;
            ofOrganizations[registration.OrganizationKey] = ofOrganizations.GetValueOrDefault(registration.OrganizationKey) + 1;
            if (registration.SeatNumber is { } seat)
            {
                _taken.Add(seat);
            }
            else if (registration.Status == RegistrationStatus.Waitlisted)
            {
                _waiting++;
            }
        }
    }
}

/// <param name="Trainee">Null where the row alone is not enough to say who it is.</param>
internal sealed record ListedTrainee(TraineeRow Row, bool IsDifferentPerson, Trainee? Trainee);

/// <param name="Faults">Of the sheet as a whole; then there are no rows.</param>
internal sealed record TraineeList(IReadOnlyList<SheetFinding> Faults, IReadOnlyList<ListedTrainee> Rows)
{
    public static TraineeList Refused(params IReadOnlyList<SheetFinding> faults) => new(faults, []);

    public IReadOnlyList<string> PersonKeys => [.. Rows.Select(static row => row.Trainee?.PersonKey).OfType<string>().Distinct(StringComparer.Ordinal)];
}
