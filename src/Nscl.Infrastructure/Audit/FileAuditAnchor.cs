using System.Globalization;
using Microsoft.Extensions.Options;
using Nscl.Domain.Audit;
using Nscl.Infrastructure.Files;

namespace Nscl.Infrastructure.Audit;

/// <summary>Keeps the head of each province's chain outside the database, so that a cut-off tail is found too (S58).</summary>
public interface IAuditAnchor
{
    Task WriteAsync(string province, AuditHead head, DateTimeOffset at, CancellationToken cancellationToken);

    Task<AuditHead?> ReadAsync(string province, CancellationToken cancellationToken);
}

/// <summary>One growing file per province: <c>count hash instant</c> a line. Ship it to another host to bind an administrator too.</summary>
internal sealed class FileAuditAnchor(IOptions<StorageOptions> options) : IAuditAnchor, IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetFullPath(options.Value.StoragePath), "audit-anchors");
    private readonly SemaphoreSlim _writing = new(1, 1);

    public async Task WriteAsync(string province, AuditHead head, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            Directory.CreateDirectory(_folder);
            var line = string.Create(CultureInfo.InvariantCulture, $"{head.Count} {Convert.ToHexStringLower(head.Hash)} {at:O}\n");
            await File.AppendAllTextAsync(PathOf(province), line, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    public async Task<AuditHead?> ReadAsync(string province, CancellationToken cancellationToken)
    {
        if (!File.Exists(PathOf(province)))
        {
            return null;
        }

        // The highest count ever written: a later, lower line would itself be the mark of a cut-off tail.
        AuditHead? highest = null;
        await foreach (var line in File.ReadLinesAsync(PathOf(province), cancellationToken))
        {
            var parts = line.Split(' ');
            if (parts.Length == 3 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > (highest?.Count ?? 0))
            {
                highest = new AuditHead(count, Convert.FromHexString(parts[1]));
            }
        }

        return highest;
    }

    public void Dispose() => _writing.Dispose();

    private string PathOf(string province) => Path.Combine(_folder, string.Concat(province.Where(char.IsAsciiLetterOrDigit)) + ".anchor");
}
