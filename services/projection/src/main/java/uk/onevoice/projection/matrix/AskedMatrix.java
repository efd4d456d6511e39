package uk.onevoice.projection.matrix;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import uk.onevoice.service.problem.Problem;

/** The query parameters of a matrix, beside its time. */
public class AskedMatrix {
  @QueryParam("period")
  @Nullable String period;

  @QueryParam("since")
  @Nullable String since;

  @QueryParam("as")
  @Nullable String as;

  @QueryParam("partner")
  @Nullable String partner;

  Period span() {
    return Period.asked(period);
  }

  @Nullable LocalDate comparedWith() {
    if (since == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(since);
      if (day.getYear() >= 1900) {
        return day;
      }
    } catch (DateTimeParseException notADay) {
      // Answered below, as a day out of range is.
    }
    throw Problem.invalid("query:since", "must be a date as 2026-11-30").exception();
  }

  /** The organisation whose view somebody else looks at; null where they look at their own. */
  @Nullable String lookedAt() {
    if (as == null) {
      return null;
    }
    if (!as.equals("partner")) {
      throw Problem.invalid("query:as", "must be partner").exception();
    }
    if (partner == null || partner.isBlank()) {
      throw Problem.invalid("query:partner", "is required with as").exception();
    }
    return partner;
  }
}
