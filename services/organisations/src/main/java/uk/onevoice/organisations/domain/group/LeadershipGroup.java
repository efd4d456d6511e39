package uk.onevoice.organisations.domain.group;

import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.group.GroupCommand.FormGroup;
import uk.onevoice.organisations.domain.group.GroupEvent.ChairNamed;
import uk.onevoice.organisations.domain.group.GroupEvent.ChairStoodDown;
import uk.onevoice.organisations.domain.group.GroupEvent.GroupDissolved;
import uk.onevoice.organisations.domain.group.GroupEvent.GroupFormed;
import uk.onevoice.organisations.domain.group.GroupEvent.GroupRestored;
import uk.onevoice.organisations.domain.group.GroupEvent.GroupRevised;
import uk.onevoice.organisations.domain.group.GroupEvent.GroupTermsAdopted;
import uk.onevoice.organisations.domain.group.GroupEvent.GroupTermsWithdrawn;
import uk.onevoice.organisations.domain.group.GroupEvent.InterestCorrected;
import uk.onevoice.organisations.domain.group.GroupEvent.InterestDeclared;
import uk.onevoice.organisations.domain.group.GroupEvent.InterestEnded;
import uk.onevoice.organisations.domain.group.GroupEvent.MilestoneReached;
import uk.onevoice.organisations.domain.group.GroupEvent.MilestoneWithdrawn;
import uk.onevoice.organisations.domain.group.GroupEvent.PulseClosed;
import uk.onevoice.organisations.domain.group.GroupEvent.PulseOpened;
import uk.onevoice.organisations.domain.group.GroupEvent.SeatLeft;
import uk.onevoice.organisations.domain.group.GroupEvent.SeatTaken;
import uk.onevoice.organisations.domain.person.RoleHoldingId;

/**
 * A leadership group. It has no list of seats: those of a day follow from its terms and the
 * registry of that day. It keeps who took a seat that needs a nomination.
 */
public sealed interface LeadershipGroup {
  Decider<GroupCommand, LeadershipGroup, GroupEvent, GroupRejection> DECIDER =
      new Decider<>(new Absent(), LeadershipGroup::decide, LeadershipGroup::evolve);

  record Absent() implements LeadershipGroup {}

  /** Somebody in a seat, or in the chair, for a time. */
  record Taking(@Nullable SeatId seat, RoleHoldingId holding, Period period) {}

  record Interest(
      SeatId seat,
      RoleHoldingId holding,
      InterestKind kind,
      @Nullable OrganisationId organisation,
      Period period,
      UUID wordsRef) {}

  record Reached(LocalDate on, @Nullable UUID evidence) {}

  /** A pulse that was closed with enough answers to be told of. */
  record Pulse(PulseId id, LocalDate on, List<Integer> counts) {}

