package uk.onevoice.eventstore;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command with all that is said around it.
 *
 * @param stream the aggregate it is for
 * @param occurredAt when what it tells happened; the edge's clock, unless the command says more
 * @param ifMatch the version that the caller saw, null when any version will do
 * @param key null for commands that do not come over HTTP
 */
public record Envelope<C>(
    String stream,
    C command,
    Metadata metadata,
    Instant occurredAt,
    @Nullable Long ifMatch,
    @Nullable IdempotencyKey key) {

  /** For a policy or an import: no version seen, no key. */
  public static <C> Envelope<C> of(
      String stream, C command, Metadata metadata, Instant occurredAt) {
    return new Envelope<>(stream, command, metadata, occurredAt, null, null);
  }
}
