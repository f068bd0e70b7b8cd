using Microsoft.AspNetCore.HttpOverrides;
using Nscl.Api;
using Nscl.Api.AdminUnits;
using Nscl.Api.Agencies;
using Nscl.Api.Amounts;
using Nscl.Api.Appraisals;
using Nscl.Api.Audit;
using Nscl.Api.Awards;
using Nscl.Api.Calendar;
using Nscl.Api.Commendations;
using Nscl.Api.Common;
using Nscl.Api.Enrollments;
using Nscl.Api.Enterprises;
using Nscl.Api.Experts;
using Nscl.Api.Outreach;
using Nscl.Api.Identity;
using Nscl.Api.Packs;
using Nscl.Api.Platform;
using Nscl.Api.Policies;
using Nscl.Api.Programs;
using Nscl.Api.ReferenceData;
using Nscl.Api.Standards;
using Nscl.Api.Subsidies;
using Nscl.Api.Training;
using Nscl.Application;
using Nscl.Infrastructure;
using Nscl.Infrastructure.Persistence;
using Scalar.AspNetCore;
using Serilog;

if (args is ["migrate", ..])
{
    var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args[1..]).Build();
    await DatabaseMigrator.MigrateAsync(configuration.GetConnectionString("NsclOwner") ?? throw new InvalidOperationException("ConnectionStrings:NsclOwner is not set."));
    return 0;
}

var seedsDemo = args is [DemoSeeding.Verb, ..];
var builder = WebApplication.CreateBuilder(seedsDemo ? args[1..] : args);
builder.WebHost.ConfigureKestrel(static kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestBodySize = 2L * 1024 * 1024;
    kestrel.Limits.MaxRequestLineSize = 8 * RequestShape.MaxTarget;
    kestrel.Limits.MaxRequestHeadersTotalSize = 4 * RequestShape.MaxHeaders;
    kestrel.Limits.MaxRequestHeaderCount = 1_000;
});
builder.Host.UseSerilog(static (context, logging) => logging.ReadFrom.Configuration(context.Configuration));
builder.Services.AddApplication(builder.Configuration["AutoMapper:LicenseKey"]);
builder.Services.AddInfrastructure(builder.Configuration);
builder.Services.AddApi(builder.Configuration, builder.Environment);
builder.Services.Configure<ForwardedHeadersOptions>(static options => options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);

var app = builder.Build();
if (seedsDemo)
{
    await using (app)
    {
        return await DemoSeeding.RunAsync(app.Services);
    }
}

app.UseForwardedHeaders();
app.UseMiddleware<SecurityHeaders>();
app.UseMiddleware<HeadRequests>();
app.UseExceptionHandler();
app.UseStatusCodePages(static pages => Problems.WriteAsync(pages.HttpContext, pages.HttpContext.Response.StatusCode));
app.UseMiddleware<RequestShape>();
app.UseRouting();
app.UseMiddleware<BodyLimits>();
// Otherwise the host would put the middleware in front of everything by itself.
((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
app.UseWhen(TokenEndpoints.Concerns, static tokens => tokens.UseAuthentication());
app.UseMiddleware<CallerMiddleware>();
app.UseMiddleware<RequestLimits>();
app.UseMiddleware<Antiforgery>();
app.UseAuthorization();
app.UseMiddleware<AcceptedTypes>();
app.UseMiddleware<UnknownQueryParameters>();
app.UseMiddleware<EmptyBodies>();

app.UseSwagger(static options => options.OpenApiVersion = Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1);
if (app.Environment.IsDevelopment())
{
    app.UseSwaggerUI();
    app.MapScalarApiReference("/scalar", static options => options.OpenApiRoutePattern = "/swagger/v1/swagger.json").AllowAnonymous();
}

app.MapHealth();
app.MapToken();
var api = app.MapGroup("/api/v1");
api.MapSession();
api.MapSystem();
api.MapPacks();
api.MapPrograms();
api.MapAudit();
api.MapPolicies();
api.MapReferenceData();
api.MapAdminUnits();
api.MapAgencies();
api.MapStandards();
api.MapCalendar();
api.MapSubsidies();
api.MapEnterprises();
api.MapAmounts();
api.MapEnrollments();
api.MapCourses();
api.MapPublicCourses();
api.MapTrainingStatistics();
api.MapAwards();
api.MapTrainingContracts();
api.MapAttendance();
api.MapPublicCheckIns();
api.MapCourseTimetable();
api.MapEvaluations();
api.MapPublicEvaluations();
api.MapCertificates();
api.MapAwardResults();
api.MapCouncils();
api.MapCommendations();
api.MapExperts();
api.MapExpertAssignments();
api.MapOutreach();
app.UseClient();

await app.RunAsync();
return 0;

/// <summary>Named for the tests that host it.</summary>
public partial class Program;
