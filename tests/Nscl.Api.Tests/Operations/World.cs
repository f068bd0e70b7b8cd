using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Nscl.Api.Common;
using Nscl.Api.Platform;
using Nscl.Api.Tests.Awards;
using Nscl.Api.Tests.Commendations;
using Nscl.Api.Tests.Enrollments;
using Nscl.Api.Tests.Experts;
using Nscl.Api.Tests.Outreach;
using Nscl.Api.Tests.Platform;
using Nscl.Api.Tests.Training;
using Nscl.Application.Identity;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Operations;

[CollectionDefinition(nameof(World))]
public sealed class WorldCollection : ICollectionFixture<World>;

/// <summary>
/// The whole demo, and for every operation a request on Kon Tum's rows that makes sense. An operation without one fails the tests: whoever adds an
/// endpoint brings its sample.
/// </summary>
public sealed class World(DatabaseFixture databases) : PacksFixture(databases)
{
    /// <summary>May do everything, in Kon Tum.</summary>
    public const string Owner = "everything.kontum";

    /// <summary>May do everything, in Tây Ninh.</summary>
    public const string Stranger = "everything.tayninh";

    /// <summary>May do everything, but sees only the rows of one enterprise of Kon Tum, which is not the one of the samples.</summary>
    public const string Neighbour = "everything.coffee";

    /// <summary>Route parameters that name nothing of a province.</summary>
    private static readonly Dictionary<string, string> SharedParameters = new(StringComparer.Ordinal)
    {
        ["amount"] = "90000000",
        ["list"] = "managementSystems",
        ["code"] = "request.notFound",
    };

    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    public IReadOnlyList<Operation> Operations => field ??= Operation.AllOf(Api);

    private Guid EnterpriseId => Guid.Parse(_ids["enterpriseId"]);

    private Guid EnrollmentId => Guid.Parse(_ids["enrollmentId"]);

