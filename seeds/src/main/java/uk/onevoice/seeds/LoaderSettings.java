package uk.onevoice.seeds;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where to load to, and as whom.
 *
 * @param origin the one address of pages and APIs
 * @param issuer the realm of the demonstration's people
 * @param password of each of them
 * @param mailboxes where what was sent by e-mail is read; null where nothing is sent
 */
public record LoaderSettings(
    String origin, String issuer, String password, @Nullable String mailboxes) {

  /** Addresses have the local profile's defaults; the password has none. */
  public static LoaderSettings of(Map<String, String> environment) {
    String origin = environment.getOrDefault("ONEVOICE_ORIGIN", "http://localhost:8080");
    return new LoaderSettings(
        origin,
        environment.getOrDefault("ONEVOICE_ISSUER", origin + "/auth/realms/onevoice"),
        secret(environment, "ONEVOICE_PEOPLE_PASSWORD"),
        environment.get("ONEVOICE_MAILBOXES"));
  }

  private static String secret(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new LoadFailure("Set " + name + ".");
    }
    return value;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "LoaderSettings[origin=" + origin + ", issuer=" + issuer + "]";
  }
}
