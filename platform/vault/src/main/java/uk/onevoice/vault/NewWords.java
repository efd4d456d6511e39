package uk.onevoice.vault;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.ActorRef;

/**
 * Words to be kept.
 *
 * @param kind what they are, in lower case and hyphens, as {@code person-name}
 * @param stream the stream whose event will name them
 * @param about whom they are about; empty where that is nobody
 * @param expires when they are no longer shown, null for never
 */
public record NewWords(
    String kind,
    String stream,
    Set<Subject> about,
    String words,
    ActorRef writtenBy,
    @Nullable Instant expires) {
  public NewWords {
    about = Set.copyOf(about);
    if (!kind.matches("[a-z][a-z-]{1,38}[a-z]")) {
      throw new IllegalArgumentException("A kind of words has 3 to 40 small letters and hyphens.");
    }
    if (words.isBlank()) {
      throw new IllegalArgumentException("Words to be kept are not empty.");
    }
  }

  @Override
  public String toString() {
    return kind + " of " + stream;
  }
}
