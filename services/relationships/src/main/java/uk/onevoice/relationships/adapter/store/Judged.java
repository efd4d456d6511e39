package uk.onevoice.relationships.adapter.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.judgement.Axis;
import uk.onevoice.relationships.domain.judgement.Basis;
import uk.onevoice.relationships.domain.judgement.Verdict;

/**
 * Whom a judgement is about and what it answers, as the vault keeps it: a sentence, because the
 * person it is about can ask to read it.
 */
public record Judged(Verdict verdict, Basis basis, CounterpartRef counterpart) {
  private static final String OPENNESS = "How open to working with general practice";
  private static final String SWAY = "Can make it happen in their organisation";
  private static final Pattern FORM =
      Pattern.compile(
          "(?:%s|%s): ([a-z]+)\\. ([A-Z][a-z]+)\\. \\[([0-9a-f-]{36})]".formatted(OPENNESS, SWAY));

  /** What {@link #read} reads again. */
  public String written() {
    return "%s: %s. %s. [%s]"
        .formatted(
            verdict.axis() == Axis.OPENNESS ? OPENNESS : SWAY,
            verdict.name().toLowerCase(Locale.ROOT),
            basis == Basis.FACT ? "Fact" : "Opinion",
            counterpart.value());
  }

  /** Empty where somebody corrected it to another sentence: then it answers nothing any more. */
  static Optional<Judged> read(String text) {
    Matcher read = FORM.matcher(text);
    if (!read.matches()) {
      return Optional.empty();
    }
    String answer = read.group(1).toUpperCase(Locale.ROOT);
    String basis = read.group(2).toUpperCase(Locale.ROOT);
    return Arrays.stream(Verdict.values())
        .filter(verdict -> verdict.name().equals(answer))
        .findFirst()
        .flatMap(verdict ->
            Arrays.stream(Basis.values())
                .filter(each -> each.name().equals(basis))
                .findFirst()
                .map(each ->
                    new Judged(verdict, each, new CounterpartRef(UUID.fromString(read.group(3))))));
  }
}
