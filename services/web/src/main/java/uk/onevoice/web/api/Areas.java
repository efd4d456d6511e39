package uk.onevoice.web.api;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the projection answers about the structure of ICSs. Null is "not known", never zero. */
public interface Areas {
  record IcsList(LocalDate asOf, List<IcsSummary> items, IcsTotals totals, @Nullable String next) {}

  record IcsSummary(
      String odsCode,
      String name,
      boolean open,
      @Nullable Integer practices,
      @Nullable Integer pcns,
      @Nullable Integer practicesWithoutPcn,
      @Nullable Integer subIcbs,
      @Nullable Integer trusts,
      @Nullable Integer councils,
      @Nullable Long registeredPatients,
      @Nullable YearMonth listSizeMonth,
      @Nullable Integer practicesWithoutListSize,
      @Nullable Footprint footprint) {}

  /**
   * With which area an ICS is told; null in a list.
   *
   * @param chosen THEN, OLD or NEW
   * @param on the day whose practices and partners they are
   * @param from the first day on which it was that area
   * @param until the first day on which it is another one
   */
  record Footprint(
      String chosen,
      LocalDate on,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      List<Successions.Break> changes) {}

  record IcsTotals(
      int ics,
      @Nullable Integer practices,
      @Nullable Integer pcns,
      @Nullable Integer practicesWithoutPcn,
      @Nullable Integer subIcbs,
      @Nullable Integer trusts,
      @Nullable Integer councils,
      @Nullable Long registeredPatients,
      @Nullable YearMonth listSizeMonth,
      @Nullable Integer practicesWithoutListSize) {}

  record IcsStructure(
      String odsCode,
      String name,
      boolean open,
      LocalDate asOf,
      @Nullable Integer practices,
      @Nullable Integer pcns,
      @Nullable Integer practicesWithoutPcn,
      @Nullable Integer subIcbs,
      @Nullable Integer trusts,
      @Nullable Map<String, Integer> trustSectors,
      @Nullable Integer councils,
      @Nullable Integer federations,
      @Nullable Integer practicesInFederation,
      @Nullable Integer lmcs,
      @Nullable Integer practicesWithoutPlace,
      @Nullable Long registeredPatients,
      @Nullable YearMonth listSizeMonth,
      @Nullable Integer practicesWithoutListSize,
      List<Place> places,
      @Nullable Footprint footprint) {}

  /**
   * A place in numbers.
   *
   * @param leadershipGroups how many speak for it; one with none stands exposed
   * @param joinedUp how many practices let one body speak for them, in the structure of an ICS only
   * @param joinedUpAsOf the day of that, which for a reader from outside can lie some days back
   */
  record Place(
      String placeId,
      String name,
      String icsOdsCode,
      int practices,
      int pcns,
      int practicesWithoutPcn,
      int federations,
      int practicesInFederation,
      int lmcs,
      @Nullable Long registeredPatients,
      @Nullable YearMonth listSizeMonth,
      int practicesWithoutListSize,
      int leadershipGroups,
      @Nullable LocalDate joinedUpAsOf,
      @Nullable List<JoinedUp> joinedUp) {}

  /** {@code topicLabel} is null where the topic is none of the ICS's list. */
  record JoinedUp(
      String topic,
      @Nullable String topicLabel,
      @Nullable String board,
      List<String> mandateIds,
      int numerator,
      int denominator) {}

  record PlaceList(List<Place> items, @Nullable String next) {}

  record Named(String odsCode, @Nullable String name) {}

  record NamedPlace(String placeId, @Nullable String name) {}

  record Practice(
      String odsCode,
      @Nullable String name,
      @Nullable String postcode,
      @Nullable Named pcn,
      @Nullable Named subIcb,
      @Nullable NamedPlace place,
      @Nullable Long patients,
      @Nullable YearMonth listSizeMonth) {}

  record PracticeList(List<Practice> items, @Nullable String next) {}

  record Pcn(
      String odsCode,
      @Nullable String name,
      int practices,
      int practicesElsewhere,
      @Nullable Long registeredPatients,
      @Nullable YearMonth listSizeMonth,
      int practicesWithoutListSize) {}

  record PcnList(List<Pcn> items, @Nullable String next) {}

  record SubIcb(
      String odsCode,
      @Nullable String name,
      int practices,
      int pcns,
      int practicesWithoutPcn,
      @Nullable Long registeredPatients,
      @Nullable YearMonth listSizeMonth,
      int practicesWithoutListSize) {}

  record SubIcbList(List<SubIcb> items, @Nullable String next) {}

  /** A trust or a council. */
  record Partner(
      String odsCode, @Nullable String name, @Nullable String postcode, @Nullable String sector) {}

  record PartnerList(List<Partner> items, @Nullable String next) {}

  record Found(
      String id,
      @Nullable String odsCode,
      String name,
      String type,
      @Nullable String postcode,
      boolean open,
      List<Named> ics) {}

  record FoundList(List<Found> items, @Nullable String next) {}
}
