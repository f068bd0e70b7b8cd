using Nscl.Api.Tests.Enrollments;
using Nscl.Api.Tests.Platform;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Identity;

/// <summary>What the session says of somebody who acts for an enterprise.</summary>
public sealed class RepresentativeSessionTests(KonTumFixture fixture) : ApiTests<KonTumFixture>(fixture)
{
    [Fact]
    public async Task Session_names_the_enterprises_somebody_acts_for()
    {
        var session = await (await SignInAsync("enterprise")).GetJsonAsync(ApiClients.SessionRoute);

        var enterprise = session.GetProperty("enterprises").EnumerateArray().ShouldHaveSingleItem();
        enterprise.GetProperty("id").GetGuid().ShouldBe(await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng));
        enterprise.GetProperty("name").GetString().ShouldBe("Công ty cổ phần Sâm Ngọc Linh Tu Mơ Rông Kon Tum");
    }

    [Fact]
    public async Task Session_of_an_officer_names_none() =>
        (await (await SignInAsync("officer")).GetJsonAsync(ApiClients.SessionRoute)).GetProperty("enterprises").GetArrayLength().ShouldBe(0);
}
