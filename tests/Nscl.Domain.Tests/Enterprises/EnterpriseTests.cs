using Nscl.Domain.Common;
using Nscl.Domain.Enterprises;
using Nscl.TestSupport;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Refusal;

namespace Nscl.Domain.Tests.Enterprises;

public sealed class EnterpriseTests
{
    private static readonly DateOnly Today = new(2022, 10, 3);

    private static readonly EnterpriseProfile Profile = new(
        "Công ty cổ phần Sâm Ngọc Linh Tu Mơ Rông Kon Tum",
        OrganizationType.Enterprise,
        DistrictCode: "617",
        SectorCode: "ngocLinhGinseng");

    private static readonly DeclaredFacts Facts = new(
        EnterpriseField.AgricultureIndustryConstruction,
        InsuredEmployees: 8,
        AnnualRevenue: new Money(5_000_000_000),
        TotalCapital: new Money(2_000_000_000),
        Year: 2021);

    [Fact]
    public void Register_when_all_is_well_keeps_the_name_as_registered_and_the_code_normalized()
    {
        var enterprise = Enterprise.Register("konTum", "6100.123.454", null, Profile, Today);

        enterprise.Province.ShouldBe("konTum");
        enterprise.TaxCode.ShouldBe("6100123454");
        enterprise.TaxCodeKind.ShouldBe(TaxCodeKind.Enterprise);
        enterprise.Name.ShouldBe("Công ty cổ phần Sâm Ngọc Linh Tu Mơ Rông Kon Tum");
        enterprise.NameKey.ShouldBe("sam ngoc linh tu mo rong kon tum");
        enterprise.DistrictCode.ShouldBe("617");
        enterprise.SectorCode.ShouldBe("ngocLinhGinseng");
    }

    [Fact]
    public void Register_when_the_check_digit_does_not_fit_needs_a_reason_and_keeps_it()
    {
        CodeOf(static () => Enterprise.Register("konTum", "0100233480", null, Profile, Today)).ShouldBe("enterprise.taxCodeCheckDigit");
        CodeOf(static () => Enterprise.Register("konTum", "0100233480", "  ", Profile, Today)).ShouldBe("enterprise.taxCodeCheckDigit");

        Enterprise.Register("konTum", "0100233480", " Đã đối chiếu bản gốc ", Profile, Today)
            .TaxCodeOverrideReason.ShouldBe("Đã đối chiếu bản gốc");
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("010023348O")]
    [InlineData("0100233488-000")]
    [InlineData("0000000000")]
    public void Register_when_the_code_is_malformed_takes_no_reason(string taxCode) =>
        CodeOf(() => Enterprise.Register("konTum", taxCode, "Đã đối chiếu bản gốc", Profile, Today))
            .ShouldBe("enterprise.taxCodeMalformed");

    [Fact]
    public void Register_when_the_code_is_right_forgets_a_needless_reason() =>
        Registered(overrideReason: "Đã đối chiếu bản gốc").TaxCodeOverrideReason.ShouldBeNull();

    [Fact]
    public void Register_when_the_code_is_a_personal_id_takes_a_business_household_only()
    {
        CodeOf(static () => Enterprise.Register("konTum", "062190000123", null, Profile, Today))
            .ShouldBe("enterprise.personalIdOnlyForHousehold");

        var household = Enterprise.Register(
            "konTum", "062190000123", null, Profile with { OrganizationType = OrganizationType.BusinessHousehold }, Today);

        household.TaxCodeKind.ShouldBe(TaxCodeKind.PersonalId);
        CodeOf(() => household.UpdateProfile(Profile, Today)).ShouldBe("enterprise.personalIdOnlyForHousehold");
    }

    [Fact]
    public void Register_when_the_name_is_blank_refuses() =>
        CodeOf(static () => Enterprise.Register("konTum", "6100123454", null, Profile with { Name = " \u00A0 " }, Today))
            .ShouldBe("enterprise.nameRequired");

    [Fact]
    public void Register_when_founded_tomorrow_refuses() =>
        CodeOf(static () => Enterprise.Register("konTum", "6100123454", null, Profile with { EstablishedOn = Today.AddDays(1) }, Today))
            .ShouldBe("enterprise.establishedInFuture");

    [Fact]
    public void UpdateProfile_when_renamed_moves_the_comparison_key_too()
    {
        var enterprise = Registered();

        enterprise.UpdateProfile(Profile with { Name = "CTCP Sâm Măng Ri", Address = " Làng Ko Xía 2 ", Phone = " " }, Today);

        enterprise.Name.ShouldBe("CTCP Sâm Măng Ri");
        enterprise.NameKey.ShouldBe("sam mang ri");
        enterprise.Address.ShouldBe("Làng Ko Xía 2");
        enterprise.Phone.ShouldBeNull();
    }

