package uk.onevoice.organisations.adapter.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.Seat.FilledBy;
import uk.onevoice.directory.Seat.Per;
import uk.onevoice.organisations.domain.group.ChairRule;
import uk.onevoice.organisations.domain.group.DecisionRule;
import uk.onevoice.organisations.domain.group.Footing;
import uk.onevoice.organisations.domain.group.InterestKind;
import uk.onevoice.organisations.domain.group.Milestone;
import uk.onevoice.organisations.domain.group.SeatRule;

/**
 * A leadership group on a day.
 *
 * @param places none for the whole ICS
 * @param legalEntity who contracts and employs for it; null where nobody does
 * @param end the first day after the last
 * @param terms those that hold; null where none were adopted
 * @param milestones in the order in which they were reached
 * @param openPulse the round that can be answered; null for those outside the group
 * @param runs whether the caller may change it
 * @param inside whether the caller sees what is the group's own
 */
record GroupView(
    String groupId,
    String name,
    String icsId,
    List<PlaceName> places,
    Footing footing,
    @Nullable Named federation,
    @Nullable Named legalEntity,
    LocalDate start,
    @Nullable LocalDate end,
    LocalDate asOf,
    @Nullable Holder chair,
    @Nullable TermsView terms,
    int seats,
    int vacant,
    List<MilestoneView> milestones,
    @Nullable UUID openPulse,
    boolean runs,
    boolean inside) {

  record PlaceName(UUID placeId, @Nullable String name) {}

  /**
   * @param name null where the registry has none
   */
  record Named(String organisationId, @Nullable String name) {}

  /**
   * Somebody, by the role they sit or chair in.
   *
   * @param name null where the caller may not read it, or nobody has written it
   */
  record Holder(
      UUID roleHoldingId,
      UUID personId,
      @Nullable String name,
      Role role,
      @Nullable String organisationId,
      @Nullable String organisationName,
      LocalDate since) {}

  record TermsView(
      int version,
      LocalDate from,
      List<SeatRule> seatRules,
      int quorum,
      DecisionRule decisionRule,
      ChairRule chairRule,
      @Nullable LocalDate reviewOn,
      @Nullable String words) {}

  record MilestoneView(Milestone milestone, LocalDate on, @Nullable UUID evidenceId) {}

  /**
   * @param bodyId the PCN, federation, LMC, place, ICB or group it is for
   * @param role null where any gives a claim to it
   * @param takenUntil the first day after the last; null where it is open or comes with an office
   */
  record SeatView(
      UUID seatId,
      Per per,
      @Nullable Role role,
      FilledBy filledBy,
      String bodyId,
      @Nullable String bodyName,
      int number,
      @Nullable Holder holder,
      @Nullable LocalDate takenFrom,
      @Nullable LocalDate takenUntil) {}

  record Seats(LocalDate asOf, List<SeatView> items, @Nullable String next) {}

  /** In a list: what tells one group from another, and how many of its seats nobody sits on. */
  record Summary(
      String groupId,
      String name,
      String icsId,
      List<PlaceName> places,
      LocalDate start,
      int seats,
      int vacant) {}

  /**
   * @param words null where they were erased
   */
  record InterestView(
      UUID interestId,
      UUID seatId,
      UUID roleHoldingId,
      @Nullable Holder holder,
      InterestKind kind,
      @Nullable Named organisation,
      LocalDate start,
      @Nullable LocalDate end,
      @Nullable String words) {}

  /** Why somebody who sits is not neutral on an item about an organisation. */
  enum Reason {
    DECLARED,
    HOLDS_A_ROLE_THERE,
    BELONGS_TO_IT
  }

  record Conflict(UUID seatId, Holder holder, List<Reason> reasons) {}

  record TrendPoint(LocalDate on, int rounds, double mean) {}

  /**
   * @param openPulse the round that can be answered
   */
  record Trend(@Nullable UUID openPulse, List<TrendPoint> points) {}

  /**
   * @param on the day it is about; null where it has none
   * @param by who did it, by reference
   * @param byName their name, null where the reader may not read it
   */
  record Entry(
      long version,
      @Nullable LocalDate on,
      Instant recordedAt,
      String type,
      String by,
      @Nullable String byName) {}
}
