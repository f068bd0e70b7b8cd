using Nscl.Domain.Standards;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Refusal;

namespace Nscl.Domain.Tests.Standards;

public sealed class StandardTests
{
    private static readonly StandardEntry Entry = new(
        " TCVN  12850:2019 ",
        "Truy xuất nguồn gốc – Yêu cầu chung đối với hệ thống truy xuất nguồn gốc",
        "Traceability – General requirements for traceability systems",
        "tcvn",
        StandardKind.ManagementSystem,
        StandardStatus.InForce,
        Verification.Found,
        Year: 2019);

    [Fact]
    public void A_standard_keeps_its_number_tidy() =>
        new Standard("tcvn12850", Entry).Number.ShouldBe("TCVN 12850:2019");

    [Fact]
    public void Redefine_takes_over_a_replacement()
    {
        var standard = new Standard("tcvn12850", Entry);

        standard.Redefine(Entry with { Status = StandardStatus.Replaced, ReplacedByCode = "tcvn12850v2" });

        (standard.Status, standard.ReplacedByCode).ShouldBe((StandardStatus.Replaced, "tcvn12850v2"));
    }

    [Theory]
    [InlineData(StandardStatus.InForce, "tcvn12850v2")]
    [InlineData(StandardStatus.Withdrawn, "tcvn12850v2")]
    [InlineData(StandardStatus.Replaced, "tcvn12850")]
    public void Redefine_when_the_replacement_contradicts_the_status_refuses(StandardStatus status, string replacedBy) =>
        CodeOf(() => new Standard("tcvn12850", Entry).Redefine(Entry with { Status = status, ReplacedByCode = replacedBy }))
            .ShouldBe("standard.replacementContradictsStatus");
}
