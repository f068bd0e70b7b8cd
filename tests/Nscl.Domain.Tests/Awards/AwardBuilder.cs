using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Nscl.Domain.Awards;
using Nscl.Domain.Calendar;
using Nscl.Domain.Common;
using Nscl.Domain.Enterprises;

namespace Nscl.Domain.Tests.Awards;

/// <summary>The round of 2022 in Kon Tum under the regimes as the reference data has them.</summary>
internal static class AwardBuilder
{
    public static readonly DateOnly Today = new(2022, 10, 3);
    public static readonly DateOnly RegistrationEnds = new(2022, 10, 30);
    public static readonly DateOnly DossierEnds = new(2022, 11, 30);
    public static readonly AwardAct Officer = ActOn(Today);
    public static readonly WorkingDayCalendar Days = new([]);

    private static readonly JsonSerializerOptions Reading = new(DomainJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    public static readonly AwardRegime RegimeA = Regime("regimeA");
    public static readonly AwardRegime RegimeB = Regime("regimeB");

    public static AwardAct ActOn(DateOnly day, AwardParty party = AwardParty.Office) =>
        new(Guid.Parse("0192f0a0-0000-7000-8000-000000000001"), "Nguyễn Thị Hồng Nhung", party, new DateTimeOffset(day.ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero), day);

    public static AwardSeasonContent Content(int year = 2022) => new(
        year,
        "Giải thưởng Chất lượng Quốc gia",
        ReentryYears: 3,
        ReentrySource: "Hướng dẫn của tỉnh Cao Bằng",
        Deadlines: [new AwardDeadlineEntry(AwardDeadlineKind.Dossier, DossierEnds), new AwardDeadlineEntry(AwardDeadlineKind.Registration, RegistrationEnds)]);

    public static AwardSeason Planned(AwardSeasonContent? content = null) => AwardSeason.Plan("konTum", RegimeA, content ?? Content(), Officer);

    public static AwardSeason Season(AwardSeasonStatus status)
    {
        var season = Planned();
        if (status == AwardSeasonStatus.Planned)
        {
            return season;
        }

        season.Open(Officer);
        switch (status)
        {
            case AwardSeasonStatus.Assessing:
                season.StartAssessing(Tally(takingPart: 1), Officer);
                break;
            case AwardSeasonStatus.Forwarded:
                season.StartAssessing(Tally(takingPart: 1), Officer);
                season.Forward(Tally(takingPart: 1, forwarded: 1), Officer);
                break;
            case AwardSeasonStatus.Closed:
                season.Close("Không có doanh nghiệp đăng ký tham gia", AwardSeasonTally.None, Officer);
                break;
            case AwardSeasonStatus.Cancelled:
                season.Cancel("Dịch bệnh", Officer);
                break;
            default:
                break;
        }

        return season;
    }

    public static AwardSeasonTally Tally(int takingPart = 0, int beforeConclusion = 0, int awaitingResult = 0, int forwarded = 0) => new(takingPart, beforeConclusion, awaitingResult, forwarded);

    public static AwardRegistration Registration(DateOnly? on = null) => new(Guid.Parse("0192f0a0-0000-7000-8000-0000000000e1"), "Công ty TNHH Cà phê Đăk Hà Xanh (minh họa)", on ?? Today);

    public static AwardNomination Registered(AwardSeason season, AwardNominationContent? content = null) =>
        AwardNomination.Register(season, 1, Registration(), content ?? new AwardNominationContent(AwardActivity.Production, 36), Officer);

    /// <summary>With a paper for every part that is required.</summary>
    public static AwardNomination Complete(AwardSeason season)
    {
        var nomination = Registered(season);
        foreach (var part in season.Regime.DossierParts.Where(static part => part.Required))
        {
            nomination.Attach(season, part.Code, Guid.CreateVersion7(), part.Code + ".pdf", Officer);
        }

        return nomination;
    }

    public static AwardEligibilityFacts Facts(
        OrganizationType type = OrganizationType.Enterprise,
        string? establishedOn = "2014-03-20",
        AwardDeclarations? declarations = null,
        int? lastGoldYear = null) =>
        new(type, establishedOn is null ? null : DateOnly.Parse(establishedOn, System.Globalization.CultureInfo.InvariantCulture), Today, declarations ?? new AwardDeclarations(true, true, false), lastGoldYear);

    public static AwardConfirmation Confirmed(AwardCondition condition, bool isMet = true) => new(condition, isMet, "Công văn xác nhận", "Trần Văn Thạnh", Today);

    public static IReadOnlyList<AwardConditionCheck> AllMet => AwardEligibility.Examine(new AwardEligibilityTerms(2022, 36, ReentryYears: 3), Facts(), [Confirmed(AwardCondition.NoViolation)]);

    /// <summary>A sheet of regime A with so many points in all.</summary>
    public static IReadOnlyList<AwardCriterionScore> Scores(int total)
    {
        var scores = new List<AwardCriterionScore>();
        foreach (var criterion in RegimeA.Criteria)
        {
            var points = Math.Min(total, criterion.MaxPoints!.Value);
            scores.Add(new AwardCriterionScore(criterion.Code, points));
            total -= points;
        }

        return scores;
    }

    private static AwardRegime Regime(string code)
    {
        var entry = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "packs", "reference-vn.json")))!["awardRegimes"]!.AsArray()
            .Single(regime => (string)regime!["code"]! == code)!;
        return entry.Deserialize<AwardRegime>(Reading)!;
    }
}
