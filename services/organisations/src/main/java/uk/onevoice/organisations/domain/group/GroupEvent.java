package uk.onevoice.organisations.domain.group;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.person.RoleHoldingId;
import uk.onevoice.organisations.domain.place.PlaceId;

/** Facts about a leadership group. Who sits by office is no event: it follows from the roles. */
public sealed interface GroupEvent {
  GroupId groupId();

  record GroupFormed(
      GroupId groupId,
      OrganisationId icsId,
      List<PlaceId> placeIds,
      Footing footing,
      @Nullable OrganisationId federationId,
      @Nullable OrganisationId legalEntityId,
      LocalDate start)
      implements GroupEvent {}

  record GroupRevised(
      GroupId groupId,
      OrganisationId icsId,
      List<PlaceId> placeIds,
      Footing footing,
      @Nullable OrganisationId federationId,
      @Nullable OrganisationId legalEntityId,
      LocalDate from)
      implements GroupEvent {}

  record GroupTermsAdopted(
      GroupId groupId,
      int version,
      LocalDate from,
      List<SeatRule> seatRules,
      int quorum,
      DecisionRule decisionRule,
      ChairRule chairRule,
      @Nullable LocalDate reviewOn,
      @Nullable UUID wordsRef)
      implements GroupEvent {}

  record GroupTermsWithdrawn(GroupId groupId, int version) implements GroupEvent {}

  record SeatTaken(
      GroupId groupId,
      SeatId seatId,
      RoleHoldingId roleHoldingId,
      LocalDate start,
      @Nullable LocalDate end)
      implements GroupEvent {}

  /**
   * @param start when it was taken
   */
  record SeatLeft(
      GroupId groupId, SeatId seatId, RoleHoldingId roleHoldingId, LocalDate start, LocalDate end)
      implements GroupEvent {}

  record ChairNamed(GroupId groupId, RoleHoldingId roleHoldingId, LocalDate start)
      implements GroupEvent {}

  /**
   * @param start when they were named
   */
  record ChairStoodDown(
      GroupId groupId, RoleHoldingId roleHoldingId, LocalDate start, LocalDate end)
      implements GroupEvent {}

  record InterestDeclared(
      GroupId groupId,
      InterestId interestId,
      SeatId seatId,
      RoleHoldingId roleHoldingId,
      InterestKind kind,
      @Nullable OrganisationId organisationId,
      LocalDate start,
      @Nullable LocalDate end,
      UUID wordsRef)
      implements GroupEvent {}

  record InterestEnded(GroupId groupId, InterestId interestId, LocalDate end)
      implements GroupEvent {}

  /**
   * The whole as it should have been said.
   *
   * @param wordsRef absent where the words stay
   * @param void_ true where it never was
   */
  record InterestCorrected(
      GroupId groupId,
      InterestId interestId,
      InterestKind kind,
      @Nullable OrganisationId organisationId,
      LocalDate start,
      @Nullable LocalDate end,
      @Nullable UUID wordsRef,
      @Nullable Boolean void_)
      implements GroupEvent {}

  record PulseOpened(GroupId groupId, PulseId pulseId, LocalDate on) implements GroupEvent {}

  /**
   * @param answers how many there were, and {@code counts} of the answers 1 to 5; both absent where
   *     there were too few to be told
   */
  record PulseClosed(
      GroupId groupId,
      PulseId pulseId,
      LocalDate on,
      @Nullable Integer answers,
      @Nullable List<Integer> counts)
      implements GroupEvent {}

  record MilestoneReached(
      GroupId groupId, Milestone milestone, LocalDate on, @Nullable UUID evidenceId)
      implements GroupEvent {}

  record MilestoneWithdrawn(GroupId groupId, Milestone milestone) implements GroupEvent {}

  record GroupDissolved(GroupId groupId, LocalDate end) implements GroupEvent {}

  record GroupRestored(GroupId groupId) implements GroupEvent {}
}
