namespace Nscl.Application.Packs;

/// <summary>Whether a province has people working in it, whoever asks: the rows themselves stay hidden.</summary>
public interface IProvinceAccounts
{
    Task<bool> AnyAsync(string province, CancellationToken cancellationToken);
}
