package uk.onevoice.projection.structure;

import org.jspecify.annotations.Nullable;

/** Rows of an area's lists. */
final class Member {
  private Member() {}

  /** Another body, by code and name; the name is null where we know only the code. */
  record Named(String odsCode, @Nullable String name) {}

  record NamedPlace(String placeId, @Nullable String name) {}

  /**
   * @param patients null where the practice has no list size for {@code listSizeMonth}
   */
  record Practice(
      String odsCode,
      @Nullable String name,
      @Nullable String postcode,
      @Nullable Named pcn,
      @Nullable Named subIcb,
      @Nullable NamedPlace place,
      @Nullable Long patients,
      @Nullable String listSizeMonth) {}

  /**
   * A network, as far as it lies in the ICS.
   *
   * @param practicesElsewhere its practices in other ICSs
   */
  record Pcn(
      String odsCode,
      @Nullable String name,
      int practices,
      int practicesElsewhere,
      @Nullable Long registeredPatients,
      @Nullable String listSizeMonth,
      int practicesWithoutListSize) {}

  record SubIcb(
      String odsCode,
      @Nullable String name,
      int practices,
      int pcns,
      int practicesWithoutPcn,
      @Nullable Long registeredPatients,
      @Nullable String listSizeMonth,
      int practicesWithoutListSize) {}

  /**
   * A trust or council.
   *
   * @param sector of a trust, null where nobody has said
   */
  record Partner(
      String odsCode, @Nullable String name, @Nullable String postcode, @Nullable String sector) {}
}
