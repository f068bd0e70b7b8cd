using Nscl.Application.Common;

namespace Nscl.Infrastructure.Identity;

/// <summary>Who acts and in which use case, along one request's flow of calls; the database context asks it at every statement.</summary>
public sealed class RequestContext : ICurrentUser, IUseCaseContext
{
    private static readonly AsyncLocal<Frame?> Current = new();

    public CurrentUser User => Current.Value?.User ?? CurrentUser.Anonymous;

    public string UseCase
    {
        get => Current.Value?.UseCase ?? "System";
        set
        {
            if (Current.Value is { } frame)
            {
                frame.UseCase = value;
            }
        }
    }

    public IDisposable ActAs(CurrentUser user)
    {
        var frame = new Frame(user, Current.Value);
        Current.Value = frame;
        return frame;
    }

    private sealed class Frame(CurrentUser user, Frame? outer) : IDisposable
    {
        public CurrentUser User { get; } = user;

        public string UseCase { get; set; } = outer?.UseCase ?? "System";

        public void Dispose() => Current.Value = outer;
    }
}
