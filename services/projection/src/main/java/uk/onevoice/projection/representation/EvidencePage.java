package uk.onevoice.projection.representation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a figure is made of, the newest first.
 *
 * @param areaId the place, ICS or federation
 * @param name what the area is called
 * @param measureName what the measure is called
 * @param weekly whether both dates were put back to Monday 06:00 Europe/London
 * @param withheld whether rows are not for this caller, who may see the figure all the same
 * @param reason why they are not, or why some are not
 * @param numerator of the figure, as are the next two; null where the measure has none, and where
 *     that is withheld
 * @param basedOn null where withheld
 * @param next what {@code after} has to be for the part that follows, null at the end
 */
record EvidencePage(
    String areaId,
    String name,
    String measure,
    String measureName,
    LocalDate asOf,
    Instant knownAt,
    boolean weekly,
    boolean withheld,
    @Nullable String reason,
    @Nullable Integer numerator,
    @Nullable Integer denominator,
    @Nullable Integer unknown,
    @Nullable BasedOn basedOn,
    List<Evidence> items,
    @Nullable String next) {

  /**
   * How many rows count as what, whatever part of the list is asked for.
   *
   * @param notTold how many more the figure counts that are not for this caller
   * @param meetings in how many meetings the rows were that count
   * @param last the latest day of them; null where none has a day
   */
  record BasedOn(
      int numerator,
      int denominator,
      int unknown,
      int notCounted,
      int notTold,
      int meetings,
      @Nullable LocalDate last) {}
}
