package uk.onevoice.vault.rights;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.service.listing.Page;
import uk.onevoice.vault.Subject;
import uk.onevoice.vault.Words;

/**
 * What one service keeps about a person: the words, and what its log says by reference.
 *
 * @param words with the first page only
 */
public record PersonRecord(
    UUID personId, String service, List<WordsView> words, Page<Mention> mentions) {

  /**
   * Words about the person.
   *
   * @param stream what they belong to
   * @param alsoAbout how many others they are about
   * @param beside the words of which these are the person's own view
   */
  public record WordsView(
      UUID wordsRef,
      String kind,
      String stream,
      String words,
      int alsoAbout,
      String writtenBy,
      Instant writtenAt,
      @Nullable Instant expires,
      @Nullable String rectifiedBy,
      @Nullable Instant rectifiedAt,
      @Nullable UUID beside,
      boolean restricted) {
    static WordsView of(Words words, Set<Subject> records) {
      var beside = words.beside();
      return new WordsView(
          words.ref().value(),
          words.kind(),
          words.stream(),
          words.text(),
          words.alsoAbout(records),
          words.writtenBy(),
          words.writtenAt(),
          words.expires(),
          words.rectifiedBy(),
          words.rectifiedAt(),
          beside == null ? null : beside.value(),
          words.restricted());
    }
  }

  /** An event that the person caused, under any record of theirs, or that names them. */
  public record Mention(String type, String stream, Instant occurredAt, Part part) {}

  public enum Part {
    ACTED,
    NAMED
  }

  /** Somebody's reading of words about the person. */
  public record ReadingView(UUID wordsRef, String reader, String why, Instant readAt) {}
}
