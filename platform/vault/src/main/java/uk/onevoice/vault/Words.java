package uk.onevoice.vault;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words with what is known of them.
 *
 * @param standIns those of them who are taken for another of them: the same human being
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
    Set<Subject> standIns,
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
    standIns = Set.copyOf(standIns);
  }

  Words with(String opened) {
    return new Words(
        ref,
        stream,
        kind,
        about,
        standIns,
        opened,
        writtenBy,
        writtenAt,
        expires,
        rectifiedBy,
        rectifiedAt,
        beside,
        restricted);
  }

  /**
   * How many human beings they are about beside one.
   *
   * @param records all of the one's
   */
  public int alsoAbout(Set<Subject> records) {
    return (int)
        about.stream().filter(each -> !records.contains(each) && !standIns.contains(each)).count();
  }

  /** Never the words. */
  @Override
  public String toString() {
    return kind + " of " + stream;
  }
}
