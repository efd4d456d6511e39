package uk.onevoice.organisations.domain.controlled;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an entry, with the first day on which it was no longer used. */
public sealed interface Fate<I> {
  record InUse<I>() implements Fate<I> {}

  record Retired<I>(LocalDate on) implements Fate<I> {}

  /** Whoever asks for it from this day on means the other one. */
  record MergedInto<I>(I into, LocalDate on) implements Fate<I> {}

  /** From this day on nobody can say which of them is meant without asking. */
  record SplitInto<I>(List<I> into, LocalDate on) implements Fate<I> {
    public SplitInto {
      into = List.copyOf(into);
    }
  }

  default @Nullable LocalDate end() {
    return switch (this) {
      case InUse<I> _ -> null;
      case Retired<I>(var on) -> on;
      case MergedInto<I>(_, var on) -> on;
      case SplitInto<I>(_, var on) -> on;
    };
  }
}
