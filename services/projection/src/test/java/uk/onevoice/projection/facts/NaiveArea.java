package uk.onevoice.projection.facts;

import java.time.LocalDate;
import java.util.Set;

/**
 * What belongs to an area, straight from a reading of the events: the other half of the comparison
 * with what the SQL says belongs to it.
 *
 * @param kind PLACE, ICS or FEDERATION
 * @param reading as of the day that is asked about
 */
record NaiveArea(String kind, String id, NaiveReading reading) {

  /** Whether what happened at the place on the day counts here. */
  boolean has(String place, LocalDate day) {
    return switch (kind) {
      case "PLACE" -> place.equals(id);
      case "ICS" -> reading.liesIn(place, id, day);
      default -> false;
    };
  }

  Set<String> practices() {
    return reading.practicesOf(kind, id);
  }

  boolean hasMandate(String place, String holder) {
    return kind.equals("FEDERATION") ? holder.equals(id) : has(place, reading.day());
  }

  /** Whether a relationship of somebody who acts for this body counts here. */
  boolean hasRelationshipFor(String body) {
    return !kind.equals("FEDERATION") || body.equals(id);
  }

  /** A slot of the place that so many hold. */
  boolean hasSlot(String place, boolean held) {
    return kind.equals("FEDERATION") ? held : has(place, reading.day());
  }

  /** Whether the level of an agreement with the federation counts here. */
  boolean hasAgreement(String agreement) {
    return !kind.equals("FEDERATION") || agreement.contains(id);
  }
}
