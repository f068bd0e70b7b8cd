using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Nscl.Api.Common;

namespace Nscl.Api.Tests.Operations;

/// <summary>
/// Requests that nobody should send, made of one that makes sense: one thing of it at a time is spoiled. Which of the many, a seeded generator
/// chooses, so that a run can be repeated.
/// </summary>
internal sealed class HostileRequests(Operation operation, Sample sample, Random random)
{
    private const int SpoiledBodies = 36;
    private const int SpoiledQueries = 16;
    private static readonly string Long = new('ư', 20_000);
    private static readonly string Nested = string.Concat(Enumerable.Repeat("[", 200)) + string.Concat(Enumerable.Repeat("]", 200));

    /// <summary>Values as they stand in JSON text: some are no valid JSON.</summary>
    private static readonly string[] Values =
    [
        "null", "true", "\"\"", "\" \"", "0", "-1", "1.5", "1e400", "9000000000000001", "9223372036854775808", "-9223372036854775809", "\"5\"", "[]", "[null]", "{}", "[[]]",
        "{\"a\":1}", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\uffff\"", "\"\\ufdd0\"", "\"\\u202e\\u200b\\ufeff\"", "\"e\\u0301\\u0323\"", "\"2022-02-30\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"2022-10-03T00:00:00Z\"",
        "\"not-a-uuid\"", "\"00000000-0000-0000-0000-000000000000\"", "\"' OR 1=1; --\"", "\"%_\\\\\"", "\"=cmd|' /C calc'!A0\"", "\"<script>alert(1)</script>\"", "\"../../etc/passwd\"", "\"{{7*7}}\"",
        "NaN", "01", "'x'", "\"\\x\"", "\"" + Long + "\"", Nested, "\"\\ud83d\\ude00\"",
    ];

    private static readonly string[] Texts =
    [
        "", "%20", "%00", "a%00b", "%FF", "%C3%28", "%ED%A0%80", "%F0%9F%98%80", "%EF%BF%BF", "-1", "0", "1.5", "1e9", "101", "2147483648", "99999999999999999999", "true", "TRUE1", "null", "NaN", "not-a-uuid",
        "00000000-0000-0000-0000-000000000000", "2022-02-30", "0001-01-01", "9999-12-31", "10000-01-01", "%27%20OR%201%3D1", "%25_%5C", "..%2F..%2Fetc", "%3Cscript%3E", "%5B%5D", "%7B%7D", "%0D%0AX-Injected:1", "-", "-%00", "a,b", "+", "%2B", new string('a', 3_000), "%E1%BB%AF%CC%A3%CC%81",
    ];

    public IEnumerable<(string What, HttpRequestMessage Request)> All(string? etag)
    {
        foreach (var (what, request) in Routes(etag).Concat(Queries(etag)).Concat(Headers(etag)))
        {
            yield return (what, request);
        }

        if (operation.TakesJson)
        {
            foreach (var (what, body) in Bodies())
            {
                yield return (what, operation.Request(sample, etag, body));
            }
        }

        if (operation.TakesForm)
        {
            foreach (var (what, body) in Forms())
            {
                yield return (what, operation.Request(sample, etag, body));
            }
        }
    }

    private IEnumerable<(string, HttpRequestMessage)> Routes(string? etag)
    {
        foreach (var name in operation.RouteParameters)
        {
            // A NUL in the address never gets past the server itself; see WireTests.
            foreach (var value in Some(Texts, 8).Append("%2500").Append(Guid.CreateVersion7().ToString()).Where(static text => text.Length > 0 && !text.Contains("%00", StringComparison.Ordinal)))
            {
                var request = operation.Request(sample, etag);
                var marker = Guid.CreateVersion7().ToString();
                var others = sample with { Route = sample.Route.ToDictionary(pair => pair.Key, pair => pair.Key == name ? marker : pair.Value, StringComparer.Ordinal) };
                using var marked = operation.Request(others, etag);
                request.RequestUri = new Uri(marked.RequestUri!.OriginalString.Replace(marker, value, StringComparison.Ordinal), UriKind.Relative);
                yield return ($"{name} = {Short(value)} in the address", request);
            }
        }
    }

    private IEnumerable<(string, HttpRequestMessage)> Queries(string? etag)
    {
        var queries = new List<string> { "?nosuch=1", "?=1", "?%00=1", "?a[b]=1&a[c]", "?&&&", "?%FF", "?limit=1&limit=2&LIMIT=3" };
        for (var i = 0; i < SpoiledQueries && operation.QueryParameters.Count > 0; i++)
        {
            var name = operation.QueryParameters[random.Next(operation.QueryParameters.Count)];
            queries.Add($"?{name}={Texts[random.Next(Texts.Length)]}");
        }

        foreach (var query in queries)
        {
            yield return ("the query " + Short(query), operation.Request(sample with { Query = query }, etag));
        }
    }

