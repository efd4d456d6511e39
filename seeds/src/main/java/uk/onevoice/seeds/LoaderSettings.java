package uk.onevoice.seeds;

import java.util.Map;

/**
 * Where to load to, and as whom.
 *
 * @param origin the one address of pages and APIs
 * @param issuer the realm of the demonstration's people
 * @param password of each of them
 * @param partnerSecret of {@code partner-client}, whose approval is the last thing that is loaded
 */
public record LoaderSettings(String origin, String issuer, String password, String partnerSecret) {

  /** Addresses have the local profile's defaults; secrets have none. */
  public static LoaderSettings of(Map<String, String> environment) {
    String origin = environment.getOrDefault("ONEVOICE_ORIGIN", "http://localhost:8080");
    return new LoaderSettings(
        origin,
        environment.getOrDefault("ONEVOICE_ISSUER", origin + "/auth/realms/onevoice"),
        secret(environment, "ONEVOICE_SECRET_PEOPLE"),
        secret(environment, "ONEVOICE_SECRET_CLIENT_PARTNER_CLIENT"));
  }

  private static String secret(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new LoadFailure("Set " + name + ".");
    }
    return value;
  }

  /** Without its secrets. */
  @Override
  public String toString() {
    return "LoaderSettings[origin=" + origin + ", issuer=" + issuer + "]";
  }
}
