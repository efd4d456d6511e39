package uk.onevoice.feeds.webhooks;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.onevoice.feeds.reading.Batch;
import uk.onevoice.feeds.webhooks.Deliveries.Handshake;
import uk.onevoice.feeds.webhooks.Deliveries.Reason;

/** Rings: one event in JSON, signed as the Standard Webhooks specification has it. */
final class Bell {
  private static final String AGENT = "OneVoice-Feeds";
  private static final String ORIGIN = "WebHook-Request-Origin";

  /** What we ask for: as many as four at a time come to where each takes 40 milliseconds. */
  private static final String DESIRED_PER_MINUTE = "6000";

  private final Caller caller;
  private final String origin;

  /**
   * @param origin who we are, when we ask whether somebody wants to hear us
   */
  Bell(Caller caller, String origin) {
    this.caller = caller;
    this.origin = origin;
  }

  /**
   * Tells an event.
   *
   * @param keys each signs
   * @param id the same whenever this is told
   */
  Answer ring(URI url, List<byte[]> keys, String id, String body, Instant now) {
    long timestamp = now.getEpochSecond();
    return caller.call(
        HttpMethod.POST,
        url,
        Map.of(
            "Content-Type",
            Batch.EVENT_MEDIA_TYPE,
            "User-Agent",
            AGENT,
            ORIGIN,
            origin,
            "webhook-id",
            id,
            "webhook-timestamp",
            Long.toString(timestamp),
            "webhook-signature",
            keys.stream()
                .map(key -> signature(key, id, timestamp, body))
                .collect(Collectors.joining(" "))),
        body);
  }

  /** Asks whether we may ring there (CloudEvents, HTTP 1.1 Web Hooks, abuse protection). */
  Handshake ask(URI url) {
    Answer answer =
        caller.call(
            HttpMethod.OPTIONS,
            url,
            Map.of("User-Agent", AGENT, ORIGIN, origin, "WebHook-Request-Rate", DESIRED_PER_MINUTE),
            "");
    if (!answer.isTaken()) {
      return new Handshake(false, answer.status(), answer.reason(), null);
    }
    String allowed = answer.allowedOrigin();
    if (!"*".equals(allowed) && !origin.equalsIgnoreCase(allowed)) {
      return new Handshake(false, answer.status(), Reason.NOT_CONFIRMED, null);
    }
    String rate = answer.allowedRate();
    return AllowedRate.isReadable(rate)
        ? new Handshake(true, answer.status(), null, AllowedRate.perMinute(rate))
        : new Handshake(false, answer.status(), Reason.RATE_UNREADABLE, null);
  }

  private static String signature(byte[] key, String id, long timestamp, String body) {
    try {
      return new Webhook(key).sign(id, timestamp, body);
    } catch (EmptyWebhookSecretException | WebhookSigningException defect) {
      throw new IllegalStateException("No signature could be made", defect);
    }
  }
}
