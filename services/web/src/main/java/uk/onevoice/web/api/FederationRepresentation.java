package uk.onevoice.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/ics/{odsCode}/federations/{id}/representation}: what a federation stands on. */
public record FederationRepresentation(String federationId, Foundations foundations) {

  /**
   * @param relationships null, as strongWithProvider, where that is not for the reader
   * @param missing MANDATE, RELATIONSHIPS
   */
  public record Foundations(
      boolean mandate,
      @Nullable Boolean relationships,
      List<String> missing,
      @Nullable Boolean strongWithProvider) {}
}
