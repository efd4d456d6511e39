package uk.onevoice.relationships.domain.candidate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.domain.CounterpartRef;

/** Who can introduce us: the ways from somebody we talk to, over who knows whom. */
public final class Ways {
  /** At most so many people are looked at, the nearest to the one we want to meet first. */
  public static final int MOST_PEOPLE = 20;

  private Ways() {}

  /** That two people know each other. */
  public record Acquaintance(CounterpartRef one, CounterpartRef other) {
    private @Nullable CounterpartRef beside(CounterpartRef person) {
      if (one.equals(person)) {
        return other;
      }
      return other.equals(person) ? one : null;
    }
  }

  /**
   * The shortest way from each person we talk to who has one, the shortest of them first.
   *
   * @param talkedTo whom we can ask ourselves
   * @return each from the one whom we ask to the one before {@code to}; nobody is on it whom we
   *     could ask ourselves, but the first
   */
  public static List<List<CounterpartRef>> to(
      CounterpartRef to, Set<CounterpartRef> talkedTo, Collection<Acquaintance> acquaintances) {
    Map<CounterpartRef, CounterpartRef> towards = new LinkedHashMap<>();
    Set<CounterpartRef> seen = new LinkedHashSet<>(Set.of(to));
    Deque<CounterpartRef> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      CounterpartRef person = next.remove();
      if (talkedTo.contains(person) && !person.equals(to)) {
        continue;
      }
      for (Acquaintance each : acquaintances) {
        @Nullable CounterpartRef other = each.beside(person);
        if (other != null && seen.size() < MOST_PEOPLE && seen.add(other)) {
          towards.put(other, person);
          next.add(other);
        }
      }
    }
    return towards.keySet().stream()
        .filter(talkedTo::contains)
        .map(first -> way(first, to, towards))
        .sorted(Comparator.comparing(List::size))
        .toList();
  }

  private static List<CounterpartRef> way(
      CounterpartRef first, CounterpartRef to, Map<CounterpartRef, CounterpartRef> towards) {
    List<CounterpartRef> way = new ArrayList<>();
    for (@Nullable CounterpartRef at = first; at != null && !at.equals(to); at = towards.get(at)) {
      way.add(at);
    }
    return way;
  }
}
