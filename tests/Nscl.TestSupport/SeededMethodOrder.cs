using System.Security.Cryptography;
using System.Text;
using Xunit.Sdk;
using Xunit.v3;

namespace Nscl.TestSupport;

/// <summary>
/// The methods of a class run in the same order on every machine, and in another one when <c>NSCL_TEST_SEED</c> says so. The
/// runner's own order changes with every build: a test that lives on what another one left behind is then red on somebody else's machine.
/// </summary>
public sealed class SeededMethodOrder : ITestMethodOrderer
{
    private static readonly string _seed = Environment.GetEnvironmentVariable("NSCL_TEST_SEED") ?? "";

    public IReadOnlyCollection<TTestMethod?> OrderTestMethods<TTestMethod>(IReadOnlyCollection<TTestMethod?> testMethods)
        where TTestMethod : ITestMethod =>
        [.. testMethods.OrderBy(static method => Key(method), StringComparer.Ordinal)];

    private static string Key(ITestMethod? method) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(_seed + "/" + method?.TestClass.TestClassName + "/" + method?.MethodName)));
}
