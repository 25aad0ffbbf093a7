using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LearningCity.Docs.Http;

/// <summary>What <c>/openapi/v1.json</c> says beyond what the endpoints show of themselves: bodies that they read on their own.</summary>
internal static class ApiDescription
{
    public static void Configure(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info = new OpenApiInfo { Title = "LearningCity.Docs", Version = "v1", Description = "Kiểm tra biểu mẫu Thành phố học tập và lập văn bản từ biểu mẫu đã điền." };
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
        },
    });

    /// <summary>The problems of every endpoint that takes a user's file.</summary>
    public static RouteHandlerBuilder RefusesFiles(this RouteHandlerBuilder endpoint) => endpoint
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static RouteHandlerBuilder Body(this RouteHandlerBuilder endpoint, string type, OpenApiSchema schema, params ImmutableArray<string> otherTypes) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = otherTypes.Prepend(type).ToDictionary(t => t, _ => new OpenApiMediaType { Schema = schema }) };
            return Task.CompletedTask;
        });

    private static OpenApiSchema Binary() => new() { Type = JsonSchemaType.String, Format = "binary" };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
