using Nscl.Application.Training;
using QRCoder;

namespace Nscl.Infrastructure.Training;

internal sealed class QrCodes : IQrCodes
{
    /// <summary>The library frames its matrix with four light rows and columns.</summary>
    private const int QuietZone = 4;

    public IReadOnlyList<string> Draw(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count - (2 * QuietZone);
        return [.. Enumerable.Range(QuietZone, size).Select(row => string.Create(size, code.ModuleMatrix[row], static (line, modules) =>
        {
            for (var column = 0; column < line.Length; column++)
            {
                line[column] = modules[column + QuietZone] ? '1' : '0';
            }
        }))];
    }
}
