package uk.onevoice.vault;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A person that words are about, by reference. */
public record Subject(UUID value) implements Comparable<Subject> {
  /** Owns the key of words that are about nobody. */
  static final Subject NOBODY = new Subject(new UUID(0, 0));

  private static final Comparator<Subject> ORDER =
      Comparator.comparing(subject -> subject.value().toString());

  /** Whose keys words are under: those of all they are about. */
  static TreeSet<Subject> orNobody(Collection<Subject> about) {
    return new TreeSet<>(about.isEmpty() ? Set.of(NOBODY) : about);
  }

  @Override
  public int compareTo(Subject other) {
    return ORDER.compare(this, other);
  }
}