  /**
   * @param scopes by the day from which they hold
   * @param end the first day after its last; null while it is there
   * @param terms by version
   */
  record Formed(
      GroupId id,
      LocalDate start,
      @Nullable LocalDate end,
      NavigableMap<LocalDate, Scope> scopes,
      NavigableMap<Integer, Terms> terms,
      List<Taking> seats,
      List<Taking> chairs,
      Map<InterestId, Interest> interests,
      Map<Milestone, Reached> milestones,
      @Nullable PulseId openPulse,
      List<Pulse> pulses)
      implements LeadershipGroup {

    public Scope scopeOn(LocalDate day) {
      var entry = scopes.floorEntry(day);
      return entry == null ? scopes.firstEntry().getValue() : entry.getValue();
    }

    /** Those that hold on this day, by their version. */
    public Optional<Map.Entry<Integer, Terms>> termsOn(LocalDate day) {
      return terms.descendingMap().entrySet().stream()
          .filter(each -> !day.isBefore(each.getValue().from()))
          .findFirst();
    }

    public Optional<Taking> chairOn(LocalDate day) {
      return chairs.stream().filter(chair -> chair.period().includes(day)).findFirst();
    }

    private Formed with(
        NavigableMap<LocalDate, Scope> newScopes, NavigableMap<Integer, Terms> newTerms) {
      return new Formed(
          id,
          start,
          end,
          newScopes,
          newTerms,
          seats,
          chairs,
          interests,
          milestones,
          openPulse,
          pulses);
    }

    private Formed until(@Nullable LocalDate newEnd) {
      return new Formed(
          id,
          start,
          newEnd,
          scopes,
          terms,
          seats,
          chairs,
          interests,
          milestones,
          openPulse,
          pulses);
    }

    private Formed seated(List<Taking> newSeats, List<Taking> newChairs) {
      return new Formed(
          id,
          start,
          end,
          scopes,
          terms,
          newSeats,
          newChairs,
          interests,
          milestones,
          openPulse,
          pulses);
    }

    private Formed having(
        Map<InterestId, Interest> newInterests, Map<Milestone, Reached> newMilestones) {
      return new Formed(
          id,
          start,
          end,
          scopes,
          terms,
          seats,
          chairs,
          newInterests,
          newMilestones,
          openPulse,
          pulses);
    }

    private Formed asked(@Nullable PulseId newPulse, List<Pulse> newPulses) {
      return new Formed(
          id, start, end, scopes, terms, seats, chairs, interests, milestones, newPulse, newPulses);
    }
  }

  static Decision<GroupEvent, GroupRejection> decide(GroupCommand command, LeadershipGroup group) {
    return switch (group) {
      case Absent _ ->
          command instanceof FormGroup form
              ? GroupRules.form(form)
              : reject(new GroupRejection.NotFormed());
      case Formed formed -> GroupRules.decide(command, formed);
    };
  }

  static LeadershipGroup evolve(LeadershipGroup group, GroupEvent event) {
    if (event instanceof GroupFormed formed) {
      return formed(formed);
    }
    return switch (group) {
      case Absent absent -> absent;
      case Formed formed -> evolve(formed, event);
    };
  }

