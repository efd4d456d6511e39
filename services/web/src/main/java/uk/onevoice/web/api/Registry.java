package uk.onevoice.web.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the organisations service answers. */
public interface Registry {
  record Organisation(
      String organisationId,
      @Nullable String odsCode,
      String name,
      List<String> kinds,
      @Nullable String postcode,
      @Nullable LocalDate start,
      @Nullable LocalDate end,
      @Nullable String status) {}
}
