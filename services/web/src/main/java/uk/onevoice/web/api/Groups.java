package uk.onevoice.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the organisations service answers about leadership groups. */
public interface Groups {
  /**
   * @param openPulse the round that can be answered, for who is inside
   * @param runs whether the reader may change it
   * @param inside whether the reader sees what is the group's own
   */
  record Group(
      String groupId,
      String name,
      String icsId,
      List<Place> places,
      String footing,
      @Nullable Named federation,
      @Nullable Named legalEntity,
      LocalDate start,
      @Nullable LocalDate end,
      LocalDate asOf,
      @Nullable Holder chair,
      @Nullable Terms terms,
      int seats,
      int vacant,
      List<Milestone> milestones,
      @Nullable String openPulse,
      boolean runs,
      boolean inside) {}

  record Place(String placeId, @Nullable String name) {}

  record Named(String organisationId, @Nullable String name) {}

  /**
   * @param name null where the reader may not read it
   */
  record Holder(
      String roleHoldingId,
      String personId,
      @Nullable String name,
      String role,
      @Nullable String organisationId,
      @Nullable String organisationName,
      LocalDate since) {}

  record HolderList(List<Holder> items, @Nullable String next) {}

  record Terms(
      int version,
      LocalDate from,
      List<SeatRule> seatRules,
      int quorum,
      String decisionRule,
      String chairRule,
      @Nullable LocalDate reviewOn,
      @Nullable String words) {}

  record SeatRule(String per, @Nullable String role, String filledBy, int seats) {}

  record Milestone(String milestone, LocalDate on) {}

  record Seat(
      String seatId,
      String per,
      @Nullable String role,
      String filledBy,
      String bodyId,
      @Nullable String bodyName,
      @Nullable Holder holder,
      @Nullable LocalDate takenUntil) {}

  record SeatList(List<Seat> items, @Nullable String next) {}

  record Summary(String groupId, String name, int seats, int vacant) {}

  record Listing(List<Summary> items, @Nullable String next) {}

  record Interest(
      String interestId,
      String seatId,
      @Nullable Holder holder,
      String kind,
      @Nullable Named organisation,
      LocalDate start,
      @Nullable LocalDate end,
      @Nullable String words) {}

  record InterestList(List<Interest> items, @Nullable String next) {}

  record Trend(List<Point> points) {}

  record Point(LocalDate on, int rounds, double mean) {}

  record Entry(
      @Nullable LocalDate on,
      Instant recordedAt,
      String type,
      String by,
      @Nullable String byName) {}

  record History(List<Entry> items, @Nullable String next) {}

  record Starter(
      String placeId, String name, List<String> groups, List<Step> steps, boolean changes) {}

  record Step(
      String step,
      @Nullable String organisationId,
      @Nullable String organisationName,
      @Nullable Boolean roleHeld,
      @Nullable LocalDate doneOn) {}

  record NewGroup(
      String name,
      String icsId,
      List<String> placeIds,
      String footing,
      @Nullable String federationId,
      LocalDate start) {}

  record NewTerms(
      LocalDate from,
      List<SeatRule> seatRules,
      int quorum,
      String decisionRule,
      String chairRule,
      @Nullable LocalDate reviewOn,
      @Nullable String words) {}

  record Taking(String roleHoldingId, LocalDate start) {}

  record Ending(LocalDate end) {}

  record NewInterest(
      String seatId, String kind, @Nullable String organisationId, LocalDate start, String words) {}

  /**
   * @param words null where they stay
   */
  record InterestCorrection(
      String kind,
      @Nullable String organisationId,
      LocalDate start,
      @Nullable LocalDate end,
      @Nullable String words) {}

  record Answer(int trust) {}

  record NewMilestone(String milestone, LocalDate on) {}

  record Tick(String step, @Nullable String organisationId) {}
}
