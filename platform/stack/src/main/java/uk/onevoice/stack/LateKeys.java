package uk.onevoice.stack;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.security.oauthbearer.BrokerJwtValidator;
import org.apache.kafka.common.security.oauthbearer.JwtValidator;
import org.apache.kafka.common.security.oauthbearer.JwtValidatorException;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerToken;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's own validator of tokens, which fetches the issuer's keys when the first token comes and
 * not when the broker starts: by itself it ends the broker where Keycloak is not there yet. Runs
 * inside the broker, for its partners' listener.
 */
public final class LateKeys implements JwtValidator {
  private Map<String, ?> settings = Map.of();
  private String mechanism = "";
  private List<AppConfigurationEntry> entries = List.of();
  private @Nullable JwtValidator own;

  @Override
  public void configure(
      Map<String, ?> configs, String saslMechanism, List<AppConfigurationEntry> jaasEntries) {
    settings = configs;
    mechanism = saslMechanism;
    entries = List.copyOf(jaasEntries);
  }

  @Override
  public OAuthBearerToken validate(String token) throws JwtValidatorException {
    return own().validate(token);
  }

  /** One that could not fetch them is not kept: the next token tries again. */
  private synchronized JwtValidator own() throws JwtValidatorException {
    var known = own;
    if (known == null) {
      known = new BrokerJwtValidator();
      try {
        known.configure(settings, mechanism, entries);
      } catch (KafkaException away) {
        throw new JwtValidatorException("The issuer's keys could not be fetched", away);
      }
      own = known;
    }
    return known;
  }

  @Override
  public synchronized void close() throws IOException {
    if (own != null) {
      own.close();
    }
  }
}
