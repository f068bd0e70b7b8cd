using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json;
using Microsoft.OpenApi;
using Nscl.Api.Identity;
using Nscl.Application.Common;
using Nscl.Domain.Common;
using Nscl.Domain.Enrollments;
using Nscl.Domain.Subsidies;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Nscl.Api.Common;

/// <summary>The OpenAPI 3.1 document: one per version, made at build, committed, and the source of the TypeScript client.</summary>
internal static class OpenApi
{
    public const string Version = "v1";
    private const string SessionScheme = "session";
    private const string BearerScheme = "bearer";

    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(static options =>
        {
            options.SwaggerDoc(Version, new OpenApiInfo
            {
                Title = "Nscl",
                Version = Version,
                Description = "Productivity and quality support programmes of Vietnamese provinces: programmes, policies, enterprises, dossiers, subsidies, courses. Errors are RFC 9457 problems with a stable `code`; see `GET /api/v1/problem-codes`. Money is whole đồng, rates are hundredths of a percent (5000 = 50 %), dates are Vietnamese business dates. Before any operation the server may answer 405, 414 and 431, as problems too.",
            });
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.UseAllOfToExtendReferenceSchemas();
            options.DescribeAllParametersInCamelCase();
            options.CustomSchemaIds(SchemaId);
            foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "Nscl.*.xml"))
            {
                options.IncludeXmlComments(file);
            }