  private static Formed formed(GroupFormed event) {
    var scopes = new TreeMap<LocalDate, Scope>();
    scopes.put(
        event.start(),
        new Scope(
            event.icsId(),
            event.placeIds(),
            event.footing(),
            event.federationId(),
            event.legalEntityId()));
    return new Formed(
        event.groupId(),
        event.start(),
        null,
        scopes,
        Collections.emptyNavigableMap(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        null,
        List.of());
  }

  private static Formed evolve(Formed group, GroupEvent event) {
    return switch (event) {
      case GroupFormed _ -> group;
      case GroupRevised(
              _,
              var ics,
              var places,
              var footing,
              var federation,
              var legalEntity,
              var from) -> {
        var scopes = new TreeMap<>(group.scopes());
        scopes.put(from, new Scope(ics, places, footing, federation, legalEntity));
        yield group.with(scopes, group.terms());
      }
      case GroupTermsAdopted adopted -> {
        var terms = new TreeMap<>(group.terms());
        terms.put(adopted.version(), terms(adopted));
        yield group.with(group.scopes(), terms);
      }
      case GroupTermsWithdrawn(_, var version) -> {
        var terms = new TreeMap<>(group.terms());
        terms.remove(version);
        yield group.with(group.scopes(), terms);
      }
      case SeatTaken(_, var seat, var holding, var start, var end) ->
          group.seated(
              and(group.seats(), new Taking(seat, holding, period(start, end))), group.chairs());
      case SeatLeft(_, var seat, var holding, var start, var end) ->
          group.seated(ended(group.seats(), seat, holding, start, end), group.chairs());
      case ChairNamed(_, var holding, var start) ->
          group.seated(
              group.seats(), and(group.chairs(), new Taking(null, holding, Period.from(start))));
      case ChairStoodDown(_, var holding, var start, var end) ->
          group.seated(group.seats(), ended(group.chairs(), null, holding, start, end));
      case InterestDeclared declared -> {
        var interests = new LinkedHashMap<>(group.interests());
        interests.put(declared.interestId(), interest(declared));
        yield group.having(interests, group.milestones());
      }
      case InterestEnded(_, var id, var end) ->
          group.having(
              changed(
                  group.interests(),
                  id,
                  was ->
                      new Interest(
                          was.seat(),
                          was.holding(),
                          was.kind(),
                          was.organisation(),
                          period(was.period().start(), end),
                          was.wordsRef())),
              group.milestones());
      case InterestCorrected corrected ->
          group.having(corrected(group.interests(), corrected), group.milestones());
      case PulseOpened(_, var id, _) -> group.asked(id, group.pulses());
      case PulseClosed(_, var id, var on, _, var counts) ->
          group.asked(
              null,
              counts == null ? group.pulses() : and(group.pulses(), new Pulse(id, on, counts)));
      case MilestoneReached(_, var milestone, var on, var evidence) -> {
        var milestones = milestones(group);
        milestones.put(milestone, new Reached(on, evidence));
        yield group.having(group.interests(), milestones);
      }
      case MilestoneWithdrawn(_, var milestone) -> {
        var milestones = milestones(group);
        milestones.remove(milestone);
        yield group.having(group.interests(), milestones);
      }
      case GroupDissolved(_, var end) -> group.until(end);
      case GroupRestored _ -> group.until(null);
    };
  }

  private static Terms terms(GroupTermsAdopted event) {
    return new Terms(
        event.from(),
        event.seatRules(),
        event.quorum(),
        event.decisionRule(),
        event.chairRule(),
        event.reviewOn(),
        event.wordsRef());
  }

  private static Interest interest(InterestDeclared event) {
    return new Interest(
        event.seatId(),
        event.roleHoldingId(),
        event.kind(),
        event.organisationId(),
        period(event.start(), event.end()),
        event.wordsRef());
  }

  private static Map<InterestId, Interest> corrected(
      Map<InterestId, Interest> interests, InterestCorrected event) {
    if (Boolean.TRUE.equals(event.void_())) {
      var others = new LinkedHashMap<>(interests);
      others.remove(event.interestId());
      return others;
    }
    return changed(
        interests,
        event.interestId(),
        was ->
            new Interest(
                was.seat(),
                was.holding(),
                event.kind(),
                event.organisationId(),
                period(event.start(), event.end()),
                event.wordsRef() == null ? was.wordsRef() : event.wordsRef()));
  }

  private static Map<InterestId, Interest> changed(
      Map<InterestId, Interest> interests, InterestId id, UnaryOperator<Interest> change) {
    var all = new LinkedHashMap<>(interests);
    all.computeIfPresent(id, (_, was) -> change.apply(was));
    return all;
  }

  private static Map<Milestone, Reached> milestones(Formed group) {
    var milestones = new EnumMap<Milestone, Reached>(Milestone.class);
    milestones.putAll(group.milestones());
    return milestones;
  }

  private static List<Taking> ended(
      List<Taking> takings,
      @Nullable SeatId seat,
      RoleHoldingId holding,
      LocalDate start,
      LocalDate end) {
    return takings.stream()
        .map(each ->
            each.holding().equals(holding)
                    && Objects.equals(each.seat(), seat)
                    && each.period().start().equals(start)
                ? new Taking(seat, holding, period(start, end))
                : each)
        .toList();
  }

  private static <T> List<T> and(List<T> all, T one) {
    var more = new ArrayList<>(all);
    more.add(one);
    return List.copyOf(more);
  }

  /** What has happened is never refused: an end before the start is an empty period. */
  private static Period period(LocalDate start, @Nullable LocalDate end) {
    return new Period(start, end != null && end.isBefore(start) ? start : end);
  }
}
