namespace Nscl.Api.Tests;
