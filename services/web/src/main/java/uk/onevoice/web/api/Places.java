package uk.onevoice.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept and told of places, of who belongs to places and bodies, and of federations. */
public interface Places {
  /**
   * @param partOf the place of which it is a neighbourhood; null for a place
   * @param end the first day after its last
   */
  record PlaceRecord(
      String placeId,
      String name,
      String icsId,
      @Nullable String icsName,
      @Nullable String partOf,
      @Nullable String partOfName,
      LocalDate start,
      @Nullable LocalDate end,
      @Nullable String mergedInto,
      @Nullable String mergedIntoName,
      List<DatedName> names,
      List<DatedIcs> ics) {}

  record DatedName(LocalDate from, String name) {}

  record DatedIcs(LocalDate from, String icsId, @Nullable String icsName) {}

  /**
   * @param end the first day after its last
   */
  record Belonging(
      String affiliationId,
      String memberId,
      @Nullable String memberName,
      LocalDate start,
      @Nullable LocalDate end) {}

  record BelongingList(List<Belonging> items, @Nullable String next) {}

  /** One event of a history. */
  record Said(
      Instant at,
      String what,
      String by,
      @Nullable String byName,
      @Nullable String actingFor,
      @Nullable String actingForName,
      @Nullable LocalDate on,
      List<Detail> details) {}

  record Detail(String name, String value, @Nullable String label) {}

  record SaidList(List<Said> items, @Nullable String next) {}

  /**
   * @param purpose null where the words are kept no more
   */
  record Purpose(int version, LocalDate from, @Nullable String purpose) {}

  record Purposes(List<Purpose> items) {}

  /**
   * @param any in at least one federation; null where nothing is known of the area
   */
  record FederationShare(
      String areaId,
      @Nullable String name,
      LocalDate asOf,
      @Nullable YearMonth listSizeMonth,
      @Nullable Part any,
      List<OfFederation> federations,
      Areas.@Nullable Footprint footprint) {}

  record Part(Count practices, @Nullable Patients patients, int practicesWithoutListSize) {}

  record Count(int numerator, int denominator) {}

  record Patients(long numerator, long denominator, int practicesWithoutListSize) {}

  record OfFederation(String organisationId, @Nullable String name, Part share) {}

  record NewPlace(String icsId, String name, LocalDate start) {}

  record NewNeighbourhood(String name, LocalDate start) {}

  record Name(String name, LocalDate from) {}

  record FirstDay(LocalDate start) {}

  record Moving(String icsId, LocalDate from) {}

  record Merging(String into, LocalDate on) {}

  record Ending(LocalDate end) {}

  record Reopening(LocalDate from) {}

  record NewPractices(List<String> practiceIds, LocalDate start, boolean moving) {}

  record NewMembers(List<String> memberIds, String kind, LocalDate start) {}

  record NewBody(String name, String kind, LocalDate start) {}

  record Correction(LocalDate start, @Nullable LocalDate end) {}

  record NewPurpose(String purpose, LocalDate from) {}

  /** A command that says nothing but its name. */
  record Nothing() {}
}
