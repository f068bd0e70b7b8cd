using System.Globalization;
using Npgsql;
using Nscl.LocalDatabase;

const string Usage = """
    Nscl.LocalDatabase start  <data folder> [--pg 15|18]   starts and provisions the development database
    Nscl.LocalDatabase stop   <data folder>                stops it
    Nscl.LocalDatabase delete <data folder>                stops it and deletes its data
    Nscl.LocalDatabase find   [--pg 15|18]                 prints the folder of the server programs
    Nscl.LocalDatabase sweep                               removes test databases whose test run was killed
    Nscl.LocalDatabase provision                           makes roles, database and extensions on a server; reads
        ConnectionStrings__Admin, NSCL_DATABASE, NSCL_OWNER_PASSWORD and NSCL_APP_PASSWORD
    """;

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    interrupted.Cancel();
};

try
{
    switch (args)
    {
        case ["start", var folder, .. var rest]:
            Console.WriteLine(await DevelopmentDatabase.StartAsync(folder, Major(rest), interrupted.Token));
            return 0;
        case ["stop", var folder]:
            await DevelopmentDatabase.StopAsync(folder, interrupted.Token);
            return 0;
        case ["delete", var folder]:
            await DevelopmentDatabase.DeleteAsync(folder, interrupted.Token);
            return 0;
        case ["find", .. var rest]:
            Console.WriteLine(PostgresBinaries.Find(Major(rest)) ?? throw new InvalidOperationException(PostgresBinaries.HelpFor(Major(rest))));
            return 0;
        case ["sweep"]:
            await ThrowawayCluster.SweepAsync(interrupted.Token);
            return 0;
        case ["provision"]:
            await DatabaseProvisioning.ProvisionAsync(
                Setting("ConnectionStrings__Admin"),
                Setting("NSCL_DATABASE"),
                Setting("NSCL_OWNER_PASSWORD"),
                Setting("NSCL_APP_PASSWORD"),
                interrupted.Token);
            return 0;
        default:
            await Console.Error.WriteLineAsync(Usage);
            return 64;
    }
}
catch (Exception problem) when (problem is InvalidOperationException or IOException or UnauthorizedAccessException or NpgsqlException or FormatException)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}

static int? Major(string[] options) => options switch
{
    [] => null,
    ["--pg", var major] => int.Parse(major, CultureInfo.InvariantCulture),
    _ => throw new FormatException(Usage),
};

static string Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
    ? value
    : throw new InvalidOperationException($"The environment variable {name} is not set.");
