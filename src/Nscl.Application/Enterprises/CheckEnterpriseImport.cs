using FluentValidation;
using Mediator;

namespace Nscl.Application.Enterprises;

/// <summary>What an import of this file would do; changes nothing.</summary>
public sealed record CheckEnterpriseImportQuery(EnterpriseFile File) : IQuery<EnterpriseImportReport>;

internal sealed class CheckEnterpriseImportValidator : AbstractValidator<CheckEnterpriseImportQuery>
{
    public CheckEnterpriseImportValidator() => RuleFor(static query => query.File).SetValidator(new EnterpriseFileValidator());
}

internal sealed class EnterpriseFileValidator : AbstractValidator<EnterpriseFile>
{
    private const int FileNameMaxLength = 255;

    public EnterpriseFileValidator() => RuleFor(static file => file.FileName).NotEmpty().MaximumLength(FileNameMaxLength).OverridePropertyName("File");
}

internal sealed class CheckEnterpriseImportHandler(EnterpriseImportReview review) : IQueryHandler<CheckEnterpriseImportQuery, EnterpriseImportReport>
{
    public async ValueTask<EnterpriseImportReport> Handle(CheckEnterpriseImportQuery query, CancellationToken cancellationToken) =>
        (await review.ReviewAsync(query.File, cancellationToken)).Report;
}
