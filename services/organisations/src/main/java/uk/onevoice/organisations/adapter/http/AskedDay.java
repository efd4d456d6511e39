package uk.onevoice.organisations.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;

/** The query parameter {@code asOf}: a day, and today where nobody says one. */
@ApplicationScoped
class AskedDay {
  private final Today today;

  AskedDay(Today today) {
    this.today = today;
  }

  LocalDate of(@Nullable String asOf) {
    if (asOf == null) {
      return today.get();
    }
    try {
      return LocalDate.parse(asOf);
    } catch (DateTimeParseException notADay) {
      throw Problem.invalid("query:asOf", "must be a date as 2026-11-30").exception();
    }
  }
}
