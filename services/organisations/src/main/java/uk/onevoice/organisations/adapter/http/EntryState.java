package uk.onevoice.organisations.adapter.http;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.controlled.Entry;
import uk.onevoice.organisations.domain.controlled.Fate;

/** Whether an entry is used on a day, and why not. */
enum EntryState {
  NOT_YET,
  IN_USE,
  RETIRED,
  MERGED,
  SPLIT;

  static <I> EntryState of(Entry<I> entry, LocalDate on) {
    if (on.isBefore(entry.start())) {
      return NOT_YET;
    }
    @Nullable LocalDate end = entry.fate().end();
    if (end == null || on.isBefore(end)) {
      return IN_USE;
    }
    return switch (entry.fate()) {
      case Fate.InUse<I> _ -> IN_USE;
      case Fate.Retired<I> _ -> RETIRED;
      case Fate.MergedInto<I> _ -> MERGED;
      case Fate.SplitInto<I> _ -> SPLIT;
    };
  }
}
