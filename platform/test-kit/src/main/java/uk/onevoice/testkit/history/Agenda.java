package uk.onevoice.testkit.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows later from what happened, day by day; so long as it is to come, and no longer, it is
 * held in memory. What would come after the end of the history is forgotten.
 */
final class Agenda {
  private record Entry(int events, Runnable step) {}

  private final LocalDate start;
  private final @Nullable List<Entry>[] days;
  private long expected;

  @SuppressWarnings({"unchecked", "rawtypes"})
  Agenda(LocalDate start, int days) {
    this.start = start;
    this.days = (List<Entry>[]) new List[days];
  }

  /**
   * @param events about how many events the step will tell
   */
  void on(LocalDate day, int events, Runnable step) {
    long index = day.toEpochDay() - start.toEpochDay();
    if (index >= days.length) {
      return;
    }
    @Nullable List<Entry> entries = days[(int) index];
    if (entries == null) {
      entries = new ArrayList<>();
      days[(int) index] = entries;
    }
    entries.add(new Entry(events, step));
    expected += events;
  }

  /** Does what is due, which may put more on the same day. */
  void due(LocalDate day) {
    int index = (int) (day.toEpochDay() - start.toEpochDay());
    @Nullable List<Entry> entries = days[index];
    while (entries != null) {
      days[index] = null;
      for (Entry entry : entries) {
        expected -= entry.events();
        entry.step().run();
      }
      entries = days[index];
    }
  }

  /** About how many events are still to come of what has happened. */
  long expected() {
    return expected;
  }
}
