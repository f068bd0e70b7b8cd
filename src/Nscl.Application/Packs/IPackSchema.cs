using System.Text.Json;
using Nscl.Application.Common;

namespace Nscl.Application.Packs;

/// <summary>The published format of packs, <c>packs/schema/pack.v1.schema.json</c>.</summary>
public interface IPackSchema
{
    /// <summary>The schema itself, for editors and other systems.</summary>
    string Text { get; }

    /// <summary>Every way in which a document departs from the format, each where it stands; empty when it conforms.</summary>
    IReadOnlyList<InputError> Check(JsonElement document);

    /// <summary>
    /// The one text of a conforming pack: properties in the order of the schema, texts in NFC, no white space. Two documents that
    /// say the same have the same text, in whatever order and layout they came.
    /// </summary>
    string Canonical(JsonElement pack);
}
