using System.Globalization;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Files;

namespace Nscl.Application.Enterprises;

/// <param name="Content">Stands at its start; the reader disposes it.</param>
public sealed record DownloadedFile(string FileName, string MediaType, Stream Content);

/// <param name="Reader">Language of headings, guide and lists; an import takes either.</param>
public sealed record GetEnterpriseImportTemplateQuery(CultureInfo Reader) : IQuery<DownloadedFile>;

internal sealed class GetEnterpriseImportTemplateHandler(INsclDb db, ISpreadsheets spreadsheets, ICurrentUser current, IBusinessClock clock)
    : IQueryHandler<GetEnterpriseImportTemplateQuery, DownloadedFile>
{
    public async ValueTask<DownloadedFile> Handle(GetEnterpriseImportTemplateQuery query, CancellationToken cancellationToken)
    {
        var references = await EnterpriseReferences.ReadAsync(db, current.User, clock.Today, cancellationToken);
        var content = await spreadsheets.WriteAsync(EnterpriseSheet.Template(references, query.Reader), AsyncEnumerable.Empty<IReadOnlyList<object?>>(), cancellationToken);
        return new DownloadedFile(EnterpriseSheet.TemplateName(query.Reader), EnterpriseSheet.MediaType, content);
    }
}