    [Fact]
    public void CorrectTaxCode_when_refused_leaves_the_old_code()
    {
        var enterprise = Registered();

        CodeOf(() => enterprise.CorrectTaxCode("12345", null, Profile, Today)).ShouldBe("enterprise.taxCodeMalformed");
        enterprise.TaxCode.ShouldBe("6100123454");

        enterprise.CorrectTaxCode("6101234566-001", null, Profile, Today);
        (enterprise.TaxCode, enterprise.TaxCodeKind).ShouldBe(("6101234566-001", TaxCodeKind.DependentUnit));
    }

    [Fact]
    public void CorrectTaxCode_when_the_type_was_wrong_too_puts_both_right()
    {
        var enterprise = Registered();

        CodeOf(() => enterprise.CorrectTaxCode("062190000123", null, Profile, Today)).ShouldBe("enterprise.personalIdOnlyForHousehold");
        enterprise.CorrectTaxCode("062190000123", null, Profile with { OrganizationType = OrganizationType.BusinessHousehold }, Today);

        (enterprise.TaxCodeKind, enterprise.OrganizationType).ShouldBe((TaxCodeKind.PersonalId, OrganizationType.BusinessHousehold));
    }

    [Fact]
    public void Rules_point_at_the_field_they_are_about()
    {
        var enterprise = Registered();

        PointerOf(() => enterprise.CorrectTaxCode("12345", null, Profile, Today)).ShouldBe("/taxCode");
        PointerOf(() => enterprise.ReplaceProducts([new ProductEntry("Trà", "other"), new ProductEntry("trà ", "other")])).ShouldBe("/products/1/name");
        PointerOf(() => enterprise.ReplaceSites([new SiteEntry("Xưởng 1", "617"), new SiteEntry(" ", "617")])).ShouldBe("/sites/1/name");
    }

    [Theory]
    [InlineData(1999)]
    [InlineData(2023)]
    public void DeclareFacts_when_the_year_is_out_of_range_refuses(int year) =>
        CodeOf(() => Registered().DeclareFacts(Facts with { Year = year }, Today)).ShouldBe("enterprise.factsYearOutOfRange");

    [Fact]
    public void DeclareFacts_when_a_figure_is_negative_refuses()
    {
        CodeOf(static () => Registered().DeclareFacts(Facts with { InsuredEmployees = -1 }, Today)).ShouldBe("enterpriseSize.negativeValue");
        CodeOf(static () => Registered().DeclareFacts(Facts with { AnnualRevenue = new Money(-1) }, Today)).ShouldBe("enterpriseSize.negativeValue");
        CodeOf(static () => Registered().DeclareFacts(Facts with { TotalCapital = new Money(-1) }, Today)).ShouldBe("enterpriseSize.negativeValue");
    }

    [Fact]
    [SourceFact("S3.26")]
    public void ClassifySize_when_facts_are_declared_follows_the_law_of_the_date()
    {
        var enterprise = Registered();
        enterprise.DeclareFacts(Facts, Today);

        enterprise.ClassifySize(Today).ShouldNotBeNull().SizeClass.ShouldBe(SizeClass.Micro);
        enterprise.ClassifySize(new DateOnly(2019, 6, 30)).ShouldBeNull();
    }

    [Fact]
    public void ClassifySize_when_facts_are_missing_says_nothing()
    {
        var enterprise = Registered();
        enterprise.ClassifySize(Today).ShouldBeNull();

        enterprise.DeclareFacts(Facts with { InsuredEmployees = null }, Today);
        enterprise.ClassifySize(Today).ShouldBeNull();

        enterprise.DeclareFacts(Facts with { AnnualRevenue = null, TotalCapital = null }, Today);
        enterprise.ClassifySize(Today).ShouldBeNull();
    }

    [Theory]
    [InlineData(OrganizationType.Cooperative)]
    [InlineData(OrganizationType.BusinessHousehold)]
    [InlineData(OrganizationType.Organization)]
    public void ClassifySize_when_it_is_no_enterprise_is_not_applicable(OrganizationType type)
    {
        var enterprise = Enterprise.Register("konTum", "6100123454", null, Profile with { OrganizationType = type }, Today);
        enterprise.DeclareFacts(Facts, Today);

        enterprise.ClassifySize(Today).ShouldNotBeNull().SizeClass.ShouldBe(SizeClass.NotApplicable);
    }