    /// <summary>Every operation many times over within a minute; the limits have tests of their own.</summary>
    protected override ApiFactory CreateApi(TestDatabase database) => new(database)
    {
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Nscl:RequestsPerMinute"] = "1000000",
            ["Nscl:PublicRequestsPerMinute"] = "1000000",
            ["Nscl:PublicWritesPerMinute"] = "1000000",
            ["Nscl:WrongCodesPerMinute"] = "1000000",
        },
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await DemoSeeding.SeedAsync(Api.Services, int.MaxValue, CancellationToken.None);
        await FindIdsAsync();
        await AddAccountAsync(Owner, "konTum", seesAll: true, null);
        await AddAccountAsync(Stranger, "tayNinh", seesAll: true, null);
        await AddAccountAsync(Neighbour, "konTum", seesAll: false, KonTumFixture.Coffee);
        await AddCourseAsync();
        await AddNominationAsync();
        await AddCertificatesAsync();
        await AddCommendationAsync();
        await AddExpertAsync();
        await AddCampaignAsync();
    }

    /// <summary>The operation touches a row of a province: by its address or in its body.</summary>
    public bool NamesRows(Operation operation, Sample sample) =>
        operation.RouteParameters.Any(static name => !SharedParameters.ContainsKey(name)) || BodyNamesRows(sample);

    /// <summary>The operation touches a row that belongs to one enterprise of the province.</summary>
    public bool NamesRowsOfAnEnterprise(Operation operation, Sample sample) =>
        operation.RouteParameters.Any(static name => name is "enterpriseId" or "certificateId" or "enrollmentId" or "documentId" or "calculationId" or "registrationId" or "trainingCertificateId" or "nominationId" or "expertId" or "assignmentId" or "campaignId" or "prospectId")
        || sample.Body?.ToJsonString().Contains(_ids["enterpriseId"], StringComparison.Ordinal) == true;

    public async Task<Sample> SampleOfAsync(Operation operation)
    {
        if (operation.RouteParameters.Contains("certificateId"))
        {
            await EnsureCertificateAsync();
        }

        if (operation.RouteParameters.Contains("qualificationId"))
        {
            await EnsureQualificationAsync();
        }

        if (operation.RouteParameters.Contains("prospectId"))
        {
            await EnsureProspectAsync();
        }

        if (operation.RouteParameters.Contains("calendarSecret"))
        {
            await SubscribeAsync();
        }

        if (operation.Name == "GetSessionCheckIn")
        {
            await OpenCheckInAsync();
        }

        if (operation.RouteParameters.Contains("evaluationToken") || operation.Name is "CloseEvaluation" or "RecordPaperEvaluations" or "RemovePaperEvaluations")
        {
            await OpenEvaluationAsync();
        }

        if (operation.RouteParameters.Contains("paperBatchId"))
        {
            await EnterPaperAsync();
        }

        var route = operation.RouteParameters.ToDictionary(static name => name, name =>
            SharedParameters.TryGetValue(name, out var shared) ? shared
            : _ids.TryGetValue(name, out var id) ? id
            : throw new InvalidOperationException($"{operation.Name}: no row of the demo is known for the parameter {name}; add it to {nameof(World)}."),
            StringComparer.Ordinal);
        if (operation.RouteParameters.Any(static name => name is "trainingCertificateId" or "batchId") || operation.Route.Contains("/certificates", StringComparison.Ordinal))
        {
            route["courseId"] = _ids["certifiedCourseId"];
        }

        JsonNode? body = null;
        if (operation.TakesJson)
        {
            body = JsonNode.Parse(Bodies.TryGetValue(operation.Name, out var text)
                ? text
                : throw new InvalidOperationException($"{operation.Name}: no valid body is known; add it to {nameof(World)}."));
            Fill(body!);
        }

        var query = operation.Name switch
        {
            "ListSimilarEnterprises" => "?name=S%C3%A2m",
            "GetAwardStatistics" => "?year=2022",
            "ListCourseSessions" => "?from=2022-10-01&to=2022-11-30",
            _ => string.Empty,
        };
        return new Sample(route, query, body, !operation.NeedsIfMatch ? null
            : operation.RouteParameters.Contains("enrollmentId") ? ("enrollments", EnrollmentId)
            : operation.RouteParameters.Contains("enterpriseId") ? ("enterprises", EnterpriseId)
            : operation.RouteParameters.Contains("secret") ? ("course_registrations", Guid.Parse(_ids["ownRegistrationId"]))
            : operation.RouteParameters.Contains("registrationId") ? ("course_registrations", Guid.Parse(_ids["registrationId"]))
            : operation.RouteParameters.Contains("nominationId") ? ("award_nominations", Guid.Parse(_ids["nominationId"]))
            : operation.RouteParameters.Contains("expertId") ? ("experts", Guid.Parse(_ids["expertId"]))
            : operation.RouteParameters.Contains("assignmentId") ? ("expert_assignments", Guid.Parse(_ids["assignmentId"]))
            : operation.RouteParameters.Contains("winId") ? ("award_wins", Guid.Parse(_ids["winId"]))
            : operation.RouteParameters.Contains("seasonId") ? ("award_seasons", Guid.Parse(_ids["seasonId"]))
            : operation.RouteParameters.Contains("contractId") ? ("training_contracts", Guid.Parse(_ids["contractId"]))
            : operation.RouteParameters.Contains("proposalId") ? ("commendation_proposals", Guid.Parse(_ids["proposalId"]))
            : operation.RouteParameters.Contains("campaignId") ? ("outreach_campaigns", Guid.Parse(_ids["campaignId"]))
            : operation.RouteParameters.Contains("prospectId") ? ("outreach_prospects", Guid.Parse(_ids["prospectId"]))
            : operation.RouteParameters.Contains("courseId") ? ("courses", Guid.Parse(_ids["courseId"]))
            : throw new InvalidOperationException($"{operation.Name}: it is not known whose ETag it asks for; add it to {nameof(World)}."));
    }

    /// <summary>The ETag of a sample's aggregate as it stands now.</summary>
    public async Task<string?> ETagOfAsync(Sample sample)
    {
        if (sample.ETagOf is not var (table, id))
        {
            return null;
        }

        var version = (string)(await Database.ScalarAsAdminAsync($"SELECT xmin::text FROM {table} WHERE id = $1", id))!;
        return EntityTags.Of(uint.Parse(version, CultureInfo.InvariantCulture));
    }

    /// <summary>Bodies that the owner's request is taken with; <c>{name}</c> stands for the id of that name.</summary>
    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["SignIn"] = """{"userName":"nobody","password":"not a password of anybody"}""",
        ["VerifyAuditTrail"] = """{"province":"konTum"}""",
        ["ValidateTaxCode"] = """{"taxCode":"6101990019"}""",
        ["ClassifyEnterpriseSize"] = """{"field":"tradeServices","insuredEmployees":8,"annualRevenue":9000000000,"totalCapital":1000000000,"asOf":"2022-10-03"}""",
        ["RegisterEnterprise"] = """{"taxCode":"{newTaxCode}","name":"Công ty TNHH Hạt mới","organizationType":"enterprise","districtCode":"615","sectorCode":"coffee","address":"Thôn 1","declaredFacts":{"field":"tradeServices","insuredEmployees":8,"annualRevenue":1000000000,"totalCapital":1000000000,"year":2021},"phone":"0260 3 862 000","email":"a@example.vn","establishedOn":"2015-01-01","sites":[{"name":"Xưởng 1","districtCode":"615","address":"Thôn 2"}]}""",
        ["UpdateEnterprise"] = """{"taxCode":"6101990019","name":"Công ty cổ phần Sâm Ngọc Linh Tu Mơ Rông Kon Tum","organizationType":"enterprise","districtCode":"617","sectorCode":"ngocLinhGinseng","address":"Thôn 1"}""",
        ["ReplaceEnterpriseProducts"] = """{"products":[{"name":"Sâm củ","sectorCode":"ngocLinhGinseng","gtin":null,"isKeyProduct":true,"replacesImports":false,"isExported":false,"criteriaEvidence":null,"standards":["TCVN 12345:2020"]}]}""",
        ["RecordCertificate"] = """{"systemCode":"iso9001","number":"C-1","issuer":"QUACERT","issuedOn":"2021-05-04","expiresOn":"2024-05-03","standardNumber":"TCVN ISO 9001:2015","scope":"Chế biến"}""",
        ["CorrectCertificate"] = """{"systemCode":"iso9001","number":"C-2","issuer":"QUACERT","issuedOn":"2021-05-04","expiresOn":"2024-05-03","standardNumber":"TCVN ISO 9001:2015","scope":"Chế biến"}""",
        ["CreateEnrollment"] = """{"programCode":"KT2021","enterpriseId":"{enterpriseId}","supportLines":[{"itemCode":"P50-CERT","unitKey":"haccp","unitName":"HACCP","eligibleCost":60000000,"sources":[{"source":"scienceBudget","amount":30000000},{"source":"counterpart","amount":30000000}],"otherPublicSupport":0}],"statement":"Thuyết minh","declarations":{"receivesOtherPublicSupport":false,"otherPublicSupportDetails":null,"commitsCounterpart":true},"channel":"online"}""",
        ["UpdateEnrollment"] = """{"supportLines":[{"itemCode":"P50-CERT","unitKey":"haccp","unitName":"HACCP","eligibleCost":60000000,"sources":[{"source":"scienceBudget","amount":30000000},{"source":"counterpart","amount":30000000}],"otherPublicSupport":0}],"statement":"Thuyết minh","declarations":{"receivesOtherPublicSupport":false,"otherPublicSupportDetails":null,"commitsCounterpart":true}}""",
        ["SubmitEnrollment"] = """{"receivedOn":"2022-10-03"}""",
        ["RequestSupplement"] = """{"reason":"Thiếu giấy tờ","deadline":"2022-11-30","items":["D05"]}""",
        ["RefuseEnrollment"] = """{"reason":"Không thuộc đối tượng"}""",
        ["WithdrawEnrollment"] = """{"reason":"Chưa thực hiện"}""",
        ["RejectEnrollment"] = """{"reason":"Chưa cân đối được"}""",
        ["RecordCouncilConclusion"] = """{"outcome":"approve","meetingOn":"2022-10-03","minutesDocumentId":"{documentId}","lines":[{"itemCode":"P50-CERT","unitKey":"iso22000","proposedCost":99000000,"unitCountConfirmed":1}],"note":"Ghi chú"}""",
        ["ApproveEnrollment"] = """{"decisionNumber":"15/QĐ-SKHCN","decisionDate":"2022-10-03","note":"Ghi chú"}""",
        ["RecordDecisionNumber"] = """{"decisionNumber":"15/QĐ-SKHCN","decisionDate":"2022-10-03"}""",
        ["CreateCourse"] = """{"programId":"{programId}","kind":"trainingCourse","title":"Thực hành tốt nông nghiệp VietGAP","startsOn":"2022-11-24","endsOn":"2022-11-27","seats":80,"topics":["goodAgriculturalPractices"],"standards":["TCVN 11892-1:2017"],"coOrganizers":["Sở Nông nghiệp và Phát triển nông thôn"],"venue":"Hội trường Sở Khoa học và Công nghệ","districtCode":"608","audience":["enterprise","cooperative","organization","businessHousehold","civilServant"],"mode":"open","confirmationHours":48,"noticeText":"Dữ liệu dùng để lập danh sách học viên.","sessions":[{"date":"2022-11-24","startsAt":"08:00","endsAt":"11:30","kind":"theory","title":"VietGAP trồng trọt","room":"Hội trường A","trainer":"Nguyễn Văn Bình"}]}""",
        ["UpdateCourse"] = """{"kind":"trainingCourse","title":"Thực hành tốt nông nghiệp VietGAP","startsOn":"2022-11-24","endsOn":"2022-11-27","seats":81}""",
        ["CancelCourse"] = """{"reason":"Bão lũ"}""",
        ["RegisterForCourse"] = """{"fullName":"Nguyễn Thị Hương","participantKind":"enterprise","enterpriseId":"{enterpriseId}","phone":"0905 123 456","email":"huong@example.vn"}""",
        ["RegisterYourself"] = """{"fullName":"Y Blinh","participantKind":"cooperative","organizationName":"Hợp tác xã Măng Đen","noticeVersion":1,"acceptsNotice":true,"districtCode":"608","phone":"0905 654 321","email":"blinh@example.vn"}""",
        ["CancelOwnRegistration"] = """{"reason":"Bận việc"}""",
        ["RecordAttendance"] = """{"present":["{registrationId}"],"absent":[],"method":"sheet"}""",
        ["CheckIn"] = """{"fullName":"Trần Văn Bảy","phoneEnd":"456"}""",
        ["OpenEvaluation"] = """{"lastDay":"2022-10-17"}""",
        ["RecordPaperEvaluations"] = """{"answers":[{"ratings":[{"question":"content","value":5},{"question":"trainers","value":4}],"texts":[{"question":"mostUseful","text":"Phần thực hành tại vườn"}]}]}""",
        ["AnswerEvaluation"] = """{"personalCode":"{personalCode}","ratings":[{"question":"content","value":5},{"question":"trainers","value":4}],"texts":[{"question":"mostUseful","text":"Phần thực hành tại vườn"}]}""",
        ["IssueCertificates"] = """{"registrationIds":["{registrationId}"]}""",
        ["RevokeTrainingCertificate"] = """{"reason":"Ghi sai họ tên"}""",
        ["SaveCertificateTemplate"] = CertificateTemplate,
        ["PreviewCertificate"] = CertificateTemplate,
        ["CancelRegistration"] = """{"reason":"Bận việc"}""",
        ["SignTrainingContract"] = """{"number":"12/2022/HĐ-ĐT","signedOn":"2022-10-03","providerName":"Trung tâm Kỹ thuật 2","value":48000000,"providerTaxCode":null,"startsOn":"2022-11-24","endsOn":"2022-11-27","note":"Ghi chú"}""",
        ["UpdateTrainingContract"] = """{"number":"12/2022/HĐ-ĐT","signedOn":"2022-10-03","providerName":"Trung tâm Kỹ thuật 2","value":48000000}""",
        ["AcceptTrainingContract"] = """{"acceptedOn":"2022-10-03","acceptedValue":48000000,"minutesNumber":"01/BBNT","note":"Đủ nội dung"}""",
        ["TerminateTrainingContract"] = """{"reason":"Không bố trí được giảng viên"}""",
        ["RecordSupervision"] = """{"on":"2022-10-03","text":"Lớp đông đủ"}""",
        ["DeclineRegistration"] = """{"reason":"Không thuộc đối tượng"}""",
        ["RegisterExpert"] = """{"expert":{"fullName":"Trần Thị Mười","sourceGroup":"organizations","agencyName":"Hội Nông dân tỉnh","position":"Ủy viên","phone":"0905 111 222","email":"muoi@example.vn","appointmentNumber":"15/QĐ-SKHCN","appointedOn":"2022-09-30","userName":null},"isDifferentPerson":true}""",
        ["UpdateExpert"] = """{"fullName":"Trần Thị Mười","sourceGroup":"officials","agencyName":"Sở Công Thương"}""",
        ["DeactivateExpert"] = """{"reason":"Chuyển công tác"}""",
        ["AddExpertQualification"] = """{"title":"Chuyên gia năng suất chất lượng","place":"Đà Nẵng","startsOn":"2021-10-18","endsOn":"2021-10-29"}""",
        ["AssignExpert"] = """{"expertId":"{expertId}","enterpriseId":"{enterpriseId}","purpose":"guidance","startsOn":"2023-03-01","endsOn":"2023-03-31","note":"Hướng dẫn 5S"}""",
        ["EndExpertAssignment"] = """{"endedOn":"2022-10-03","note":"Đã hướng dẫn xong"}""",
        ["CancelExpertAssignment"] = """{"reason":"Doanh nghiệp hoãn"}""",
        ["CreateAwardSeason"] = """{"year":2023,"title":"Giải thưởng Chất lượng Quốc gia năm 2023","regime":"regimeA","programId":"{programId}","reentryYears":3,"reentrySource":"Hướng dẫn của tỉnh Cao Bằng","operationMonths":36,"deadlines":[{"kind":"registration","date":"2023-03-30"},{"kind":"dossier","date":"2023-04-30"}]}""",
        ["UpdateAwardSeason"] = """{"year":2024,"title":"Giải thưởng Chất lượng Quốc gia năm 2024","reentryYears":3,"reentrySource":"Hướng dẫn của tỉnh Cao Bằng"}""",
        ["FillAwardOpenPoints"] = """{"source":"Thông tư","criteria":[{"criterion":"leadership","maxPoints":120}],"levels":[{"level":"gold","minPoints":800}]}""",
        ["ExtendAwardDeadline"] = """{"kind":"dossier","date":"2022-12-31","reason":"Do dịch bệnh"}""",
        ["CloseAwardSeason"] = """{"explanation":"Không có doanh nghiệp đăng ký tham gia"}""",
        ["CancelAwardSeason"] = """{"reason":"Dịch bệnh"}""",
        ["NominateForAward"] = """{"enterpriseId":"{enterpriseId}","activity":"production","officialEmployees":36,"registeredOn":"2022-10-03","outreachNote":"Vận động qua khảo sát","declarations":{"isLegalPerson":true,"operatesContinuously":true,"hasViolation":false,"marketedSince":"2018-01-01"}}""",
        ["UpdateAwardNomination"] = """{"activity":"production","officialEmployees":36,"declarations":{"isLegalPerson":true},"selfAssessment":[{"criterion":"leadership","points":100,"text":"Tầm nhìn rõ ràng","evidence":["Nghị quyết 01"]}]}""",
        ["ConfirmAwardEligibility"] = """{"condition":"noViolation","isMet":true,"evidence":"Công văn 12/CT-KTr"}""",
        ["RefuseAwardDossier"] = """{"reason":"Không đáp ứng điều kiện"}""",
        ["WithdrawNomination"] = """{"reason":"Chưa sẵn sàng"}""",
        ["ScoreNomination"] = """{"stage":"dossier","scores":[{"criterion":"leadership","points":100,"comment":"Tầm nhìn rõ ràng"},{"criterion":"strategy","points":70},{"criterion":"customers","points":70},{"criterion":"knowledge","points":75},{"criterion":"workforce","points":70},{"criterion":"operations","points":70},{"criterion":"results","points":380}],"comment":"Hồ sơ tốt"}""",
        ["CloseAwardStage"] = """{"stage":"dossier"}""",
        ["ConcludeNomination"] = """{"sessionId":"{councilSessionId}","forward":true,"votesFor":4,"votesAgainst":0,"reason":"Đủ điểm"}""",
        ["RecordAwardConsent"] = """{"number":"120/UBND-KT","date":"2022-10-03"}""",
        ["RecordAwardResult"] = """{"level":"gold","decisionNumber":"15/QĐ-TTg","decisionDate":"2022-10-03","bestOfType":true,"certificateNumber":"GV-01"}""",
        ["WriteAwardFeedback"] = """{"items":[{"criterion":"results","strengths":"Doanh thu tăng đều","opportunities":"Đo lường sự hài lòng của khách hàng"}]}""",
        ["RecordPastAwardWin"] = """{"enterpriseId":"{enterpriseId}","year":2017,"level":"awardLegacy","source":"Quyết định công nhận năm 2017"}""",
        ["EntitleAwardWin"] = """{"programId":"{programId}","budgetYear":2022}""",
        ["EnterAwardAmount"] = """{"amount":30000000,"source":"Quyết định minh họa"}""",
        ["CreateCouncil"] = """{"kind":"awardPreliminary","name":"Hội đồng sơ tuyển Giải thưởng Chất lượng Quốc gia","decisionNumber":"12/QĐ-UBND","decisionDate":"2022-02-01","termFrom":"2022-02-01","termTo":"2022-12-31","members":[{"fullName":"Phan Ngọc Bảo","role":"chair","agency":"Sở Khoa học và Công nghệ","userName":"council.chair"},{"fullName":"Y Hạnh","role":"member","userName":"council.member1"},{"fullName":"Ngô Xuân Thành","role":"member","alternateFor":1}],"quorum":{"numerator":2,"denominator":3,"needsChair":true}}""",
        ["CreateCouncilSession"] = """{"heldOn":"2022-10-03","place":"Phòng họp 1","subjects":[{"kind":"awardNomination","id":"{nominationId}"}]}""",
        ["RecordCouncilAttendance"] = """{"memberIds":[]}""",
        ["DeclareConflict"] = """{"subjectId":"{otherNominationId}","hasConflict":false,"reason":null}""",
        ["RequestAwardSupplement"] = """{"reason":"Thiếu chứng chỉ","parts":["managementSystems"],"deadline":"2022-10-20"}""",
        ["ProposeCommendation"] = """{"programId":"{programId}","year":2022,"proposal":{"kind":"individual","name":"Nguyễn Thị Hương Lài","form":"provinceMerit","achievement":"Áp dụng 5S trong toàn công ty, giảm một phần ba sản phẩm lỗi","agency":"Phòng Quản lý chất lượng","enterpriseId":"{enterpriseId}"}}""",
        ["UpdateCommendation"] = """{"kind":"collective","name":"Phòng Quản lý chất lượng","form":"departmentMerit","achievement":"Áp dụng 5S trong toàn công ty"}""",
        ["ReviewCommendation"] = """{"metOn":"2022-10-03","minutes":"Biên bản số 01/BB-HĐTĐKT"}""",
        ["RecordCommendationDecision"] = """{"decisionNumber":"10/QĐ-UBND","decisionDate":"2022-10-03","form":"provinceMerit"}""",
        ["SendBackCommendation"] = """{"reason":"Bổ sung số liệu về thành tích"}""",
        ["DeclineCommendation"] = """{"reason":"Thành tích chưa đủ thời gian xét"}""",
        ["WithdrawCommendation"] = """{"reason":"Đơn vị rút đề xuất"}""",
        ["PlanOutreachCampaign"] = """{"programId":"{programId}","campaign":{"title":"Khảo sát doanh nghiệp nhỏ và vừa có tiềm năng","startsOn":"2022-09-01","endsOn":"2022-12-15","districts":["615"],"note":"Theo kế hoạch năm"}}""",
        ["UpdateOutreachCampaign"] = """{"title":"Khảo sát doanh nghiệp nhỏ và vừa","startsOn":"2022-09-01","endsOn":"2022-12-15"}""",
        ["AddOutreachProspect"] = """{"enterpriseId":"{enterpriseId}"}""",
        ["SurveyProspect"] = """{"act":{"on":"2022-10-03","channel":"visit","metWith":"Giám đốc","note":"Quan tâm chương trình"},"heldSystems":["vietGapCrop"]}""",
        ["MobilizeProspect"] = """{"act":{"on":"2022-10-03","channel":"phone"}}""",
        ["GuideProspect"] = """{"act":{"on":"2022-10-03","channel":"meeting","carriedOutBy":"Phòng Quản lý tiêu chuẩn chất lượng"}}""",
        ["DeclineProspect"] = """{"act":{"on":"2022-10-03","channel":"phone"},"reasons":["alreadyCertified","recovering"],"followUpOn":"2023-02-15"}""",
        ["RecordProspectApplication"] = """{"enrollmentId":"{enrollmentId}","note":"Nộp trực tiếp"}""",
        ["TakeBackProspectAct"] = """{"reason":"Ghi nhầm doanh nghiệp"}""",
        ["CalculateSubsidy"] = """{"programCode":"KT2021","asOf":"2022-10-03","enterpriseId":"{enterpriseId}","lines":[{"itemCode":"P50-CERT","unitKey":"iso22000","eligibleCost":99000000,"otherPublicSupport":0,"level":null}]}""",
        ["ImportPack"] = SmallPack(),
        ["DiffPack"] = SmallPack(),
    };

    private const string CertificateTemplate = """{"parentBody":"ỦY BAN NHÂN DÂN TỈNH KON TUM","issuer":"SỞ KHOA HỌC VÀ CÔNG NGHỆ","title":"GIẤY CHỨNG NHẬN","opening":"{{issuer}} chứng nhận","body":"đã hoàn thành {{courseTitle}}","place":"Kon Tum","signerPosition":"GIÁM ĐỐC","border":"red"}""";

    /// <summary>A pack of the shape of KT2021 that is quickly read; complete packs are the subject of the tests of packs.</summary>
    private static string SmallPack()
    {
        var pack = JsonNode.Parse(File.ReadAllText(RepositoryFiles.PathOf("packs", "KT2021.json")))!;
        pack["key"] = "TRYOUT";
        Shorten(pack);
        return pack.ToJsonString();

        static void Shorten(JsonNode node)
        {
            if (node is JsonArray list)
            {
                while (list.Count > 1)
                {
                    list.RemoveAt(list.Count - 1);
                }
            }

            foreach (var inner in node is JsonObject members ? [.. members.Select(static member => member.Value)] : node is JsonArray items ? items.ToList() : [])
            {
                if (inner is JsonObject or JsonArray)
                {
                    Shorten(inner);
                }
            }
        }
    }

    private bool BodyNamesRows(Sample sample) =>
        sample.Body?.ToJsonString() is { } text && (_ids.Values.Any(id => text.Contains(id, StringComparison.Ordinal)) || text.Contains("\"konTum\"", StringComparison.Ordinal));

    private void Fill(JsonNode node)
    {
        if (node is JsonObject members)
        {
            foreach (var (name, value) in members.ToList())
            {
                if (value is JsonValue text && text.TryGetValue<string>(out var placeholder) && placeholder is ['{', .. var id, '}'])
                {
                    members[name] = id == "newTaxCode" ? Enterprises.EnterpriseCalls.NewTaxCode() : _ids[id];
                }
                else if (value is not null)
                {
                    Fill(value);
                }
            }
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                if (items[i] is JsonValue text && text.TryGetValue<string>(out var placeholder) && placeholder is ['{', .. var id, '}'])
                {
                    items[i] = _ids[id];
                }
                else if (items[i] is { } item)
                {
                    Fill(item);
                }
            }
        }
    }

    private async Task FindIdsAsync()
    {
        _ids["enterpriseId"] = await IdAsync("SELECT id FROM enterprises WHERE tax_code = '" + KonTumFixture.Ginseng + "'");
        // A dossier of that enterprise; one that was decided, so that it has every part.
        _ids["enrollmentId"] = await IdAsync("SELECT e.id FROM enrollments e JOIN enterprises o ON o.id = e.enterprise_id WHERE o.tax_code <> '" + KonTumFixture.Coffee + "' AND e.id IN (SELECT enrollment_id FROM subsidy_calculations) ORDER BY e.status = 'approved' DESC, e.id LIMIT 1");
        _ids["documentId"] = await IdAsync($"SELECT id FROM enrollment_documents WHERE enrollment_id = '{_ids["enrollmentId"]}' LIMIT 1");
        _ids["calculationId"] = await IdAsync($"SELECT id FROM subsidy_calculations WHERE enrollment_id = '{_ids["enrollmentId"]}' LIMIT 1");
        _ids["programId"] = await IdAsync("SELECT id FROM support_programs WHERE code = 'KT2021'");
        _ids["versionId"] = await IdAsync($"SELECT id FROM policy_versions WHERE program_id = '{_ids["programId"]}' LIMIT 1");
        _ids["key"] = "KT2021";
    }

    /// <summary>A course that begins today and takes registrations, with somebody of the sample's enterprise on its list and its check-in open.</summary>
    private async Task AddCourseAsync()
    {
        var officer = await SignInAsync("officer");
        var body = JsonNode.Parse(Bodies["CreateCourse"])!;
        Fill(body);
        var course = await CourseDriver.OpenAsync(officer, 80, input =>
        {
            foreach (var (name, value) in body.AsObject())
            {
                input[name] = value?.DeepClone();
            }

            input["startsOn"] = "2022-10-03";
            input["sessions"]![0]!["date"] = "2022-10-03";
        });
        var registration = await course.RegisterAsync(officer, new { fullName = "Trần Văn Bảy", participantKind = "enterprise", enterpriseId = EnterpriseId });
        (_ids["courseId"], _ids["registrationId"]) = (course.Id.ToString(), registration.Id.ToString());
        _ids["personalCode"] = registration.Body.GetProperty("personalCode").GetString()!;
        using var anybody = Clients.Anonymous();
        var own = await anybody.PostJsonAsync($"/api/v1/public/courses/{course.Id}/registrations", PublicRegistrations.PersonOf(1), idempotencyKey: Guid.CreateVersion7().ToString());
        own.StatusCode.ShouldBe(HttpStatusCode.Created, await own.Content.ReadAsStringAsync());
        _ids["secret"] = (await own.JsonAsync()).GetProperty("secret").GetString()!;
        _ids["ownRegistrationId"] = await IdAsync($"SELECT id FROM course_registrations WHERE course_id = '{course.Id}' AND link_hash IS NOT NULL");
        var contract = await officer.PostJsonAsync(course.Address + "/contracts", Bodies["SignTrainingContract"]);
        contract.StatusCode.ShouldBe(HttpStatusCode.Created, await contract.Content.ReadAsStringAsync(CancellationToken.None));
        _ids["contractId"] = (await contract.JsonAsync()).GetProperty("id").GetGuid().ToString();
        using var paper = new MultipartFormDataContent { { new StringContent("contract"), "kind" }, { new ByteArrayContent("%PDF-1.7 "u8.ToArray()), "file", "hop-dong.pdf" } };
        var attached = await officer.PostAsync($"{course.Address}/contracts/{_ids["contractId"]}/documents", paper);
        attached.StatusCode.ShouldBe(HttpStatusCode.Created, await attached.Content.ReadAsStringAsync(CancellationToken.None));
        _ids["contractDocumentId"] = (await attached.JsonAsync()).GetProperty("documents")[0].GetProperty("id").GetGuid().ToString();
        _ids["sessionId"] = course.Body.GetProperty("sessions")[0].GetProperty("id").GetString()!;
        await OpenCheckInAsync();
        await OpenEvaluationAsync();
    }

    /// <summary>A season that takes nominations, with the sample's enterprise in it and one paper in its dossier.</summary>
    private async Task AddNominationAsync()
    {
        var officer = await SignInAsync("officer");
        var season = await SeasonDriver.OpenAsync(officer, 2024);
        var nomination = await season.NominateAsync(officer, NominationDriver.Of(EnterpriseId));
        // Handed in, so that the paper of the samples stays; back with the applicant, so that the rest can be changed.
        await nomination.SubmitAsync(officer);
        await nomination.DoAsync(officer, "request-supplement", new { reason = "Thiếu chứng chỉ", parts = new[] { "managementSystems" }, deadline = "2022-12-31" });
        (_ids["seasonId"], _ids["nominationId"]) = (season.Id.ToString(), nomination.Id.ToString());
        var other = await season.NominateAsync(officer, NominationDriver.Of(Guid.Parse(await IdAsync($"SELECT id FROM enterprises WHERE tax_code = '{KonTumFixture.Coffee}'"))));
        _ids["otherNominationId"] = other.Id.ToString();
        await AddCouncilAsync(officer, nomination.Id, other.Id);
        _ids["paperId"] = nomination.Body.GetProperty("parts")[0].GetProperty("documents")[0].GetProperty("id").GetString()!;
    }

    /// <summary>A course that has ended, with certificates for somebody of the sample's enterprise and for somebody else.</summary>
    private async Task AddCertificatesAsync()
    {
        var officer = await SignInAsync("officer");
        var course = await CertificateCalls.EndedAsync(officer, 2, number => number == 1 ? new { fullName = "Lê Thị Tám", participantKind = "enterprise", enterpriseId = EnterpriseId } : CourseDriver.PersonOf(number));
        var batch = await CertificateCalls.IssuedAsync(officer, course);
        var certificate = (await CertificateCalls.ListAsync(officer, course)).GetProperty("items")[0];
        (_ids["certifiedCourseId"], _ids["batchId"]) = (course.Id.ToString(), batch.GetProperty("id").GetString()!);
        (_ids["trainingCertificateId"], _ids["verificationCode"]) = (certificate.GetProperty("id").GetString()!, certificate.GetProperty("verificationCode").GetString()!);
    }

    /// <summary>A proposal with one paper, which its enterprise does not read.</summary>
    private async Task AddCommendationAsync()
    {
        var officer = await SignInAsync("officer");
        var proposal = await CommendationDriver.ProposeAsync(officer, CommendationDriver.Input(Guid.Parse(_ids["programId"])));
        await proposal.AttachAsync(officer, "minutes");
        (_ids["proposalId"], _ids["commendationDocumentId"]) = (proposal.Id.ToString(), proposal.Body.GetProperty("documents")[0].GetProperty("id").GetString()!);
    }

    /// <summary>An expert with the paper of training elsewhere, sent to the sample's enterprise.</summary>
    private async Task AddExpertAsync()
    {
        var officer = await SignInAsync("officer");
        var expert = await ExpertDriver.RegisteredAsync(officer);
        _ids["expertId"] = expert.Id.ToString();
        await EnsureQualificationAsync();
        _ids["assignmentId"] = (await expert.AssignAsync(officer, EnterpriseId, "2022-10-01", "2022-12-31")).Body.GetProperty("id").GetString()!;
    }

    /// <summary>A campaign with the sample's enterprise on its list.</summary>
    private async Task AddCampaignAsync()
    {
        var officer = await SignInAsync("officer");
        _ids["campaignId"] = (await OutreachCalls.PlannedAsync(officer, Guid.Parse(_ids["programId"]))).ToString();
        await EnsureProspectAsync();
    }

    /// <summary>Again where the sample that removes it has run, in a campaign that is open.</summary>
    private async Task EnsureProspectAsync()
    {
        const string find = "SELECT id FROM outreach_prospects WHERE campaign_id = $1 LIMIT 1";
        var campaignId = Guid.Parse(_ids["campaignId"]);
        await Database.ExecuteAsAdminAsync("UPDATE outreach_campaigns SET status = 'open' WHERE id = $1", campaignId);
        if (await Database.ScalarAsAdminAsync(find, campaignId) is null)
        {
            var officer = await SignInAsync("officer");
            await OutreachCalls.AddedAsync(officer, campaignId, EnterpriseId);
        }

        _ids["prospectId"] = ((Guid)(await Database.ScalarAsAdminAsync(find, campaignId))!).ToString();
    }

    /// <summary>Again where the sample that removes it has run.</summary>
    private async Task EnsureQualificationAsync()
    {
        const string find = "SELECT id FROM expert_qualifications WHERE expert_id = $1 AND evidence_file_id IS NOT NULL LIMIT 1";
        var expertId = Guid.Parse(_ids["expertId"]);
        if (await Database.ScalarAsAdminAsync(find, expertId) is null)
        {
            var officer = await SignInAsync("officer");
            var read = await officer.GetAsync($"{ExpertDriver.Route}/{expertId}");
            var expert = new ExpertDriver(expertId, read.ETagOf(), await read.JsonAsync());
            await expert.DoAsync(officer, "qualifications", new { title = "Chuyên gia năng suất chất lượng", place = "Đà Nẵng", startsOn = "2021-10-18", endsOn = "2021-10-29" });
            using var paper = new MultipartFormDataContent { { new ByteArrayContent("%PDF-1.7 "u8.ToArray()), "file", "chung-nhan.pdf" } };
            await expert.KeepAsync(await officer.PostAsync($"{expert.Address}/qualifications/{expert.Body.GetProperty("qualifications")[0].GetProperty("id").GetGuid()}/evidence", paper));
        }

        _ids["qualificationId"] = ((Guid)(await Database.ScalarAsAdminAsync(find, expertId))!).ToString();
    }

    /// <summary>The owner chairs a council in session over the nominations, has declared on the first of them, and an earlier win is on record.</summary>
    private async Task AddCouncilAsync(HttpClient officer, params Guid[] nominationIds)
    {
        var founded = await officer.PostJsonAsync("/api/v1/councils", new
        {
            kind = "awardPreliminary",
            name = "Hội đồng sơ tuyển",
            decisionNumber = "12/QĐ-UBND",
            decisionDate = "2022-02-01",
            termFrom = "2022-02-01",
            termTo = "2022-12-31",
            members = new[] { new { fullName = "Chủ tịch", role = "chair", userName = Owner } },
        });
        _ids["councilId"] = (await founded.JsonAsync()).GetProperty("id").GetString()!;
        var called = await officer.PostJsonAsync(
            $"/api/v1/councils/{_ids["councilId"]}/sessions",
            new { heldOn = "2022-10-03", subjects = nominationIds.Select(static id => new { kind = "awardNomination", id }) });
        _ids["councilSessionId"] = (await called.JsonAsync()).GetProperty("id").GetString()!;
        using var owner = await SignInAsync(Owner);
        (await owner.PostJsonAsync($"/api/v1/council-sessions/{_ids["councilSessionId"]}/declare", new { subjectId = nominationIds[0], hasConflict = false })).StatusCode.ShouldBe(HttpStatusCode.OK);
        var won = await officer.PostJsonAsync("/api/v1/award-wins", new { enterpriseId = EnterpriseId, year = 2016, level = "awardLegacy", source = "Quyết định công nhận năm 2016" });
        _ids["winId"] = (await won.JsonAsync()).GetProperty("id").GetString()!;
    }

    /// <summary>Again where samples of other operations have closed it, or have ended or cancelled its course.</summary>
    /// <summary>Made anew each time: the sample that ends a subscription may have been tried before.</summary>
    private async Task SubscribeAsync()
    {
        using var officer = await SignInAsync(Owner);
        var renewed = await officer.PostJsonAsync("/api/v1/calendar-subscription", new { });
        renewed.StatusCode.ShouldBe(HttpStatusCode.OK, await renewed.Content.ReadAsStringAsync());
        _ids["calendarSecret"] = Path.GetFileNameWithoutExtension((await renewed.JsonAsync()).GetProperty("path").GetString()!);
    }

    private async Task OpenCheckInAsync()
    {
        await Database.ExecuteAsAdminAsync("UPDATE courses SET status = 'registrationOpen' WHERE id = $1", Guid.Parse(_ids["courseId"]));
        var officer = await SignInAsync("officer");
        var opened = await officer.PostJsonAsync($"{CourseDriver.Route}/{_ids["courseId"]}/sessions/{_ids["sessionId"]}/open-check-in", new { });
        opened.IsSuccessStatusCode.ShouldBeTrue(await opened.Content.ReadAsStringAsync());
        _ids["token"] = (await opened.JsonAsync()).GetProperty("token").GetString()!;
    }

    /// <summary>Open and empty, whatever samples of other operations have done, with somebody who attended.</summary>
    private async Task OpenEvaluationAsync()
    {
        var courseId = Guid.Parse(_ids["courseId"]);
        await Database.ExecuteAsAdminAsync("UPDATE courses SET status = 'registrationOpen' WHERE id = $1", courseId);
        await Database.ExecuteAsAdminAsync("UPDATE course_registrations SET status = 'registered', seat_number = coalesce(seat_number, 4000) WHERE id = $1", Guid.Parse(_ids["registrationId"]));
        await Database.ExecuteAsAdminAsync("DELETE FROM evaluation_markers WHERE evaluation_id IN (SELECT id FROM course_evaluations WHERE course_id = $1)", courseId);
        await Database.ExecuteAsAdminAsync("DELETE FROM evaluation_boxes WHERE evaluation_id IN (SELECT id FROM course_evaluations WHERE course_id = $1)", courseId);
        var officer = await SignInAsync("officer");
        var attended = await officer.PostJsonAsync($"{CourseDriver.Route}/{courseId}/sessions/{_ids["sessionId"]}/attendance", new { present = new[] { _ids["registrationId"] } });
        attended.IsSuccessStatusCode.ShouldBeTrue(await attended.Content.ReadAsStringAsync());
        var opened = await officer.PostJsonAsync($"{CourseDriver.Route}/{courseId}/open-evaluation", new { });
        opened.IsSuccessStatusCode.ShouldBeTrue(await opened.Content.ReadAsStringAsync());
        _ids["evaluationToken"] = new Uri((await opened.JsonAsync()).GetProperty("address").GetString()!).Segments[^1];
    }

    private async Task EnterPaperAsync()
    {
        var officer = await SignInAsync("officer");
        var entered = await officer.PostJsonAsync($"{CourseDriver.Route}/{_ids["courseId"]}/evaluation/paper-answers", Bodies["RecordPaperEvaluations"], idempotencyKey: Guid.CreateVersion7().ToString());
        entered.IsSuccessStatusCode.ShouldBeTrue(await entered.Content.ReadAsStringAsync());
        _ids["paperBatchId"] = (await entered.JsonAsync()).GetProperty("papers")[0].GetProperty("id").GetString()!;
    }

    private async Task EnsureCertificateAsync()
    {
        const string find = "SELECT id FROM enterprise_certificates WHERE enterprise_id = $1 LIMIT 1";
        if (await Database.ScalarAsAdminAsync(find, EnterpriseId) is null)
        {
            var officer = await SignInAsync("officer");
            var answer = await officer.PostJsonAsync($"/api/v1/enterprises/{EnterpriseId}/certificates", Bodies["RecordCertificate"]);
            answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        }

        _ids["certificateId"] = ((Guid)(await Database.ScalarAsAdminAsync(find, EnterpriseId))!).ToString();
    }

    private async Task<string> IdAsync(string sql) => ((Guid)((await Database.ScalarAsAdminAsync(sql)) ?? throw new InvalidOperationException("The demo has no such row: " + sql))).ToString();

    private async Task AddAccountAsync(string userName, string province, bool seesAll, string? enterpriseTaxCode)
    {
        var (userId, roleId) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Database.ExecuteAsAdminAsync("INSERT INTO roles (id, name, normalized_name, concurrency_stamp, sees_all_rows) VALUES ($1, $2, upper($2), $2, $3)", roleId, userName, seesAll);
        await Database.ExecuteAsAdminAsync("INSERT INTO role_permissions (role_id, permission) SELECT $1, unnest($2)", roleId, Permissions.All.ToArray());
        await Database.ExecuteAsAdminAsync(
            """
            INSERT INTO users SELECT (jsonb_populate_record(u, jsonb_build_object(
              'id', $1, 'user_name', $2, 'normalized_user_name', upper($2), 'province', $3,
              'enterprise_ids', (SELECT coalesce(jsonb_agg(id), '[]') FROM enterprises WHERE tax_code = $4)))).*
            FROM users u WHERE user_name = 'officer'
            """,
            userId,
            userName,
            province,
            enterpriseTaxCode ?? string.Empty);
        await Database.ExecuteAsAdminAsync("INSERT INTO user_roles (user_id, role_id) VALUES ($1, $2)", userId, roleId);
    }
}

/// <summary>Tests that walk every operation; they share one <see cref="World"/> and run one after another.</summary>
[Collection(nameof(World))]
public abstract class WorldTests(World world)
{
    protected World World { get; } = world;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;
}