            options.AddSecurityDefinition(SessionScheme, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = "__Host-nscl",
                Description = "Browser session; unsafe requests also send X-CSRF-Token with the token of GET /api/v1/session. In Development the cookie is named nscl.",
            });
            options.AddSecurityDefinition(BearerScheme, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Description = "OAuth2 client credentials; scopes are permissions.",
                Flows = new OpenApiOAuthFlows { ClientCredentials = new OpenApiOAuthFlow { TokenUrl = new Uri(TokenEndpoints.Route, UriKind.Relative), Scopes = Application.Identity.Permissions.All.ToDictionary(static scope => scope, static scope => scope, StringComparer.Ordinal) } },
            });
            options.MapType<Money>(AmountSchema);
            options.MapType<Money?>(AmountSchema);
            options.MapType<TimeOnly>(static () => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$", MaxLength = 5, Description = "Clock time in Viet Nam." });
            // Any JSON: the inside of a pack is the business of the pack's own schema.
            options.MapType<JsonNode>(static () => new OpenApiSchema());
            options.MapType<ExplanationValue>(static () => new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Integer, Description = "A whole number (đồng, or a rate in hundredths of a percent) or a word." });
            options.MapType<EnrollmentStatusName>(static () => new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = [.. Enum.GetNames<EnrollmentStatus>().Select(static name => JsonValue.Create(JsonNamingPolicy.CamelCase.ConvertName(name)))],
            });
            options.OperationFilter<OperationConventions>();
            options.DocumentFilter<OptionalReferences>();
            options.DocumentFilter<OpenApiExamples>();
            options.SchemaFilter<SchemaLimits>();
            options.ParameterFilter<ParameterLimits>();
        });
        return services;
    }

    /// <summary><c>Page&lt;EnterpriseListItem&gt;</c> becomes <c>EnterpriseListItemPage</c>.</summary>
    private static string SchemaId(Type type) =>
        type.IsGenericType ? string.Concat(type.GetGenericArguments().Select(SchemaId)) + type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] : type.Name;

    private static OpenApiSchema AmountSchema() => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int64",
        Minimum = (-Money.MaxValue).ToString(CultureInfo.InvariantCulture),
        Maximum = Money.MaxValue.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Security, headers and problem bodies, read from what the endpoints say of themselves.</summary>
    private sealed class OperationConventions : IOperationFilter
    {
        public void Apply(OpenApiOperation operation, OperationFilterContext context)
        {
            var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
            if (metadata.OfType<PermissionRequirement>().FirstOrDefault() is { } permission)
            {
                operation.Security =
                [
                    new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SessionScheme, context.Document)] = [] },
                    new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(BearerScheme, context.Document)] = [permission.Permission] },
                ];
                operation.Description += $"\n\nPermission: `{permission.Permission}`.";
            }
            else
            {
                operation.Security = [new OpenApiSecurityRequirement()];
            }

            operation.Parameters ??= [];
            if (metadata.OfType<NeedsIfMatch>().Any())
            {
                operation.Parameters.Add(Header("If-Match", required: true, "The ETag of the representation that the caller saw."));
            }

            if (metadata.OfType<TakesIdempotencyKey>().FirstOrDefault() is { } idempotency)
            {
                operation.Parameters.Add(Header(IdempotencyFilter.Header, idempotency.Required, "Any text of the caller, at most 255 printable characters; the same key with the same body is carried out once."));
            }

            operation.Responses ??= [];
            if (operation.Responses.Any(static answer => answer.Key[0] == '2' && answer.Value.Content is { Count: > 0 }))
            {
                operation.Responses.TryAdd("406", new OpenApiResponse { Description = "Not Acceptable" });
            }

            if (context.ApiDescription.HttpMethod == HttpMethods.Post && operation.RequestBody is null)
            {
                // An empty object is taken, and nothing beside it.
                operation.Responses.TryAdd("413", new OpenApiResponse { Description = "Content Too Large" });
                operation.Responses.TryAdd("415", new OpenApiResponse { Description = "Unsupported Media Type" });
            }

            foreach (var (status, response) in operation.Responses)
            {
                if (int.TryParse(status, CultureInfo.InvariantCulture, out var code) && code >= 400 && response is OpenApiResponse problem)
                {
                    problem.Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
                    {
                        ["application/problem+json"] = new OpenApiMediaType { Schema = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository) },
                    };
                }
            }
        }

        private static OpenApiParameter Header(string name, bool required, string description) => new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = required,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 255 },
        };
    }

    /// <summary>
    /// A property that may be null and refers to another schema. The generator would write "null and the reference at once", which
    /// nothing satisfies.
    /// </summary>
    private sealed class OptionalReferences : IDocumentFilter
    {
        public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
        {
            foreach (var property in swaggerDoc.Components?.Schemas?.Values.SelectMany(static schema => schema.Properties?.Values ?? []).OfType<OpenApiSchema>() ?? [])
            {
                if (property is { Type: JsonSchemaType.Null, AllOf: [var reference] })
                {
                    (property.Type, property.AllOf) = (null, null);
                    property.OneOf = [reference, new OpenApiSchema { Type = JsonSchemaType.Null }];
                }
            }
        }
    }

    /// <summary>Every text and list has an upper limit, also where no narrower one is stated (A8).</summary>
    private sealed class SchemaLimits : ISchemaFilter
    {
        public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
        {
            if (schema is not OpenApiSchema concrete)
            {
                return;
            }

            if (context.Type.Namespace?.StartsWith("Nscl.Domain", StringComparison.Ordinal) == true)
            {
                concrete.Properties?.Remove(JsonInput.FactNumbers);
                concrete.Required?.Remove(JsonInput.FactNumbers);
            }

            if (context.MemberInfo is { } member && InputLimits.Of(member) is { } limit)
            {
                concrete.MaxLength ??= limit.Max;
                concrete.MaxItems ??= limit.MaxItems;
                concrete.Minimum ??= Number(limit.From);
                concrete.Maximum ??= Number(limit.To);
            }

            Bound(concrete, RequestBody.MaxJsonBytes);
        }

        public static string? Number(object? value) => value is null ? null : Convert.ToString(value, CultureInfo.InvariantCulture);

        /// <summary>Where nothing narrower is stated, the limit is that of the whole request.</summary>
        public static void Bound(OpenApiSchema schema, int longest)
        {
            if (schema.Type is not { } type)
            {
                return;
            }

            if (type.HasFlag(JsonSchemaType.Integer))
            {
                (schema.Minimum, schema.Maximum) = schema.Format == "int32"
                    ? (schema.Minimum ?? "-2147483648", schema.Maximum ?? "2147483647")
                    : (schema.Minimum ?? "-9000000000000000", schema.Maximum ?? "9000000000000000");
            }

            if (type.HasFlag(JsonSchemaType.String) && schema.Enum is null or { Count: 0 } && schema.Format is null)
            {
                schema.MaxLength ??= longest;
            }
        }
    }

    /// <summary>The same for what stands in the address; every list pages alike.</summary>
    private sealed class ParameterLimits : IParameterFilter
    {
        public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
        {
            if (parameter.Schema is not OpenApiSchema schema)
            {
                return;
            }

            if (context.PropertyInfo is { } property && InputLimits.Of(property) is { } limit)
            {
                schema.MaxLength = limit.Max ?? schema.MaxLength;
                schema.Minimum = SchemaLimits.Number(limit.From) ?? schema.Minimum;
                schema.Maximum = SchemaLimits.Number(limit.To) ?? schema.Maximum;
            }

            switch (parameter.Name)
            {
                case "limit":
                    (schema.Minimum, schema.Maximum) = ("1", PageRequest.MaxLimit.ToString(CultureInfo.InvariantCulture));
                    break;
                case "cursor":
                    schema.MaxLength = PageRequest.MaxCursorLength;
                    break;
                case "sort":
                    schema.MaxLength = PageRequest.MaxSortLength;
                    break;
                default:
                    break;
            }

            if (schema.MaxLength == RequestBody.MaxJsonBytes)
            {
                schema.MaxLength = RequestShape.MaxTarget;
            }

            SchemaLimits.Bound(schema, RequestShape.MaxTarget);
        }
    }
}
