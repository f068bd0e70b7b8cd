using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Nscl.Api.Common;
using Nscl.Application.Identity;
using Nscl.Application.Training;

namespace Nscl.Api.Training;

/// <summary>Who was at the sessions of a course.</summary>
internal static class AttendanceEndpoints
{
    public static void MapAttendance(this IEndpointRouteBuilder api)
    {
        var courses = api.MapGroup("/courses/{courseId:guid}").WithTags("Courses");
        courses.MapGet("/attendance", GetAttendanceBoard)
            .UseCase(nameof(GetAttendanceBoard), Permissions.CoursesRead, "Get the attendance of a course", "Sessions by trainees, with counts for each session and who has completed the course. An enterprise's own people see those whom they or their enterprise registered.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        var session = courses.MapGroup("/sessions/{sessionId:guid}");
        session.MapPost("/attendance", RecordAttendance).TakesJson<RecordAttendanceRequest>().TakesIdempotencyKey()
            .UseCase(nameof(RecordAttendance), Permissions.CoursesRecordAttendance, "Record attendance", "Marks people present or absent, from the day of the session on: all of them, or none and every row that does not go named as `/present/{n}` or `/absent/{n}`. Those who are left out stay as they are; what is said twice changes nothing.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        session.MapGet("/check-in", GetSessionCheckIn)
            .UseCase(nameof(GetSessionCheckIn), Permissions.CoursesRecordAttendance, "Get the open check-in of a session", "Address, QR code and short code for the screen in the room, and how many are there. Not found while none is open.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        session.MapPost("/open-check-in", OpenCheckIn)
            .UseCase(nameof(OpenCheckIn), Permissions.CoursesRecordAttendance, "Open the check-in of a session", "People on the list check in with their telephones, on the day of the session. Opening again gives another address and code; the old ones are void.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        session.MapPost("/close-check-in", CloseCheckIn)
            .UseCase(nameof(CloseCheckIn), Permissions.CoursesRecordAttendance, "Close the check-in of a session", "Nobody more checks in; officers still mark.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<AttendanceBoard>> GetAttendanceBoard(Guid courseId, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new GetAttendanceBoardQuery(courseId), cancellationToken));

    private static async Task<Ok<SessionAttendance>> RecordAttendance(Guid courseId, Guid sessionId, Body<RecordAttendanceRequest> body, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new RecordAttendanceCommand(courseId, sessionId, body.Value), cancellationToken));

    private static async Task<Ok<SessionCheckIn>> GetSessionCheckIn(Guid courseId, Guid sessionId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new GetSessionCheckInQuery(courseId, sessionId, Problems.BaseAddress(http)), cancellationToken));

    private static async Task<Ok<SessionCheckIn>> OpenCheckIn(Guid courseId, Guid sessionId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new OpenCheckInCommand(courseId, sessionId, Problems.BaseAddress(http)), cancellationToken));

    private static async Task<Ok<SessionAttendance>> CloseCheckIn(Guid courseId, Guid sessionId, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new CloseCheckInCommand(courseId, sessionId), cancellationToken));
}
