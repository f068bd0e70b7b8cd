using Nscl.Domain.Common;
using Nscl.Domain.Programs;

namespace Nscl.Domain.Outreach;

/// <summary>What a campaign says of itself.</summary>
/// <param name="Districts">Codes of the units it is aimed at; empty for the whole province.</param>
public sealed record OutreachCampaignContent(string Title, DateOnly StartsOn, DateOnly EndsOn, IReadOnlyList<string>? Districts = null, string? Note = null);

/// <summary>Who enters something, and when.</summary>
/// <param name="ByName">As it stands on record years later, whatever becomes of the account.</param>
/// <param name="At">Business instant, UTC.</param>
/// <param name="On">Business date in Viet Nam.</param>
public sealed record OutreachEntry(string ByName, DateTimeOffset At, DateOnly On);

/// <summary>A round in which the office surveys enterprises and asks them to take part in a program (S4.19, S3.21, S3.56).</summary>
public sealed class OutreachCampaign : AggregateRoot
{
    public const int TitleMaxLength = 300;
    public const int NoteMaxLength = 4_000;
    public const int MaxDistricts = 100;

    private OutreachCampaign(string province, Guid programId, OutreachEntry entry)
        : base(province) => (ProgramId, CreatedByName, CreatedAt) = (programId, entry.ByName, entry.At);

    /// <summary>For the object mapper only.</summary>
    private OutreachCampaign() => CreatedByName = string.Empty;

    public Guid ProgramId { get; private set; }

    public string Title { get; private set; } = string.Empty;

    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day as planned; the enterprises are followed up after it too.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>Codes of the units aimed at, as recorded; empty for the whole province.</summary>
    public IReadOnlyList<string> Districts { get; private set; } = [];

    public string? Note { get; private set; }

    public OutreachCampaignStatus Status { get; private set; } = OutreachCampaignStatus.Open;

    public bool IsIllustrative { get; private set; }

    public string CreatedByName { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public static OutreachCampaign Plan(SupportProgram program, string province, OutreachCampaignContent content, OutreachEntry entry)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(entry);
        var campaign = new OutreachCampaign(province, program.Id, entry);
        campaign.Take(content, program);
        return campaign;
    }

    /// <param name="firstActOn">Day of the first act of the campaign that stands; null where there is none.</param>
    public void Update(OutreachCampaignContent content, SupportProgram program, DateOnly? firstActOn)
    {
        Require(OutreachCampaignAction.Update);
        if (firstActOn is { } first && content.StartsOn > first)
        {
            throw OutreachCampaignRules.ActsBeforeStart(first);
        }

        Take(content, program);
    }

    public void Close() => Move(OutreachCampaignAction.Close);

    public void Reopen() => Move(OutreachCampaignAction.Reopen);

    /// <summary>Invented for a demo, and shown so.</summary>
    public void MarkIllustrative() => IsIllustrative = true;

    internal void Require(OutreachCampaignAction action)
    {
        if (OutreachCampaignStateMachine.Instance.After(Status, action) is null)
        {
            throw OutreachCampaignRules.WrongState(Status, action);
        }
    }

    private void Move(OutreachCampaignAction action)
    {
        Require(action);
        Status = OutreachCampaignStateMachine.Instance.After(Status, action)!.Value;
    }

    private void Take(OutreachCampaignContent content, SupportProgram program)
    {
        ArgumentNullException.ThrowIfNull(content);
        var title = SearchText.TidyOrNull(content.Title) ?? throw OutreachCampaignRules.TitleRequired();
        if (content.EndsOn < content.StartsOn)
        {
            throw OutreachCampaignRules.EndsBeforeItStarts(content.StartsOn);
        }

        if (content.StartsOn < program.PeriodFrom || content.EndsOn > program.PeriodTo)
        {
            throw OutreachCampaignRules.OutsideProgram(program.PeriodFrom, program.PeriodTo);
        }

        (Title, StartsOn, EndsOn) = (title, content.StartsOn, content.EndsOn);
        (Districts, Note) = ([.. (content.Districts ?? []).Distinct(StringComparer.Ordinal)], string.IsNullOrWhiteSpace(content.Note) ? null : content.Note.Trim());
    }
}
