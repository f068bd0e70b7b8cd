using System.Buffers.Binary;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Nscl.Api.Tests.Platform;
using Nscl.Application.Common;
using Nscl.Infrastructure.Identity;
using Nscl.Infrastructure.Persistence;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Identity;

/// <summary>Passwords as Production keeps and takes them (S13–S15).</summary>
public sealed class PasswordTests(PasswordTests.FullCost fixture) : ApiTests<PasswordTests.FullCost>(fixture)
{
    /// <summary>Identity's version 3 header: 1 byte format, 4 bytes pseudo-random function, 4 bytes iterations, 4 bytes salt length.</summary>
    private const int IterationsAt = 5;
    private const int HmacSha512 = 2;

    [Fact]
    public async Task Hash_costs_what_the_standard_asks_for()
    {
        await using var scope = Api.Services.CreateAsyncScope();
        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<NsclUser>>();

        var hash = Convert.FromBase64String(hasher.HashPassword(new NsclUser { FullName = "x", Province = "konTum" }, "a password of some length"));

        hash[0].ShouldBe((byte)1);
        BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(1)).ShouldBe(HmacSha512);
        BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(IterationsAt)).ShouldBeGreaterThanOrEqualTo(210_000);
    }

    [Fact]
    public async Task A_cheap_hash_is_renewed_at_the_next_sign_in()
    {
        (await IterationsOfAsync("officer")).ShouldBe(1);

        (await Anonymous.PostJsonAsync(ApiClients.SessionRoute, new { userName = "officer", password = ApiClients.Password })).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await IterationsOfAsync("officer")).ShouldBe(210_000);
    }

    [Theory]
    [InlineData("password1234567")]
    [InlineData("Password2024!!!!")]
    [InlineData("P@ssw0rd!P@ssw0rd!")]
    [InlineData("qwertyuiopasdfgh")]
    [InlineData("1q2w3e4r5t6y7u8i")]
    [InlineData("12345678901234567890")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabcabc")]
    [InlineData("iloveyouiloveyou")]
    [InlineData("matkhaumatkhau")]
    [InlineData("Matkhau@20222022")]
    [InlineData("anhyeuemanhyeuem")]
    [InlineData("nangsuatchatluong")]
    [InlineData("N\u0103ngSu\u1EA5tCh\u1EA5tL\u01B0\u1EE3ng2022")]
    [InlineData("tinhkontum2022!!")]
    [InlineData("sokhcnkontum2022")]
    [InlineData("adminadminadmin")]
    [InlineData("welcomeback2022!")]
    [InlineData("samngoclinh2022")]
    [InlineData("letmeinletmein12")]
    [InlineData("dragonmonkeytiger")]
    [InlineData("nguyenvana123456")]
    [InlineData("short")]
    [InlineData("v7mLx2pRt9zKd")]
    [InlineData("some.account.name.2022")]
    public async Task Password_is_refused(string password) => (await TryAsync(password)).Succeeded.ShouldBeFalse(password);

    [Theory]
    [InlineData(ApiClients.Password)]
    [InlineData("correct horse battery staple")]
    [InlineData("m\u01B0a r\u1EEBng \u0111\u1EB7t t\u00EAn su\u1ED1i c\u0169")]
    [InlineData("vq7#mLx2pRt9!zKd")]
    [InlineData("\U0001F33F r\u1EEBng s\u00E2m \U0001F33F n\u00FAi cao \U0001F33F")]
    public async Task Password_is_taken(string password) => (await TryAsync(password)).Succeeded.ShouldBeTrue(password);

    [Fact]
    public async Task A_long_password_counts_to_its_last_character()
    {
        var hasher = new PasswordHasher<NsclUser>();
        var user = new NsclUser { FullName = "x", Province = "konTum" };
        var longest = string.Concat(Enumerable.Range(0, 250).Select(static n => $"w{n:000}"));

        var hash = hasher.HashPassword(user, longest);

        hasher.VerifyHashedPassword(user, hash, longest).ShouldBe(PasswordVerificationResult.Success);
        hasher.VerifyHashedPassword(user, hash, longest[..^1]).ShouldBe(PasswordVerificationResult.Failed);
        (await TryAsync(longest)).Succeeded.ShouldBeTrue();
    }

    private async Task<int> IterationsOfAsync(string userName)
    {
        var hash = Convert.FromBase64String((string)(await Database.ScalarAsAdminAsync("SELECT password_hash FROM users WHERE user_name = $1", userName))!);
        return BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(IterationsAt));
    }

    private async Task<IdentityResult> TryAsync(string password)
    {
        using var asSystem = Api.Services.GetRequiredService<ICurrentUser>().ActAs(SystemUser.Everywhere);
        await using var scope = Api.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<NsclUser>>();
        var errors = new List<IdentityError>();
        foreach (var validator in users.PasswordValidators)
        {
            errors.AddRange((await validator.ValidateAsync(users, new NsclUser { UserName = "some.account.name", FullName = "x", Province = "konTum" }, password)).Errors);
        }

        return errors.Count == 0 ? IdentityResult.Success : IdentityResult.Failed([.. errors]);
    }

    /// <summary>A host with the password cost of Production.</summary>
    public sealed class FullCost(DatabaseFixture databases) : ApiFixture(databases)
    {
        protected override ApiFactory CreateApi(TestDatabase database) => new(database) { FullPasswordHashing = true };
    }
}
