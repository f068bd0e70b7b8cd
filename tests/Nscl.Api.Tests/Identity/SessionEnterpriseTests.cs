using Nscl.Api.Tests.Enrollments;
using Nscl.Api.Tests.Platform;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Identity;

/// <summary>Whom a signed-in person acts for.</summary>
public sealed class SessionEnterpriseTests(KonTumFixture fixture) : ApiTests<KonTumFixture>(fixture)
{
    [Fact]
    public async Task Session_of_a_representative_names_the_enterprises_it_acts_for()
    {
        var session = await (await SignInAsync("enterprise")).GetJsonAsync(ApiClients.SessionRoute);

        var enterprise = session.GetProperty("enterprises").EnumerateArray().ShouldHaveSingleItem();
        enterprise.GetProperty("id").GetGuid().ShouldBe(await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng));
        enterprise.GetProperty("name").GetString().ShouldBe("Công ty cổ phần Sâm Ngọc Linh Tu Mơ Rông Kon Tum");
    }

    [Fact]
    public async Task Session_of_the_office_names_none()
    {
        var session = await (await SignInAsync("officer")).GetJsonAsync(ApiClients.SessionRoute);

        session.GetProperty("enterprises").GetArrayLength().ShouldBe(0);
    }
}
