using Npgsql;
using Nscl.Infrastructure.Persistence;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Persistence;

/// <summary>A place in the queue comes back however the opening of a connection ended.</summary>
public sealed class ConnectionQueueTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_place_whose_connection_never_came_about_goes_to_the_next(bool isCanceled)
    {
        var stop = TestContext.Current.CancellationToken;
        using var queue = new ConnectionQueue(1, TimeSpan.FromMilliseconds(200));
        await using var first = new NpgsqlConnection();
        await using var second = new NpgsqlConnection();
        await queue.ConnectionOpeningAsync(first, null!, default, stop);
        await Should.ThrowAsync<TimeoutException>(async () => await queue.ConnectionOpeningAsync(second, null!, default, stop));

        await (isCanceled ? queue.ConnectionCanceledAsync(first, null!, stop) : queue.ConnectionFailedAsync(first, null!, stop));

        await queue.ConnectionOpeningAsync(second, null!, default, stop);
    }
}