    private IEnumerable<(string, HttpRequestMessage)> Headers(string? etag)
    {
        var headers = new List<(string Name, string Value)>
        {
            ("Accept", "image/png"), ("Accept", ",;q=,"), ("Accept-Language", "xx-" + new string('y', 500)), ("If-None-Match", "\"x"), ("Range", "bytes=9-1,-"), ("traceparent", "00-zz-zz-zz"),
            ("Authorization", "Bearer x.y.z"), ("X-Forwarded-For", "not an address"), ("Host", "bad host"),
        };
        if (operation.NeedsIfMatch)
        {
            headers.AddRange(new[] { "", "*", "W/\"1\"", "\"\"", "\"zz\"", "\"fffffffffffffffff\"", "1", "\"1\", \"2\"", "\"-1\"", new string('"', 999) }.Select(static value => ("If-Match", value)));
        }

        if (operation.TakesKey)
        {
            headers.AddRange(new[] { "", " ", new string('k', 256), "ư", "a\tb" }.Select(static value => (IdempotencyFilter.Header, value)));
        }

        foreach (var (name, value) in headers)
        {
            var request = operation.Request(sample, etag);
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
            yield return ($"the header {name}: {Short(value)}", request);
        }
    }

    private IEnumerable<(string, HttpContent)> Bodies()
    {
        var text = sample.Body!.ToJsonString();
        foreach (var raw in (string[])["", "null", "5", "\"x\"", "[]", "{", "{}", text + text, text[..^1], "{\"\\ud800\":1}", "{\"a\\u0000\":1}", "{\"\":1}", Nested, "\uFEFF" + text, text.Replace('"', '\''), "/* */" + text])
        {
            yield return ("the body " + Short(raw), Json(Encoding.UTF8.GetBytes(raw)));
        }

        yield return ("a body of invalid UTF-8", Json([.. Encoding.UTF8.GetBytes(text)[..^1], 0x2C, 0x22, 0xFF, 0xC3, 0x28, 0x22, 0x3A, 0x31, 0x7D]));
        yield return ("a value of invalid UTF-8", Json([.. "{\"reason\":\""u8, 0xFF, 0xC0, 0x80, .. "\",\"name\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8]));
        yield return ("a body in UTF-16", Json(Encoding.Unicode.GetBytes(text), "application/json; charset=utf-16"));
        yield return ("an unknown charset", Json(Encoding.UTF8.GetBytes(text), "application/json; charset=nosuch"));
        yield return ("a body as text", Json(Encoding.UTF8.GetBytes(text), "text/plain"));
        yield return ("a body as a form", Json(Encoding.UTF8.GetBytes(text), "application/x-www-form-urlencoded"));
        yield return ("a body as multipart", Json(Encoding.UTF8.GetBytes(text), "multipart/form-data"));
        yield return ("a body without a type", Json(Encoding.UTF8.GetBytes(text), null));
        yield return ("a property twice", Json(Encoding.UTF8.GetBytes(text.Insert(1, FirstMember(text) + ","))));

        var places = PlacesIn(sample.Body!, []).ToList();
        for (var i = 0; i < SpoiledBodies && places.Count > 0; i++)
        {
            // Above all the outer members; inner ones of a large document are many and alike.
            var place = places[(int)(places.Count * random.NextDouble() * random.NextDouble())];
            var value = Values[random.Next(Values.Length)];
            yield return ($"/{string.Join('/', place)} = {Short(value)}", Json(Encoding.UTF8.GetBytes(Spoil(place, value))));
        }

        foreach (var place in Some([.. places.Where(static place => place is [.., string])], 6))
        {
            var without = sample.Body!.DeepClone();
            ParentOf(without, place).AsObject().Remove((string)place[^1]);
            yield return ($"without /{string.Join('/', place)}", Json(Encoding.UTF8.GetBytes(without.ToJsonString())));
        }
    }

    private IEnumerable<(string, HttpContent)> Forms()
    {
        static ByteArrayContent File(byte[] bytes, string? type = "application/pdf")
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
            return file;
        }

        var pdf = "%PDF-1.4\n%%EOF\n"u8.ToArray();
        yield return ("an empty form", new MultipartFormDataContent());
        yield return ("no file", new MultipartFormDataContent { { new StringContent(operation.PaperKind), "kind" } });
        yield return ("no kind", new MultipartFormDataContent { { File(pdf), "file", "a.pdf" } });
        yield return ("an unknown field", new MultipartFormDataContent { { new StringContent(operation.PaperKind), "kind" }, { new StringContent("x"), "nosuch" }, { File(pdf), "file", "a.pdf" } });
        yield return ("two files", new MultipartFormDataContent { { new StringContent(operation.PaperKind), "kind" }, { File(pdf), "file", "a.pdf" }, { File(pdf), "file", "b.pdf" } });
        foreach (var kind in (string[])["", "D99", "\0", "D01\0", Long, "đ", "D01,D02", "' OR 1=1"])
        {
            yield return ($"kind = {Short(kind)}", new MultipartFormDataContent { { new StringContent(kind), "kind" }, { File(pdf), "file", "a.pdf" } });
        }

        foreach (var replaces in (string[])["", "not-a-uuid", Guid.Empty.ToString(), "\0"])
        {
            yield return ($"replaces = {Short(replaces)}", new MultipartFormDataContent { { new StringContent(operation.PaperKind), "kind" }, { new StringContent(replaces), "replaces" }, { File(pdf), "file", "a.pdf" } });
        }

        foreach (var name in (string[])["../../etc/passwd", "C:\\x\\y.pdf", "a%00.pdf", "CON", ".pdf", new string('a', 400) + ".pdf", "a.exe", "\u202Efdp.exe", "a;b.pdf"])
        {
            yield return ($"file name {Short(name)}", new MultipartFormDataContent { { new StringContent(operation.PaperKind), "kind" }, { File(pdf), "file", name } });
        }

        yield return ("an empty file", new MultipartFormDataContent { { new StringContent(operation.PaperKind), "kind" }, { File([]), "file", "a.pdf" } });
        yield return ("a file that is no PDF", new MultipartFormDataContent { { new StringContent(operation.PaperKind), "kind" }, { File("<html>"u8.ToArray()), "file", "a.pdf" } });
        yield return ("an archive that is none", new MultipartFormDataContent { { new StringContent(operation.PaperKind), "kind" }, { File([0x50, 0x4B, 3, 4, 0, 0, 0]), "file", "a.docx" } });
        yield return ("a file without a type", new MultipartFormDataContent { { new StringContent(operation.PaperKind), "kind" }, { File(pdf, null), "file", "a.pdf" } });
        var many = new MultipartFormDataContent();
        for (var i = 0; i < 1_500; i++)
        {
            many.Add(new StringContent("x"), "kind");
        }

        yield return ("1,500 fields", many);
        yield return ("a field of 5 MB", new MultipartFormDataContent { { new StringContent(new string('k', 5_000_000)), "kind" }, { File(pdf), "file", "a.pdf" } });
        yield return ("no boundary", Json("x"u8.ToArray(), "multipart/form-data"));
        yield return ("a boundary of 300 letters", Json("x"u8.ToArray(), "multipart/form-data; boundary=" + new string('b', 300)));
        yield return ("a cut-off form", Json("--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nD0"u8.ToArray(), "multipart/form-data; boundary=b"));
        yield return ("a part without a name", Json("--b\r\nContent-Disposition: form-data\r\n\r\nD01\r\n--b--\r\n"u8.ToArray(), "multipart/form-data; boundary=b"));
        yield return ("a part with a broken header", Json("--b\r\nContent-Disposition\r\n\r\nD01\r\n--b--\r\n"u8.ToArray(), "multipart/form-data; boundary=b"));
        yield return ("a part with long headers", Json(Encoding.ASCII.GetBytes("--b\r\nX: " + new string('x', 40_000) + "\r\n\r\nD01\r\n--b--\r\n"), "multipart/form-data; boundary=b"));
        yield return ("JSON", Json("{\"kind\":\"D01\"}"u8.ToArray()));
        yield return ("an urlencoded form", Json("kind=D01"u8.ToArray(), "application/x-www-form-urlencoded"));
        yield return ("nothing", Json([], null));
    }

    private string Spoil(object[] place, string value)
    {
        const string marker = "\"@spoiled@\"";
        var spoiled = sample.Body!.DeepClone();
        var parent = ParentOf(spoiled, place);
        if (place[^1] is int index)
        {
            parent[index] = "@spoiled@";
        }
        else
        {
            parent[(string)place[^1]] = "@spoiled@";
        }

        return spoiled.ToJsonString().Replace(marker, value, StringComparison.Ordinal);
    }

    private static JsonNode ParentOf(JsonNode root, object[] place) =>
        place[..^1].Aggregate(root, static (node, step) => step is int index ? node[index]! : node[(string)step]!);

    private static IEnumerable<object[]> PlacesIn(JsonNode node, object[] at)
    {
        var inner = node switch
        {
            JsonObject members => members.Select(static member => ((object)member.Key, member.Value)),
            JsonArray items => items.Select(static (item, index) => ((object)index, item)),
            _ => [],
        };
        var deeper = new List<object[]>();
        foreach (var (step, value) in inner.ToList())
        {
            object[] place = [.. at, step];
            yield return place;
            if (value is not null)
            {
                deeper.AddRange(PlacesIn(value, place));
            }
        }

        foreach (var place in deeper)
        {
            yield return place;
        }
    }

    private IEnumerable<T> Some<T>(T[] all, int count) => all.Length == 0 ? [] : random.GetItems(all, count);

    private static string FirstMember(string json)
    {
        var (name, value) = JsonNode.Parse(json)!.AsObject().First();
        return $"\"{name}\":{value?.ToJsonString() ?? "null"}";
    }

    private static ByteArrayContent Json(byte[] bytes, string? mediaType = "application/json")
    {
        var content = new ByteArrayContent(bytes);
        if (mediaType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }

        return content;
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
