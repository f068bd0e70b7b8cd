namespace Nscl.Domain.Tests;
