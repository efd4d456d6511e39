package uk.onevoice.organisations.domain.person;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A name as two people would write it differently and mean the same: without case, accents, titles
 * and signs.
 */
public record PersonName(List<String> words) {
  private static final Set<String> TITLES =
      Set.of("dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "rev");

  /** How alike two names are. */
  public enum Likeness {
    SAME,
    SIMILAR,
    OTHER
  }

  public PersonName {
    words = List.copyOf(words);
  }

  public static PersonName of(String written) {
    String plain =
        Normalizer.normalize(written, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("['’`]", "")
            .toLowerCase(Locale.UK)
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    return new PersonName(
        Arrays.stream(plain.split(" ", -1))
            .filter(word -> !word.isEmpty() && !TITLES.contains(word))
            .toList());
  }

  /** Whether each word that is looked for begins a word of this name. */
  public boolean answers(PersonName asked) {
    return asked.words.stream()
        .allMatch(part -> words.stream().anyMatch(word -> word.startsWith(part)));
  }

  public Likeness likeness(PersonName other) {
    if (words.isEmpty() || other.words.isEmpty()) {
      return Likeness.OTHER;
    }
    var mine = new HashSet<>(words);
    var theirs = new HashSet<>(other.words);
    if (mine.equals(theirs)) {
      return Likeness.SAME;
    }
    var fewer = mine.size() < theirs.size() ? mine : theirs;
    var more = mine.size() < theirs.size() ? theirs : mine;
    boolean middleNameLeftOut = fewer.size() > 1 && more.containsAll(fewer);
    boolean initialForFirstName =
        words.getLast().equals(other.words.getLast())
            && words.size() > 1
            && other.words.size() > 1
            && initials(words.getFirst(), other.words.getFirst());
    return middleNameLeftOut || initialForFirstName ? Likeness.SIMILAR : Likeness.OTHER;
  }

  private static boolean initials(String one, String other) {
    return (one.length() == 1 && other.startsWith(one))
        || (other.length() == 1 && one.startsWith(other));
  }
}
