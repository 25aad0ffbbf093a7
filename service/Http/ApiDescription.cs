using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LearningCity.Docs.Http;

/// <summary>What <c>/openapi/v1.json</c> says beyond what the endpoints show of themselves: bodies that they read on their own.</summary>
internal static class ApiDescription
{
    private const string Bearer = "bearer";

    private const string FormOfSeveral = "The id of the form, where the file holds several that the paper can be made from";

    private const string Acknowledge = "Why it is made although figures contradict the results; without it such a form is refused with 422 form.contradictions";

    public static void Configure(OpenApiOptions options) => options
        .AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "LearningCity.Docs", Version = "v1", Description = "Kiểm tra biểu mẫu Thành phố học tập và lập văn bản từ biểu mẫu đã điền." };
            // One document whatever address it is asked at: the types of the task pane are made from it.
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "Cần khi GET /api/access cho biết mode khác local." },
            };
            return Task.CompletedTask;
        })
        .AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<AccessRule>().LastOrDefault() is { Needs: not null })
            {
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
            }
            return Task.CompletedTask;
        })
        .AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(AllowedValuesAttribute), true) is [AllowedValuesAttribute allowed, ..])
            {
                schema.Enum = [.. allowed.Values.Select(v => JsonValue.Create((string)v!))];
            }
            return Task.CompletedTask;
        });

    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint) => endpoint.Body("application/octet-stream", Binary(), Download.Xlsx, Download.Docx);

    public static RouteHandlerBuilder TakesDocument(this RouteHandlerBuilder endpoint) => endpoint.Body("application/octet-stream", Binary(), Download.Docx);

    public static RouteHandlerBuilder TakesDocumentParts(this RouteHandlerBuilder endpoint, params ImmutableArray<string> formats) => endpoint.Body("multipart/form-data", new OpenApiSchema
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "file", "details" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["file"] = Binary(),
            ["details"] = Text("JSON"),
            ["format"] = Text(string.Join(" | ", formats)),
            ["draft"] = Text("true"),
            ["acknowledge"] = Text(Acknowledge),
            ["form"] = Text(FormOfSeveral),
        },
    });

    public static RouteHandlerBuilder TakesReason(this RouteHandlerBuilder endpoint) => endpoint.Body("application/json", new OpenApiSchema
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "reason" },
        Properties = new Dictionary<string, IOpenApiSchema> { ["reason"] = Text("For the submitter to read") },
    });

    /// <summary>As for a dossier, and the client's own key in a header.</summary>
    public static RouteHandlerBuilder TakesSubmissionParts(this RouteHandlerBuilder endpoint, string keyHeader) => endpoint.Body("multipart/form-data", new OpenApiSchema
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "file", "details" },
        Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = Binary(), ["details"] = Text("JSON"), ["acknowledge"] = Text(Acknowledge), ["form"] = Text(FormOfSeveral) },
    }).AddOpenApiOperationTransformer((operation, _, _) =>
    {
        (operation.Parameters ??= []).Add(new OpenApiParameter { Name = keyHeader, In = ParameterLocation.Header, Required = true, Schema = Text("The same for the same submission, however often it is sent") });
        return Task.CompletedTask;
    });

    /// <summary>The problems of every endpoint that takes a user's file.</summary>
    public static RouteHandlerBuilder RefusesFiles(this RouteHandlerBuilder endpoint) => endpoint
        .Refuses(StatusCodes.Status400BadRequest).Refuses(StatusCodes.Status413PayloadTooLarge)
        .Refuses(StatusCodes.Status415UnsupportedMediaType).Refuses(StatusCodes.Status503ServiceUnavailable);

    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, int status) => endpoint.Produces<ApiProblem>(status, Problems.MediaType);

    private static RouteHandlerBuilder Body(this RouteHandlerBuilder endpoint, string type, OpenApiSchema schema, params ImmutableArray<string> otherTypes) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = otherTypes.Prepend(type).ToDictionary(t => t, _ => new OpenApiMediaType { Schema = schema }) };
            return Task.CompletedTask;
        });

    private static OpenApiSchema Binary() => new() { Type = JsonSchemaType.String, Format = "binary" };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
