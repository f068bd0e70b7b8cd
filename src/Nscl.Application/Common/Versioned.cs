namespace Nscl.Application.Common;

/// <summary>A representation and the version of its row. The version leaves only as ETag and returns only as If-Match.</summary>
public sealed record Versioned<T>(T Value, uint Version);
