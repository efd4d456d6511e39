package uk.onevoice.organisations.domain.controlled;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;

/**
 * One entry of a list.
 *
 * @param names what it has been called, by the day from which
 */
public record Entry<I>(I id, SortedMap<LocalDate, Label> names, LocalDate start, Fate<I> fate) {
  public Entry {
    names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
  }

  public static <I> Entry<I> of(I id, Label label, LocalDate start) {
    return new Entry<>(id, new TreeMap<>(Map.of(start, label)), start, new Fate.InUse<>());
  }

  public Label label() {
    return Objects.requireNonNull(names.get(names.lastKey()));
  }

  public Label labelOn(LocalDate day) {
    var until = names.headMap(day.plusDays(1));
    return Objects.requireNonNull(
        names.get(until.isEmpty() ? names.firstKey() : until.lastKey()));
  }

  public boolean inUse() {
    return fate instanceof Fate.InUse;
  }

  public boolean openOn(LocalDate day) {
    @Nullable LocalDate end = fate.end();
    return !day.isBefore(start) && (end == null || day.isBefore(end));
  }

  Entry<I> named(Label label, LocalDate from) {
    var now = new TreeMap<>(names);
    now.put(from, label);
    return new Entry<>(id, now, start, fate);
  }

  Entry<I> with(Fate<I> next) {
    return new Entry<>(id, names, start, next);
  }
}
