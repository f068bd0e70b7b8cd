using System.Net;
using System.Text.Json.Nodes;
using Nscl.Api.Tests.Enrollments;
using Nscl.Api.Tests.Platform;
using Shouldly;
using UglyToad.PdfPig;
using Xunit;

namespace Nscl.Api.Tests.Training;

/// <summary>The wording of certificates as data of a province.</summary>
public sealed class CertificateTemplateTests(KonTumFixture fixture) : ApiTests<KonTumFixture>(fixture)
{
    [Fact]
    public async Task A_wording_is_versioned_and_a_field_that_there_is_not_is_named()
    {
        var officer = await SignInAsync("officer");
        var begun = await officer.GetJsonAsync("/api/v1/certificate-template");
        var content = JsonNode.Parse(begun.GetProperty("content").GetRawText())!.AsObject();
        var course = await CertificateCalls.EndedAsync(officer, 2);
        var people = (await course.ListAsync(officer)).Select(static one => one.GetProperty("id").GetGuid()).ToArray();
        await CertificateCalls.IssuedAsync(officer, course, people[0]);

        content["body"] = "đã học {{courseTitle}} của {{giảngViên}}";
        content["opening"] = "{{ nobody }}";
        foreach (var address in (string[])["/api/v1/certificate-template", "/api/v1/certificate-template/preview"])
        {
            (await (await officer.PostJsonAsync(address, content.ToJsonString())).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults()
                .ShouldBe(["/opening certificate.unknownField", "/body certificate.unknownField"]);
        }

        (content["opening"], content["body"], content["title"], content["border"]) = ("{{issuer}} xác nhận", "đã học {{courseTitle}}", "CHỨNG NHẬN MỚI", "blue");
        var preview = await officer.PostJsonAsync("/api/v1/certificate-template/preview", content.ToJsonString());
        using (var paper = PdfDocument.Open(await preview.Content.ReadAsByteArrayAsync(Stop)))
        {
            CertificateTests.TextOf(paper).ShouldContain("CHỨNGNHẬNMỚI");
        }

        var saved = await (await officer.PostJsonAsync("/api/v1/certificate-template", content.ToJsonString())).JsonAsync();
        saved.GetProperty("version").GetInt32().ShouldBe(begun.GetProperty("version").GetInt32() + 1);
        await CertificateCalls.IssuedAsync(officer, course, people[1]);
        (await CertificateCalls.ListAsync(officer, course)).GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("templateVersion").GetInt32())
            .ShouldBe([begun.GetProperty("version").GetInt32(), saved.GetProperty("version").GetInt32()]);
    }
}
