package uk.onevoice.feeds.subscriptions;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.feeds.log.Filter;
import uk.onevoice.feeds.readers.Reader;

/**
 * An address that is rung for one system.
 *
 * @param id of the subscription; says nothing of whose it is
 * @param reader the system it is rung for: what that may hear, and no other, is told, with its ids
 * @param url where to ring: never in a log, a metric or a problem
 * @param filter which events, of those the reader may hear
 * @param signingKeys 32 bytes each, the newest first; while keys change, two
 * @param startAfter the position of the log behind which it begins
 * @param perMinute how often in a minute it allows to be rung; null where it named no limit
 */
public record Webhook(
    UUID id,
    Reader reader,
    URI url,
    Filter filter,
    List<byte[]> signingKeys,
    long startAfter,
    @Nullable Integer perMinute) {
  public Webhook {
    signingKeys = List.copyOf(signingKeys);
  }

  /** For whom, and nothing else: an address and a key are nobody's to read. */
  @Override
  public String toString() {
    return "Webhook[" + id + "]";
  }
}
