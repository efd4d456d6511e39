package uk.onevoice.vault;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words with what is known of them.
 *
 * @param writtenBy an actor by reference
 * @param rectifiedBy who corrected them last, null when nobody has
 * @param beside the words they are somebody's own view of, null when they are not
 * @param restricted whether only those entitled are shown them
 */
public record Words(
    VaultRef ref,
    String stream,
    String kind,
    Set<Subject> about,
    String text,
    String writtenBy,
    Instant writtenAt,
    @Nullable Instant expires,
    @Nullable String rectifiedBy,
    @Nullable Instant rectifiedAt,
    @Nullable VaultRef beside,
    boolean restricted) {
  public Words {
    about = Set.copyOf(about);
  }

  Words with(String opened) {
    return new Words(
        ref,
        stream,
        kind,
        about,
        opened,
        writtenBy,
        writtenAt,
        expires,
        rectifiedBy,
        rectifiedAt,
        beside,
        restricted);
  }

  /** Never the words. */
  @Override
  public String toString() {
    return kind + " of " + stream;
  }
}
