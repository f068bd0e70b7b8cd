using FluentValidation;
using Mediator;

namespace Nscl.Application.Common;

/// <summary>Checks the shape of a message before its handler runs; meaning is checked by the aggregate.</summary>
internal sealed class ValidationBehavior<TMessage, TResponse>(IEnumerable<IValidator<TMessage>> validators) : IPipelineBehavior<TMessage, TResponse>
    where TMessage : notnull, IMessage
{
    public async ValueTask<TResponse> Handle(TMessage message, MessageHandlerDelegate<TMessage, TResponse> next, CancellationToken cancellationToken)
    {
        List<InputError>? errors = null;
        foreach (var validator in validators)
        {
            var result = await validator.ValidateAsync(message, cancellationToken);
            foreach (var failure in result.Errors)
            {
                (errors ??= []).Add(new InputError(JsonPointer.Of(failure.PropertyName), InputCodes.Of(failure), failure.ErrorMessage, InputCodes.ArgsOf(failure)));
            }
        }

        return errors is null ? await next(message, cancellationToken) : throw new InvalidInputException(errors);
    }
}
