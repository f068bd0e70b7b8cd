using System.Collections.Concurrent;

namespace Nscl.Application.Training;

/// <summary>
/// Courses that refused somebody for want of a place a moment ago. Only a hint where to look first: when ten thousand come for two hundred seats, most of
/// them can be told so side by side, and need not wait one behind the other for the lock of the course.
/// </summary>
internal sealed class FullCourses(TimeProvider time)
{
    private static readonly TimeSpan Lately = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Guid, long> _refusedAt = new();

    public void Note(Guid courseId) => _refusedAt[courseId] = time.GetTimestamp();

    public bool WasFullLately(Guid courseId)
    {
        if (!_refusedAt.TryGetValue(courseId, out var refusedAt))
        {
            return false;
        }

        if (time.GetElapsedTime(refusedAt) < Lately)
        {
            return true;
        }

        _refusedAt.TryRemove(new KeyValuePair<Guid, long>(courseId, refusedAt));
        return false;
    }
}
