package uk.onevoice.stack;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** The settings of the local profile: {@code local.properties}, each overridden by environment. */
public final class Settings {
  private final Properties properties;
  private final Map<String, String> environment;

  Settings(Properties properties, Map<String, String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  public static Settings local() {
    var properties = new Properties();
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(Settings.class.getResourceAsStream("/local.properties")),
            StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Settings(properties, System.getenv());
  }

  /** The value of a key of {@code local.properties}; a key that is not there is a defect. */
  public String get(String key) {
    var byDefault = properties.getProperty(key);
    if (byDefault == null) {
      throw new IllegalArgumentException("No setting " + key + " in local.properties");
    }
    return environment.getOrDefault(variable(key), byDefault);
  }

  /** What the environment itself says, of a variable that is no key of {@code local.properties}. */
  Optional<String> said(String variable) {
    return Optional.ofNullable(environment.get(variable));
  }

  /** What is to be said of a password that was set when the data were made, and is another now. */
  static StackFailure isInTheData(String whose, String key) {
    return new StackFailure(
        "%s has another password than %s says. It was set when the data were made: start with that one (%s), or `make reset`."
            .formatted(whose, key, variable(key)));
  }

  int port(String name) {
    return Integer.parseInt(get("port." + name));
  }

  static String variable(String key) {
    return "ONEVOICE_" + key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
