package uk.onevoice.relationships.adapter.store;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.candidate.Ways.Acquaintance;

/**
 * That two people know each other, as the vault keeps it: a sentence that both can ask to read.
 *
 * @param from from where, as typed
 */
public record Known(Acquaintance between, String from) {
  private static final Pattern FORM =
      Pattern.compile(
          "Know each other from: (.+) \\[([0-9a-f-]{36}) ([0-9a-f-]{36})]", Pattern.DOTALL);

  /** What {@link #read} reads again. */
  public String written() {
    return "Know each other from: %s [%s %s]"
        .formatted(from, between.one().value(), between.other().value());
  }

  /** Empty where somebody corrected it to another sentence: then it is no way to anybody. */
  public static Optional<Known> read(String text) {
    Matcher read = FORM.matcher(text);
    return read.matches()
        ? Optional.of(
            new Known(new Acquaintance(ref(read.group(2)), ref(read.group(3))), read.group(1)))
        : Optional.empty();
  }

  private static CounterpartRef ref(String id) {
    return new CounterpartRef(UUID.fromString(id));
  }
}
