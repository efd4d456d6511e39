package uk.onevoice.projection.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.Pages;
import uk.onevoice.service.json.Text;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/**
 * What is searched for.
 *
 * @param type a kind of organisation, or PLACE
 * @param ics the code of an ICB
 * @param offset items given on earlier pages
 */
record Searching(String query, @Nullable String type, @Nullable String ics, int offset, int limit) {
  private static final Set<String> TYPES =
      Set.of(
          "PRACTICE",
          "PCN",
          "SUB_ICB",
          "ICB",
          "REGION",
          "TRUST",
          "COUNCIL",
          "FEDERATION",
          "LMC",
          "LEADERSHIP_GROUP",
          "OTHER_PRESCRIBER",
          "PLACE");
  private static final int LONGEST = 100;
  private static final int FURTHEST = 10_000;
  private static final int WORDS = 8;

  static Searching of(
      @Nullable String query,
      @Nullable String type,
      @Nullable String ics,
      @Nullable String after,
      @Nullable String limit) {
    String words = query == null ? "" : query.strip();
    if (words.length() < 2 || words.length() > LONGEST || !Text.isClean(words)) {
      throw Problem.invalid("query:query", "must have 2 to " + LONGEST + " characters").exception();
    }
    if (type != null && !TYPES.contains(type)) {
      throw Problem.invalid("query:type", "must be one of " + String.join(", ", sorted()))
          .exception();
    }
    if (ics != null && (ics.length() > 40 || !Text.isClean(ics))) {
      throw Problem.invalid("query:ics", "must be the ODS code of an ICB").exception();
    }
    PageRequest part = PageRequest.of(after, limit);
    return new Searching(words, type, ics, offset(part.after()), part.limit());
  }

  private static Iterable<String> sorted() {
    return TYPES.stream().sorted().toList();
  }

  private static int offset(@Nullable String cursor) {
    if (cursor == null) {
      return 0;
    }
    String position = Pages.open(cursor);
    if (!position.matches("search [0-9]{1,4}")) {
      throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
    }
    return Integer.parseInt(position.substring("search ".length()));
  }

  /** Nothing beyond the furthest: nobody reads so far, and each page there costs more. */
  @Nullable String next() {
    return offset + limit >= FURTHEST ? null : Pages.seal("search " + (offset + limit));
  }

  /** Patterns that a name must match, all of them. */
  java.util.List<String> words() {
    return Arrays.stream(query.split("\\s+"))
        .limit(WORDS)
        .map(word -> "%" + escaped(word) + "%")
        .toList();
  }

  String beginning() {
    return escaped(query) + "%";
  }

  String code() {
    return escaped(query.toUpperCase(Locale.ROOT)) + "%";
  }

  /** Postcodes are compared without their space. */
  String postcode() {
    return escaped(query.toUpperCase(Locale.ROOT).replace(" ", "")) + "%";
  }

  private static String escaped(String text) {
    return text.replaceAll("([\\\\%_])", "\\\\$1");
  }
}
