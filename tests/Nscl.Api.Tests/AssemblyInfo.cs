using Nscl.TestSupport;
using Xunit;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(DatabaseFixture))]
// Two classes at a time: each has its own database, and the machines that run this have few cores.
[assembly: Parallelization(MaxThreads = 2)]
// Methods of one class share a database: their order is the same everywhere, and NSCL_TEST_SEED shuffles it.
[assembly: TestMethodOrderer(typeof(SeededMethodOrder))]
