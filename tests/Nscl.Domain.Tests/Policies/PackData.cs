using System.Text.Json.Nodes;
using Nscl.Domain.Common;
using Nscl.Domain.Policies;
using Nscl.Domain.Programs;

namespace Nscl.Domain.Tests.Policies;

/// <summary>The shipped packs, so that what the tests prove is proven of the data that runs.</summary>
internal static class PackData
{
    public static readonly Guid ProgramId = new("0192f5a0-0000-7000-8000-000000000001");

    public static JsonObject Program(string code) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "packs", $"{code}.json")))!["programs"]!.AsArray()[0]!.AsObject();

    public static ProgramContent ProgramContent(string code)
    {
        var program = Program(code);
        program.Remove("province");
        program.Remove("policyVersions");
        return DomainJson.Deserialize<ProgramContent>(program.ToJsonString());
    }

    public static PolicyVersionContent Policy(string code) =>
        DomainJson.Deserialize<PolicyVersionContent>(Program(code)["policyVersions"]!.AsArray()[0]!.ToJsonString());

    public static PolicyVersion Kt2021Version() => PolicyVersion.Create("konTum", ProgramId, "KT2021", Policy("KT2021"), []);

    public static PolicyVersionSnapshot Kt2021Policy() => Kt2021Version().ToSnapshot();
}
