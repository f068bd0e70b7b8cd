namespace Nscl.Domain.Enterprises;

/// <summary>Who may ask for support or send trainees (S4.11).</summary>
public enum OrganizationType
{
    Enterprise,
    Cooperative,
    BusinessHousehold,
    Organization,
}
