package uk.onevoice.feeds.subscriptions.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key that messages are signed with, by its id; the key itself is nowhere.
 *
 * @param endsAt from when on it signs no more; null while that is open
 */
public record SigningKey(UUID id, @Nullable Instant endsAt) {
  boolean signsAt(Instant now) {
    return endsAt == null || now.isBefore(endsAt);
  }
}
