package uk.onevoice.projection.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What belongs to an area, straight from a reading of the events: the other half of the comparison
 * with what the SQL says belongs to it.
 *
 * @param kind PLACE, ICS, FEDERATION or PLACE_FORUM, whose id is that of the place and of the forum
 * @param reading as of the day that is asked about
 * @param footprint the day whose area an ICS is told with
 * @param forumHas ids of a forum's meetings and series
 */
record NaiveArea(
    String kind, String id, NaiveReading reading, LocalDate footprint, Set<String> forumHas) {
  NaiveArea(String kind, String id, NaiveReading reading) {
    this(kind, id, reading, reading.day());
  }

  NaiveArea(String kind, String id, NaiveReading reading, LocalDate footprint) {
    this(kind, id, reading, footprint, Set.of());
  }

  static NaiveArea forum(String place, String forum, NaiveReading reading, NaiveMatrix matrix) {
    return new NaiveArea(
        "PLACE_FORUM",
        String.join(" ", List.of(place, forum)),
        reading,
        reading.day(),
        matrix.meetingsAndSeries(place, forum));
  }

  /** Whether an ICS is told with the area of another day than the one asked about. */
  boolean isOfAnotherDay() {
    return !footprint.equals(reading.day());
  }

  boolean isForum() {
    return kind.equals("PLACE_FORUM");
  }

  boolean isFederation() {
    return kind.equals("FEDERATION");
  }

  /** Whether what happened at the place on the day counts here. */
  boolean has(String place, LocalDate day) {
    return switch (kind) {
      case "PLACE" -> place.equals(id);
      case "ICS" -> reading.liesIn(place, id, isOfAnotherDay() ? footprint : day);
      default -> false;
    };
  }

  Set<String> practices() {
    return isOfAnotherDay()
        ? reading.listedIn(id, reading.on(footprint))
        : reading.practicesOf(kind, id);
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
    return isForum()
        ? id.startsWith(place + " ")
        : kind.equals("FEDERATION") ? held : has(place, reading.day());
  }

  /** Whether the level of an agreement with the federation counts here. */
  boolean hasAgreement(String agreement) {
    return !kind.equals("FEDERATION") || agreement.contains(id);
  }
}
