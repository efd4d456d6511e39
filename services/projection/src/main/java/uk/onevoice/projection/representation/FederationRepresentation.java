package uk.onevoice.projection.representation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How general practice is represented by one federation: of its member practices, by the mandates
 * that it holds, and by the people who act for it.
 *
 * @param weekly whether both dates were put back to Monday 06:00 Europe/London
 */
record FederationRepresentation(
    String icsOdsCode,
    String federationId,
    String name,
    LocalDate asOf,
    Instant knownAt,
    boolean weekly,
    @Nullable String listSizeMonth,
    Map<String, Measure> measures,
    Foundations foundations) {

  /**
   * What a federation stands on. Either alone carries little: a mandate that reaches nobody, or
   * friends for whom nobody speaks.
   *
   * @param mandate whether a practice lets it speak on some topic
   * @param relationships whether somebody who acts for it has talked both ways within 90 days with
   *     a partner that should be known; null where that is not for the caller
   * @param missing MANDATE, RELATIONSHIPS: those that are known to be missing
   * @param strongWithProvider whether one of its relationships with a hospital, community or mental
   *     health trust is strong; null where that is not for the caller
   */
  record Foundations(
      boolean mandate,
      @Nullable Boolean relationships,
      List<String> missing,
      @Nullable Boolean strongWithProvider) {}
}
