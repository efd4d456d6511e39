package uk.onevoice.mandates.domain;

import java.time.LocalDate;
import java.util.List;

/** Practices that had not answered were asked again on this day. */
public record Reminder(LocalDate on, List<PracticeId> practices) {
  public Reminder {
    practices = List.copyOf(practices);
  }
}
