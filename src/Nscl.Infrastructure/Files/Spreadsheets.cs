using System.IO.Compression;
using Nscl.Application.Files;

namespace Nscl.Infrastructure.Files;

/// <summary>
/// Workbooks without a library: a dozen elements of the format are all that tables need, reading them as a stream is what keeps a hostile
/// file harmless, and writing them as a stream is what keeps a large one small.
/// </summary>
internal sealed class Spreadsheets : ISpreadsheets
{
    public SheetTable Read(Stream content, string fileName, SheetLimits limits, CancellationToken cancellationToken) =>
        new SheetReader(limits, cancellationToken).Read(content, fileName);

    /// <summary>Into a file that goes with the answer: a fault half-way is an error, never half a workbook.</summary>
    public async Task<Stream> WriteAsync(SheetLayout layout, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancellationToken)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), $"nscl-{Guid.CreateVersion7():N}.xlsx"),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            81_920,
            FileOptions.DeleteOnClose);
        try
        {
            // Disposing writes the directory of the archive.
            using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            {
                await new SheetWriter(archive, layout).WriteAsync(rows, cancellationToken);
            }

            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
