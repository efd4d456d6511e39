package uk.onevoice.service.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** How this service reaches Kafka: the settings {@code kafka.*}, without their prefix. */
@ApplicationScoped
public class Kafka {
  private final Config config;

  Kafka(Config config) {
    this.config = config;
  }

  /** Only what reaches and signs in; what a client does is its own affair. */
  public Map<String, String> settings() {
    return Stream.of("bootstrap.servers", "security.protocol", "sasl.mechanism", "sasl.jaas.config")
        .flatMap(key -> value("kafka." + key).map(value -> Map.entry(key, value)).stream())
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Optional<String> value(String key) {
    return config.getOptionalValue(key, String.class);
  }
}
