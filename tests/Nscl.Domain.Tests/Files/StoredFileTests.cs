using Nscl.Domain.Files;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Refusal;

namespace Nscl.Domain.Tests.Files;

public sealed class StoredFileTests
{
    private const string Sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static readonly Guid Officer = new("0199a0a0-0000-7000-8000-000000000001");
    private static readonly DateTimeOffset Now = new(2022, 10, 3, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Record_when_all_is_well_says_whose_it_is_and_what()
    {
        var file = Record();

        (file.Province, file.Sha256, file.SizeBytes, file.MediaType).ShouldBe(("konTum", Sha256, 1, MediaTypes.Pdf));
        (file.FileName, file.Kind, file.UploadedBy, file.UploadedAt).ShouldBe(("Đơn đăng ký.pdf", "D01", Officer, Now));
    }

    [Fact]
    public void Record_when_at_the_limit_accepts_and_one_byte_more_refuses()
    {
        Record(size: 20L * 1024 * 1024).SizeBytes.ShouldBe(20_971_520);
        CodeOf(static () => Record(size: (20L * 1024 * 1024) + 1)).ShouldBe("file.tooLarge");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Record_when_empty_refuses(long size) => CodeOf(() => Record(size)).ShouldBe("file.empty");

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/vnd.ms-excel.sheet.macroEnabled.12")]
    [InlineData("APPLICATION/PDF")]
    [InlineData("")]
    public void Record_when_the_type_is_not_taken_refuses(string mediaType) =>
        CodeOf(() => Record(mediaType: mediaType)).ShouldBe("file.typeNotAccepted");

    [Theory]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [InlineData("e3b0c442")]
    [InlineData("../../../../../../../../../../../../../../../../../etc/passwd/aaaaa")]
    public void Record_when_the_hash_is_none_is_a_fault_of_the_caller(string sha256) =>
        Should.Throw<ArgumentException>(() => Record(sha256: sha256));

    private static StoredFile Record(long size = 1, string mediaType = MediaTypes.Pdf, string sha256 = Sha256) =>
        StoredFile.Record("konTum", sha256, size, mediaType, "Đơn đăng ký.pdf", "D01", Officer, Now);
}
