package uk.onevoice.stack;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where data platforms of partners reach Kafka: with a token of the realm (OAUTHBEARER), or a
 * password that an operator has given (SCRAM). Who comes is known by the subject of its sign-in, so
 * that no name that somebody chooses in Keycloak can be that of a service. What each may read,
 * {@link PartnerGrants} says, and nobody may do anything else.
 */
final class PartnersListener {
  static final String NAME = "partners";

  private static final String AUDIENCE = "onevoice-api";

  private PartnersListener() {}

  static String address(Site site) {
    return "127.0.0.1:" + site.ports().of(NAME);
  }

  private static String keys(Site site) {
    return "http://127.0.0.1:"
        + site.ports().of(Keycloak.NAME)
        + "/auth/realms/onevoice/protocol/openid-connect/certs";
  }

  /** A part of the broker's server.properties. */
  static String configuration(Site site, URI origin) {
    return """
    listener.name.partners.sasl.enabled.mechanisms=OAUTHBEARER,SCRAM-SHA-512
    listener.name.partners.num.network.threads=1
    listener.name.partners.max.connections=200
    listener.name.partners.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
    listener.name.partners.oauthbearer.sasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;
    listener.name.partners.oauthbearer.sasl.server.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler
    # A connection lives no longer than the token it came with.
    listener.name.partners.oauthbearer.connections.max.reauth.ms=3600000
    sasl.oauthbearer.jwt.validator.class=%s
    sasl.oauthbearer.jwks.endpoint.url=%s
    sasl.oauthbearer.expected.issuer=%s/auth/realms/onevoice
    sasl.oauthbearer.expected.audience=%s
    """
        .formatted(LateKeys.class.getName(), keys(site), origin, AUDIENCE);
  }

  /** What the broker's Java has to be told: from nowhere else does it fetch keys. */
  static String option(Site site) {
    return "-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=" + keys(site);
  }

  /** Where {@link LateKeys} is, for the broker's class path. */
  static Path program() {
    try {
      return Path.of(LateKeys.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
