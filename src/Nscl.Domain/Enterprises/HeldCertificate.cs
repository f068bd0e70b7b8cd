using Nscl.Domain.Common;
using Nscl.Domain.Standards;

namespace Nscl.Domain.Enterprises;

/// <summary>A certificate as entered.</summary>
/// <param name="SystemCode">Code of the <see cref="ManagementSystem"/> that is certified.</param>
/// <param name="StandardNumber">Standard with its edition, such as <c>TCVN ISO 22000:2018</c>.</param>
/// <param name="ExpiresOn">Last day it is valid; null where it states none.</param>
/// <param name="Scope">What and where it covers.</param>
public sealed record CertificateEntry(
    string SystemCode,
    string Number,
    string Issuer,
    DateOnly IssuedOn,
    DateOnly? ExpiresOn = null,
    string? StandardNumber = null,
    string? Scope = null);

/// <summary>
/// A certificate the enterprise holds. Holding one already is a known reason not to enrol (S4.24), and a unit that is certified
/// is looked at before it is certified with public money again.
/// </summary>
public sealed class HeldCertificate
{
    public const int SystemCodeMaxLength = ManagementSystem.CodeMaxLength;
    public const int StandardNumberMaxLength = 100;
    public const int NumberMaxLength = 100;
    public const int IssuerMaxLength = 200;
    public const int ScopeMaxLength = 500;

    internal HeldCertificate(CertificateEntry entry)
    {
        Id = Guid.CreateVersion7();
        Change(entry);
    }

    private HeldCertificate()
    {
    }

    public Guid Id { get; private set; }

    public string SystemCode { get; private set; } = string.Empty;

    public string? StandardNumber { get; private set; }

    public string Number { get; private set; } = string.Empty;

    public string Issuer { get; private set; } = string.Empty;

    public DateOnly IssuedOn { get; private set; }

    /// <summary>Last valid day.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    public string? Scope { get; private set; }

    public bool IsValidOn(DateOnly date) => date >= IssuedOn && (ExpiresOn is null || date <= ExpiresOn);

    internal static CertificateEntry Checked(CertificateEntry entry)
    {
        if (entry.ExpiresOn < entry.IssuedOn)
        {
            throw EnterpriseRules.CertificateExpiresBeforeIssue();
        }

        return entry with
        {
            Number = SearchText.Tidy(entry.Number),
            Issuer = SearchText.Tidy(entry.Issuer),
            StandardNumber = SearchText.TidyOrNull(entry.StandardNumber),
            Scope = SearchText.TidyOrNull(entry.Scope),
        };
    }

    /// <summary>A number is unique to its issuer; the same paper is not entered twice.</summary>
    internal bool IsSamePaperAs(CertificateEntry entry) =>
        SearchText.Fold(Number) == SearchText.Fold(entry.Number) && SearchText.Fold(Issuer) == SearchText.Fold(entry.Issuer);

    internal void Change(CertificateEntry entry)
    {
        SystemCode = entry.SystemCode;
        StandardNumber = entry.StandardNumber;
        Number = entry.Number;
        Issuer = entry.Issuer;
        IssuedOn = entry.IssuedOn;
        ExpiresOn = entry.ExpiresOn;
        Scope = entry.Scope;
    }
}
