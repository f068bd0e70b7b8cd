using System.Diagnostics;
using Mediator;

namespace Nscl.Application.Common;

/// <summary>Names the running use case for the audit trail and for traces; nothing of the message's content goes into either.</summary>
internal sealed class UseCaseBehavior<TMessage, TResponse>(IUseCaseContext context) : IPipelineBehavior<TMessage, TResponse>
    where TMessage : notnull, IMessage
{
    private static readonly string UseCase = NameOf(typeof(TMessage));

    public async ValueTask<TResponse> Handle(TMessage message, MessageHandlerDelegate<TMessage, TResponse> next, CancellationToken cancellationToken)
    {
        using var activity = UseCaseTelemetry.Source.StartActivity(UseCase);
        context.UseCase = UseCase;
        try
        {
            return await next(message, cancellationToken);
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            throw;
        }
    }

    private static string NameOf(Type message)
    {
        var name = message.Name;
        return name.EndsWith("Command", StringComparison.Ordinal) ? name[..^"Command".Length]
            : name.EndsWith("Query", StringComparison.Ordinal) ? name[..^"Query".Length]
            : name;
    }
}

/// <summary>The use case of this request, for the audit trail.</summary>
public interface IUseCaseContext
{
    string UseCase { get; set; }
}

public static class UseCaseTelemetry
{
    public const string SourceName = "Nscl.UseCases";

    public static readonly ActivitySource Source = new(SourceName);
}
