package uk.onevoice.web.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/people/me}: who the APIs know the signed-in person as, and in which roles. */
public record Me(String personId, List<RoleHolding> roleHoldings) {
  public Me {
    roleHoldings = roleHoldings == null ? List.of() : List.copyOf(roleHoldings);
  }

  /** How histories name the person. */
  public String ref() {
    return "person:" + personId;
  }

  /** One role of the person; some roles are not held at an organisation. */
  public record RoleHolding(
      String roleHoldingId,
      String role,
      @Nullable String organisationId,
      @Nullable String organisationName,
      LocalDate start,
      @Nullable LocalDate end) {}
}
