package uk.onevoice.feeds.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.UUID;
import uk.onevoice.feeds.FeedSettings;
import uk.onevoice.feeds.reading.Secrets;

/**
 * Keys that messages are signed with. A key is made from the feed's secret and its random id each
 * time it is needed: it is in no table, no event and no backup, and none tells anything of another.
 */
@ApplicationScoped
class SigningKeys {
  private final Secrets secrets;

  SigningKeys(FeedSettings settings) {
    this.secrets = new Secrets(settings.secret());
  }

  /** 32 bytes, the same for the same ids. */
  byte[] key(UUID subscription, UUID key) {
    return secrets.key("signing key of\n" + subscription + "\n" + key);
  }

  /** As Standard Webhooks writes it. */
  String told(UUID subscription, UUID key) {
    return "whsec_" + Base64.getEncoder().encodeToString(key(subscription, key));
  }
}
