using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Which permission stands behind which action of a course and its list; the same that its endpoint asks for.</summary>
internal static class CoursePermissions
{
    public static bool May(this CurrentUser user, CourseAction action) =>
        user.May(action == CourseAction.Register ? Permissions.CoursesRegister : Permissions.CoursesManage);

    public static bool May(this CurrentUser user, RegistrationAction action) =>
        user.May(action is RegistrationAction.Approve or RegistrationAction.Decline ? Permissions.CoursesDecideRegistration : Permissions.CoursesRegister);

    /// <summary>Telephone numbers and addresses are for those who arrange the course, and for whoever put the person on the list.</summary>
    public static bool MaySeeContacts(this CurrentUser user) => user.May(Permissions.CoursesRegister);

    public static CourseAct CourseActOf(this CurrentUser user, IBusinessClock clock) => new(user.Id, user.FullName, clock.Now, clock.Today);
}
