package uk.onevoice.web.edge;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * One setting for the database, {@code quarkus.datasource.jdbc.url}, serves migrations (JDBC) and
 * sessions (reactive) alike.
 */
public final class ReactiveUrl implements ConfigSourceFactory {
  private static final int BELOW_EVERYTHING = 50;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    ConfigValue jdbc = context.getValue("quarkus.datasource.jdbc.url");
    if (jdbc == null || jdbc.getValue() == null) {
      return List.of();
    }
    String url = jdbc.getValue().replaceFirst("^jdbc:", "");
    return List.of(
        new PropertiesConfigSource(
            Map.of("quarkus.datasource.reactive.url", url), "reactive-url", BELOW_EVERYTHING));
  }
}
