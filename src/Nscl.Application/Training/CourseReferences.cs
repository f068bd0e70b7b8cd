using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Enterprises;
using Nscl.Application.ReferenceData;
using Nscl.Domain.ReferenceData;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Refuses what a course names and no list or row knows. What is on record already stays, also after a reform or a new list.</summary>
internal static class CourseReferences
{
    /// <param name="before">The course as it is; null while it is planned.</param>
    public static async Task RequireKnownAsync(INsclDb db, CurrentUser user, DateOnly today, CourseInput input, Course? before, CancellationToken cancellationToken)
    {
        if (input.ProgramId is { } programId && programId != before?.ProgramId && !await db.Programs.AnyAsync(program => program.Id == programId, cancellationToken))
        {
            throw new NotFoundException("program");
        }

        var errors = await UnknownTopicsAsync(db, user, input, before, cancellationToken);
        if (!string.IsNullOrWhiteSpace(input.DistrictCode) && input.DistrictCode != before?.DistrictCode
            && !(await EnterpriseReferences.ReadAsync(db, user, today, cancellationToken)).HasDistrict(input.DistrictCode))
        {
            errors.Add(UnknownDistrict(input.DistrictCode));
        }

        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }

    public static InputError UnknownDistrict(string code) => Unknown("/districtCode", "course.unknownDistrict", "No administrative unit of the province has this code today.", code);

    private static async Task<List<InputError>> UnknownTopicsAsync(INsclDb db, CurrentUser user, CourseInput input, Course? before, CancellationToken cancellationToken)
    {
        var topics = (input.Topics ?? []).Select(static (code, i) => (Code: code, Position: i)).Where(topic => before?.Topics.Contains(topic.Code) != true).ToList();
        if (topics.Count == 0)
        {
            return [];
        }

        var (codes, provinces) = (topics.ConvertAll(static topic => topic.Code), user.Provinces);
        var known = await db.Set<ReferenceItem>().AsNoTracking()
            .Where(item => item.List == ReferenceLists.TrainingTopics && (item.ProvinceCode == null || provinces.Contains(item.ProvinceCode)) && codes.Contains(item.Code))
            .Select(static item => item.Code).ToListAsync(cancellationToken);
        return [.. topics.Where(topic => !known.Contains(topic.Code)).Select(static topic => Unknown($"/topics/{topic.Position}", "course.unknownTopic", "The list of training topics has no such code.", topic.Code))];
    }

    private static InputError Unknown(string pointer, string code, string detail, string value) =>
        new(pointer, code, detail, new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = value });
}
