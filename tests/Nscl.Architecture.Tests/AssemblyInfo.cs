namespace Nscl.Architecture.Tests;
