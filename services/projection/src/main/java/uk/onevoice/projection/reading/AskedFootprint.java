package uk.onevoice.projection.reading;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.IcsFootprint.Chosen;
import uk.onevoice.service.problem.Problem;

/** The query parameter {@code footprint} of the views of one ICS. */
public class AskedFootprint {
  /** THEN, OLD or NEW; without it, THEN. */
  @QueryParam("footprint")
  @Nullable String footprint;

  public Chosen chosen() {
    try {
      return footprint == null ? Chosen.THEN : Chosen.valueOf(footprint);
    } catch (IllegalArgumentException unknown) {
      throw Problem.invalid("query:footprint", "must be THEN, OLD or NEW").exception();
    }
  }
}
