using System.Collections.Frozen;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Nscl.Api.Common;
using Nscl.Api.Tests.Enterprises;
using Nscl.TestSupport;

namespace Nscl.Api.Tests.Operations;

/// <summary>One operation as its endpoint describes itself; tests that hold for every operation go through this list.</summary>
/// <param name="Route">With names only: <c>/api/v1/enterprises/{enterpriseId}</c>.</param>
/// <param name="Permission">Null where the endpoint is open to everybody.</param>
public sealed record Operation(string Name, HttpMethod Method, string Route, IReadOnlyList<string> RouteParameters, IReadOnlyList<string> QueryParameters, string? Permission, bool NeedsIfMatch, bool TakesKey, bool TakesJson, bool TakesForm)
{
    public const string Anonymous = "anonymous";

    public static IReadOnlyList<Operation> AllOf(ApiFactory api) =>
    [
        .. EndpointsOf(api)
            .Where(static endpoint => endpoint.Metadata.GetMetadata<UseCaseName>() is not null)
            .Select(Read)
            .OrderBy(static operation => operation.Route, StringComparer.Ordinal).ThenBy(static operation => operation.Method.Method, StringComparer.Ordinal),
    ];

    public static IEnumerable<RouteEndpoint> EndpointsOf(ApiFactory api) =>
        api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>The request of a sample; <paramref name="body"/> instead of its own where given.</summary>
    public HttpRequestMessage Request(Sample sample, string? etag = null, HttpContent? body = null)
    {
        var address = RouteParameters.Aggregate(Route, (route, name) => route.Replace("{" + name + "}", Uri.EscapeDataString(sample.Route[name]), StringComparison.Ordinal));
        var request = new HttpRequestMessage(Method, new Uri(address + sample.Query, UriKind.Relative)) { Content = body ?? ContentOf(sample) };
        if (NeedsIfMatch && etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", etag);
        }

        if (TakesKey)
        {
            request.Headers.Add(IdempotencyFilter.Header, Guid.CreateVersion7().ToString());
        }

        return request;
    }

    /// <summary>What a paper that is handed in can be called there.</summary>
    internal string PaperKind => Name switch
    {
        "AttachTrainingContractDocument" => "contract",
        "AttachCommendationDocument" => "minutes",
        _ => "D01",
    };

    public override string ToString() => Name;

    private HttpContent? ContentOf(Sample sample)
    {
        if (TakesForm && Name.EndsWith("TraineeList", StringComparison.Ordinal))
        {
            var list = Workbooks.Of(["Họ và tên", "Đối tượng", "Đơn vị"], ["Y Hoa", "Hộ kinh doanh", "Hộ kinh doanh Y Hoa"]);
            return new MultipartFormDataContent { { new ByteArrayContent(list), "file", "danh-sach.xlsx" } };
        }

        if (TakesForm)
        {
            var file = new ByteArrayContent("%PDF-1.4\n%%EOF\n"u8.ToArray());
            file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            return new MultipartFormDataContent { { new StringContent(PaperKind), "kind" }, { file, "file", "giay-to.pdf" } };
        }

        return sample.Body is { } body ? new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") : null;
    }

    private static Operation Read(RouteEndpoint endpoint)
    {
        var accepts = endpoint.Metadata.GetOrderedMetadata<IAcceptsMetadata>().SelectMany(static accepted => accepted.ContentTypes).ToFrozenSet(StringComparer.Ordinal);
        return new Operation(
            endpoint.Metadata.GetRequiredMetadata<UseCaseName>().Value,
            new HttpMethod(endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single()),
            RouteOf(endpoint),
            [.. endpoint.RoutePattern.Parameters.Select(static parameter => parameter.Name)],
            [.. UnknownQueryParameters.ParametersOf(endpoint).Keys],
            endpoint.Metadata.GetMetadata<PermissionRequirement>()?.Permission,
            endpoint.Metadata.GetMetadata<NeedsIfMatch>() is not null,
            endpoint.Metadata.GetMetadata<TakesIdempotencyKey>() is not null,
            accepts.Contains("application/json"),
            accepts.Contains("multipart/form-data"));
    }

    public static string RouteOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(static segment => string.Concat(segment.Parts.Select(static part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart parameter => "{" + parameter.Name + "}",
        _ => string.Empty,
    }))));

    /// <summary>Open to everybody by an explicit mark.</summary>
    public static bool IsAnonymous(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}

/// <summary>A request that makes sense: real ids, a body that is accepted.</summary>
/// <param name="Route">Value of each route parameter.</param>
/// <param name="ETagOf">The aggregate whose version If-Match carries: table and id.</param>
public sealed record Sample(IReadOnlyDictionary<string, string> Route, string Query, JsonNode? Body, (string Table, Guid Id)? ETagOf);
