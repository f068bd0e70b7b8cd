using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Nscl.TestSupport;

/// <summary>The built API as its own process with its own web server, for what cannot be seen in memory: the wire, and dying.</summary>
public sealed partial class ApiProcess : IAsyncDisposable
{
    /// <summary>The request header that lets the process die between commit and answer.</summary>
    public const string FatalHeader = "X-Die-After-Commit";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly StringBuilder _output;

    private ApiProcess(Process process, StringBuilder output, Uri address) => (_process, _output, Address) = (process, output, address);

    public Uri Address { get; }

    /// <summary>Everything it wrote so far, its log above all.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public static async Task<ApiProcess> StartAsync(TestDatabase database, string storagePath)
    {
        // The program built beside these tests: …/bin/Nscl.Api.Tests/<configuration>/ → …/bin/Nscl.Api/<configuration>/.
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        var folder = Path.Combine(tests.Parent!.Parent!.FullName, "Nscl.Api", tests.Name);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "Nscl.Api.dll"), "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__Nscl"] = database.AppConnectionString;
        start.Environment["Nscl__StoragePath"] = storagePath;
        start.Environment["Nscl__DieAfterCommit"] = FatalHeader;
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        var process = Process.Start(start) ?? throw new InvalidOperationException("The API did not start.");
        var output = new StringBuilder();
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The API ended:\n" + output));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ApiProcess(process, output, await listening.Task.WaitAsync(StartLimit, TestContext.Current.CancellationToken));

        void Take(string? line)
        {
            lock (output)
            {
                output.AppendLine(line);
            }

            if (line is not null && ListeningLine().Match(line) is { Success: true } match)
            {
                listening.TrySetResult(new Uri(match.Groups["address"].Value));
            }
        }
    }

    /// <summary>A client that keeps no cookies.</summary>
    public HttpClient CreateClient() => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address };

    public Task WaitForExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>Sends bytes as they are and answers what comes back until the server closes or falls silent.</summary>
    public async Task<string> SendRawAsync(byte[] request, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Address.Port, cancellationToken);
        await using var stream = client.GetStream();
        var answer = new StringBuilder();
        var reading = ReadAsync();
        try
        {
            await stream.WriteAsync(request, cancellationToken);
        }
        catch (IOException)
        {
            // Answered before it had read everything.
        }

        await reading;
        return answer.ToString();

        async Task ReadAsync()
        {
            var buffer = new byte[16_384];
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(TimeSpan.FromSeconds(5));
            try
            {
                int read;
                while ((read = await stream.ReadAsync(buffer, patience.Token)) > 0)
                {
                    answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                // A reset or silence: what came before is the answer.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: \\?""?(?<address>http://127\.0\.0\.1:[0-9]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ListeningLine();
}