    [Fact]
    public void AddProduct_when_complete_keeps_number_and_standards_tidy()
    {
        var enterprise = Registered();

        var id = enterprise.AddProduct(new ProductEntry(
            " Cao sâm  Ngọc Linh ",
            "ngocLinhGinseng",
            Gtin: "893-4602-001-078",
            Standards: ["TCVN 11892-1:2017", " ", "TCVN  11892-1:2017"]));

        var product = enterprise.Products.ShouldHaveSingleItem();
        product.Id.ShouldBe(id);
        product.Name.ShouldBe("Cao sâm Ngọc Linh");
        product.Gtin.ShouldBe("8934602001078");
        product.Standards.ShouldBe(["TCVN 11892-1:2017"]);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [SourceFact("S3.37", "S3.38")]
    public void AddProduct_when_a_criterion_is_claimed_needs_evidence(bool replacesImports, bool isExported)
    {
        var claimed = new ProductEntry("Cà phê bột", "coffee", ReplacesImports: replacesImports, IsExported: isExported);

        CodeOf(() => Registered().AddProduct(claimed)).ShouldBe("enterprise.criteriaNeedEvidence");
        Should.NotThrow(() => Registered().AddProduct(claimed with { CriteriaEvidence = "Tờ khai xuất khẩu năm 2021" }));
    }

    [Fact]
    public void AddProduct_when_its_number_is_wrong_or_its_name_blank_refuses()
    {
        CodeOf(static () => Registered().AddProduct(new ProductEntry("Cà phê bột", "coffee", Gtin: "8934602001079"))).ShouldBe("enterprise.gtinInvalid");
        CodeOf(static () => Registered().AddProduct(new ProductEntry(" ", "coffee"))).ShouldBe("enterprise.productNameRequired");
    }

    [Fact]
    public void AddProduct_when_only_the_spelling_differs_refuses_the_second()
    {
        var enterprise = Registered();
        enterprise.AddProduct(new ProductEntry("Rượu sâm Hòa Bình", "ngocLinhGinseng"));

        CodeOf(() => enterprise.AddProduct(new ProductEntry("RƯỢU SÂM HOÀ BÌNH", "ngocLinhGinseng"))).ShouldBe("enterprise.productRepeated");
    }

    [Fact]
    public void ReplaceProducts_when_a_product_is_edited_keeps_its_identity()
    {
        var enterprise = Registered();
        var kept = enterprise.AddProduct(new ProductEntry("Trà sâm", "ngocLinhGinseng"));
        enterprise.AddProduct(new ProductEntry("Mật ong", "other"));

        enterprise.ReplaceProducts(
        [
            new ProductEntry("Rượu sâm", "ngocLinhGinseng"),
            new ProductEntry("Trà sâm túi lọc", "ngocLinhGinseng", IsKeyProduct: true, Id: kept),
        ]);

        enterprise.Products.Select(static product => product.Name).ShouldBe(["Trà sâm túi lọc", "Rượu sâm"], ignoreOrder: true);
        var edited = enterprise.Products.Single(product => product.Id == kept);
        (edited.Name, edited.IsKeyProduct).ShouldBe(("Trà sâm túi lọc", true));
    }

    [Fact]
    public void ReplaceProducts_when_any_entry_is_refused_changes_nothing()
    {
        var enterprise = Registered();
        var id = enterprise.AddProduct(new ProductEntry("Trà sâm", "ngocLinhGinseng"));
        var renamed = new ProductEntry("Trà sâm túi lọc", "ngocLinhGinseng", Id: id);

        CodeOf(() => enterprise.ReplaceProducts([renamed, new ProductEntry("X", "other", Id: Guid.CreateVersion7())])).ShouldBe("enterprise.productUnknown");
        CodeOf(() => enterprise.ReplaceProducts([renamed, new ProductEntry("X", "other", Gtin: "1")])).ShouldBe("enterprise.gtinInvalid");
        CodeOf(() => enterprise.ReplaceProducts([renamed, new ProductEntry("X", "other", Id: id)])).ShouldBe("enterprise.productRepeated");
        CodeOf(() => enterprise.ReplaceProducts([renamed, new ProductEntry("TRÀ SÂM TÚI LỌC", "other")])).ShouldBe("enterprise.productRepeated");

        enterprise.Products.ShouldHaveSingleItem().Name.ShouldBe("Trà sâm");
    }

    [Fact]
    public void ReplaceSites_when_a_site_is_edited_keeps_its_identity()
    {
        var enterprise = Registered();
        var kept = enterprise.AddSite(new SiteEntry("Vườn sâm", "617"));
        enterprise.AddSite(new SiteEntry("Kho", "608"));

        enterprise.ReplaceSites([new SiteEntry("Vườn sâm Măng Ri", "617", "Làng Ko Xía 2", kept), new SiteEntry("Nhà máy", "608")]);

        enterprise.Sites.Select(static site => site.Name).ShouldBe(["Vườn sâm Măng Ri", "Nhà máy"], ignoreOrder: true);
        enterprise.Sites.Single(site => site.Id == kept).Address.ShouldBe("Làng Ko Xía 2");
    }

    [Fact]
    public void ReplaceSites_when_any_entry_is_refused_changes_nothing()
    {
        var enterprise = Registered();
        var id = enterprise.AddSite(new SiteEntry("Vườn sâm", "617"));
        var renamed = new SiteEntry("Vườn sâm Măng Ri", "617", Id: id);

        CodeOf(() => enterprise.ReplaceSites([renamed, new SiteEntry("Kho", "608", Id: Guid.CreateVersion7())])).ShouldBe("enterprise.siteUnknown");
        CodeOf(() => enterprise.ReplaceSites([renamed, new SiteEntry("vuon sam mang ri", "608")])).ShouldBe("enterprise.siteRepeated");
        CodeOf(() => enterprise.ReplaceSites([renamed, new SiteEntry(" ", "608")])).ShouldBe("enterprise.siteNameRequired");
        CodeOf(() => enterprise.AddSite(new SiteEntry("VƯỜN SÂM", "608"))).ShouldBe("enterprise.siteRepeated");

        enterprise.Sites.ShouldHaveSingleItem().Name.ShouldBe("Vườn sâm");
    }

    [Fact]
    [SourceFact("S4.24")]
    public void RecordCertificate_when_held_is_valid_to_its_last_day()
    {
        var enterprise = Registered();

        var id = enterprise.RecordCertificate(Iso22000);

        var certificate = enterprise.Certificates.ShouldHaveSingleItem();
        certificate.Id.ShouldBe(id);
        certificate.IsValidOn(new DateOnly(2021, 5, 9)).ShouldBeFalse();
        certificate.IsValidOn(new DateOnly(2021, 5, 10)).ShouldBeTrue();
        certificate.IsValidOn(new DateOnly(2024, 5, 9)).ShouldBeTrue();
        certificate.IsValidOn(new DateOnly(2024, 5, 10)).ShouldBeFalse();
    }

    [Fact]
    public void RecordCertificate_when_the_paper_is_on_record_or_its_dates_are_crossed_refuses()
    {
        var enterprise = Registered();
        enterprise.RecordCertificate(Iso22000);

        CodeOf(() => enterprise.RecordCertificate(Iso22000 with { Number = " fsms-0815 " })).ShouldBe("enterprise.certificateRepeated");
        CodeOf(() => enterprise.RecordCertificate(Iso22000 with { Number = "2", ExpiresOn = new DateOnly(2021, 5, 9) }))
            .ShouldBe("enterprise.certificateExpiresBeforeIssue");
        Should.NotThrow(() => enterprise.RecordCertificate(Iso22000 with { Issuer = "Another body" }));
    }

    [Fact]
    public void CorrectCertificate_changes_the_paper_in_place_and_RemoveCertificate_takes_it_away()
    {
        var enterprise = Registered();
        var id = enterprise.RecordCertificate(Iso22000);
        var other = enterprise.RecordCertificate(Iso22000 with { Number = "FSMS-0816" });

        enterprise.CorrectCertificate(id, Iso22000 with { Scope = "Chế biến sâm" });
        enterprise.Certificates.Single(certificate => certificate.Id == id).Scope.ShouldBe("Chế biến sâm");

        CodeOf(() => enterprise.CorrectCertificate(other, Iso22000)).ShouldBe("enterprise.certificateRepeated");
        CodeOf(() => enterprise.CorrectCertificate(Guid.CreateVersion7(), Iso22000)).ShouldBe("enterprise.certificateUnknown");

        enterprise.RemoveCertificate(id);
        enterprise.Certificates.ShouldHaveSingleItem().Id.ShouldBe(other);
        CodeOf(() => enterprise.RemoveCertificate(id)).ShouldBe("enterprise.certificateUnknown");
    }

    private static CertificateEntry Iso22000 => new(
        "ISO_22000",
        "FSMS-0815",
        "A certification body",
        IssuedOn: new DateOnly(2021, 5, 10),
        ExpiresOn: new DateOnly(2024, 5, 9),
        StandardNumber: "TCVN ISO 22000:2018");

    private static Enterprise Registered(string? overrideReason = null) =>
        Enterprise.Register("konTum", "6100123454", overrideReason, Profile, Today);
}
