using AutoMapper;
using Microsoft.Extensions.Logging.Abstractions;
using Nscl.Application;
using Shouldly;
using Xunit;

namespace Nscl.Architecture.Tests;

public sealed class ProjectionTests
{
    [Fact]
    public void Every_projection_fills_its_whole_item() =>
        new MapperConfiguration(static mapper => mapper.AddMaps(typeof(DependencyInjection).Assembly), NullLoggerFactory.Instance).AssertConfigurationIsValid();

    [Fact]
    public void A_projection_that_leaves_something_empty_would_be_found() =>
        Should.Throw<AutoMapperConfigurationException>(() =>
            new MapperConfiguration(static mapper => mapper.CreateProjection<Row, Item>(), NullLoggerFactory.Instance).AssertConfigurationIsValid());

    private sealed class Row
    {
        public string Name { get; set; } = string.Empty;
    }

    private sealed class Item
    {
        public string Name { get; set; } = string.Empty;

        public string NotInTheRow { get; set; } = string.Empty;
    }
}
