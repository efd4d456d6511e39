package uk.onevoice.organisations.domain.group;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.person.RoleHoldingId;
import uk.onevoice.organisations.domain.place.PlaceId;

/** Wishes about a leadership group. */
public sealed interface GroupCommand {
  /**
   * What the registry knows of a scope.
   *
   * @param places those of the ICS; empty where there is no such ICS
   * @param federation the kinds of the federation it names
   * @param legalEntity the kinds of the legal entity it names
   */
  record Known(
      Set<PlaceId> places, Set<OrganisationKind> federation, Set<OrganisationKind> legalEntity) {}

  record FormGroup(GroupId id, Scope scope, Known known, LocalDate start) implements GroupCommand {}

  /** Says where it speaks and what it is part of, from a day on; the same day again corrects it. */
  record ReviseGroup(Scope scope, Known known, LocalDate from) implements GroupCommand {}

  /** Terms from the day of the latest correct those; later ones follow them. */
  record AdoptTerms(Terms terms) implements GroupCommand {}

  /** Takes the latest terms back: those before hold again. */
  record WithdrawTerms(int version) implements GroupCommand {}

  /**
   * @param seat as it is on the first day; null where there is no such seat then
   * @param fits whether the holding gives a claim to it on that day
   */
  record TakeSeat(
      SeatId id,
      @Nullable FilledBy seat,
      RoleHoldingId holding,
      boolean fits,
      LocalDate start,
      @Nullable LocalDate end)
      implements GroupCommand {}

  /**
   * @param end the first day after the last
   */
  record LeaveSeat(SeatId id, LocalDate end) implements GroupCommand {}

  /**
   * @param open whether the holding is open on the first day
   * @param sits whether its holder sits on that day
   */
  record NameChair(RoleHoldingId holding, boolean open, boolean sits, LocalDate start)
      implements GroupCommand {}

  record StandDown(LocalDate end) implements GroupCommand {}

  /**
   * @param holding of who sits there on the first day; null where nobody does
   */
  record DeclareInterest(
      InterestId id,
      SeatId seat,
      @Nullable RoleHoldingId holding,
      InterestKind kind,
      @Nullable OrganisationId organisation,
      LocalDate start,
      @Nullable LocalDate end,
      UUID wordsRef)
      implements GroupCommand {}

  record EndInterest(InterestId id, LocalDate end) implements GroupCommand {}

  /**
   * @param wordsRef null where the words stay
   */
  record CorrectInterest(
      InterestId id,
      InterestKind kind,
      @Nullable OrganisationId organisation,
      LocalDate start,
      @Nullable LocalDate end,
      @Nullable UUID wordsRef)
      implements GroupCommand {}

  /** Says that it never was. */
  record WithdrawInterest(InterestId id) implements GroupCommand {}

  record OpenPulse(PulseId id, LocalDate on) implements GroupCommand {}

  /**
   * @param counts how many gave each of the answers 1 to 5
   */
  record ClosePulse(PulseId id, List<Integer> counts, LocalDate on) implements GroupCommand {
    public ClosePulse {
      counts = List.copyOf(counts);
    }
  }

  /**
   * @param evidence the position, meeting or mandate that shows it
   */
  record ReachMilestone(Milestone milestone, LocalDate on, @Nullable UUID evidence)
      implements GroupCommand {}

  record WithdrawMilestone(Milestone milestone) implements GroupCommand {}

  record DissolveGroup(LocalDate end) implements GroupCommand {}

  /** Takes the dissolution back. */
  record RestoreGroup() implements GroupCommand {}
}
