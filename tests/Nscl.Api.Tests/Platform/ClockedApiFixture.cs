using Microsoft.Extensions.Time.Testing;
using Nscl.TestSupport;

namespace Nscl.Api.Tests.Platform;

/// <summary>A host with the shipped packs whose time stands still until a test moves it. It begins at the real time, by which the key ring goes.</summary>
public sealed class ClockedApiFixture(DatabaseFixture databases) : PacksFixture(databases)
{
    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    protected override ApiFactory CreateApi(TestDatabase database) => new(database) { Clock = Clock };
}
