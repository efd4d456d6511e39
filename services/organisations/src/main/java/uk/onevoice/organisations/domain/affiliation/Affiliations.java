package uk.onevoice.organisations.domain.affiliation;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.AcceptOds;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.CorrectAffiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.EndAffiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.JoinNeighbourhood;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.MoveAffiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.Reassign;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.Restore;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.StartAffiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.TakeBack;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.VoidAffiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationCorrected;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationEnded;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationStarted;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.BelongsAlready;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.BelongsElsewhere;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.EndedAlready;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.EndsBeforeItStarts;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.InNeighbourhood;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.MemberNotOpen;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.NotInItsPlace;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.OwnParent;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.ParentNotOpen;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.SaidByFiles;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.UnknownAffiliation;

/**
 * Everything one member belongs to. Periods are half-open; of an exclusive kind no two overlap.
 *
 * @param live by affiliation id, without the voided ones
 */
public record Affiliations(Map<UUID, Affiliation> live) {
  public static final Decider<
          AffiliationsCommand, Affiliations, AffiliationsEvent, AffiliationsRejection>
      DECIDER =
          new Decider<>(new Affiliations(Map.of()), Affiliations::decide, Affiliations::evolve);

  static Decision<AffiliationsEvent, AffiliationsRejection> decide(
      AffiliationsCommand command, Affiliations now) {
    return switch (command) {
      case StartAffiliation start -> now.start(start);
      case MoveAffiliation(var to) -> now.move(to);
      case JoinNeighbourhood(var of, var place) -> now.join(of, place);
      case EndAffiliation(var id, var end) -> now.end(id, end);
      case CorrectAffiliation correct -> now.correct(correct);
      case Reassign reassign -> Reassignment.decide(reassign, now);
      case TakeBack(var id) -> Reassignment.takeBack(id, now);
      case VoidAffiliation(var id) -> now.nullify(id);
      case AcceptOds stated -> accept(new OdsWord(stated, now.of(stated.kind())).events());
      case Restore restore -> accept(now.restore(restore));
    };
  }

  /** Affiliations of a kind, in the order in which they were first said. */
  public List<Affiliation> of(AffiliationKind kind) {
    return live.values().stream().filter(each -> each.kind() == kind).toList();
  }

  private Decision<AffiliationsEvent, AffiliationsRejection> start(StartAffiliation command) {
    if (command.parent().equals(command.member().value())) {
      return reject(new OwnParent());
    }
    if (command.memberOpen() == null || !command.memberOpen().includes(command.start())) {
      return reject(new MemberNotOpen(command.start()));
    }
    if (command.parentOpen() == null || !command.parentOpen().includes(command.start())) {
      return reject(new ParentNotOpen(command.start()));
    }
    var period = Period.from(command.start());
    for (var other : of(command.kind())) {
      if (other.parentId().equals(command.parent()) && other.overlaps(period)) {
        return other.period().equals(period)
            ? accept()
            : reject(new BelongsAlready(command.parent()));
      }
    }
    var elsewhere = overlappingExclusive(command.kind(), period, command.id());
    if (elsewhere.isPresent()) {
      return reject(new BelongsElsewhere(command.kind(), elsewhere.get().parentId()));
    }
    return accept(
        new AffiliationStarted(
            command.id(),
            command.member(),
            command.parent(),
            command.kind(),
            command.start(),
            null));
  }

  private Decision<AffiliationsEvent, AffiliationsRejection> move(StartAffiliation to) {
    var left =
        overlappingExclusive(to.kind(), Period.from(to.start()), to.id())
            .filter(other -> !other.parentId().equals(to.parent()))
            .filter(other -> other.open() && other.period().start().isBefore(to.start()));
    if (left.isEmpty()) {
      return start(to);
    }
    var events = new ArrayList<>(ending(left.get(), to.start()));
    return switch (DECIDER.fold(this, events).start(to)) {
      case Decision.Accepted<AffiliationsEvent, AffiliationsRejection>(var started) -> {
        events.addAll(started);
        yield accept(events);
      }
      case Decision.Rejected<AffiliationsEvent, AffiliationsRejection> refused -> refused;
    };
  }

  private Decision<AffiliationsEvent, AffiliationsRejection> join(
      StartAffiliation of, String place) {
    boolean liesThere =
        of(AffiliationKind.PLACE).stream()
            .filter(each -> each.parentId().equals(place) && each.open())
            .anyMatch(each -> each.period().includes(of.start()));
    return liesThere ? move(of) : reject(new NotInItsPlace(place));
  }

  private Decision<AffiliationsEvent, AffiliationsRejection> end(UUID id, LocalDate end) {
    var known = live.get(id);
    if (known == null) {
      return reject(new UnknownAffiliation(id));
    }
    if (known.kind().official()) {
      return reject(new SaidByFiles(known.kind()));
    }
    if (end.isBefore(known.period().start())) {
      return reject(new EndsBeforeItStarts(known.period().start(), end));
    }
    var ended = known.period().end();
    if (ended != null) {
      return ended.equals(end) ? accept() : reject(new EndedAlready(ended));
    }
    return accept(ending(known, end));
  }

  /** With its place a practice leaves its neighbourhood. */
  List<AffiliationsEvent> ending(Affiliation known, LocalDate end) {
    var events = new ArrayList<AffiliationsEvent>();
    if (known.kind() == AffiliationKind.PLACE) {
      of(AffiliationKind.NEIGHBOURHOOD).stream()
          .filter(each -> each.open() || each.period().includes(end))
          .map(each ->
              ended(each, end.isBefore(each.period().start()) ? each.period().start() : end))
          .forEach(events::add);
    }
    events.add(ended(known, end));
    return events;
  }

  private Decision<AffiliationsEvent, AffiliationsRejection> correct(CorrectAffiliation wish) {
    var known = live.get(wish.id());
    if (known == null) {
      return reject(new UnknownAffiliation(wish.id()));
    }
    if (known.kind().official()) {
      return reject(new SaidByFiles(known.kind()));
    }
    if (wish.end() != null && wish.end().isBefore(wish.start())) {
      return reject(new EndsBeforeItStarts(wish.start(), wish.end()));
    }
    var period = new Period(wish.start(), wish.end());
    if (period.equals(known.period())) {
      return accept();
    }
    if (wish.memberOpen() == null || !wish.memberOpen().includes(wish.start())) {
      return reject(new MemberNotOpen(wish.start()));
    }
    if (wish.parentOpen() == null || !wish.parentOpen().includes(wish.start())) {
      return reject(new ParentNotOpen(wish.start()));
    }
    for (var other : of(known.kind())) {
      if (!other.id().equals(known.id())
          && other.parentId().equals(known.parentId())
          && other.overlaps(period)) {
        return reject(new BelongsAlready(known.parentId()));
      }
    }
    var elsewhere = overlappingExclusive(known.kind(), period, known.id());
    if (elsewhere.isPresent()) {
      return reject(new BelongsElsewhere(known.kind(), elsewhere.get().parentId()));
    }
    if (known.kind() == AffiliationKind.NEIGHBOURHOOD && !staysInItsPlace(known, period)) {
      return reject(new NotInItsPlace(known.parentId()));
    }
    var stranded = stranded(known, period);
    return stranded.isPresent()
        ? reject(new InNeighbourhood(stranded.get().parentId()))
        : accept(corrected(known, period, false));
  }

  private Decision<AffiliationsEvent, AffiliationsRejection> nullify(UUID id) {
    var known = live.get(id);
    if (known == null) {
      return reject(new UnknownAffiliation(id));
    }
    if (known.kind().official()) {
      return reject(new SaidByFiles(known.kind()));
    }
    var never = new Period(known.period().start(), known.period().start());
    var stranded = stranded(known, never);
    return stranded.isPresent()
        ? reject(new InNeighbourhood(stranded.get().parentId()))
        : accept(voided(known));
  }

  private boolean staysInItsPlace(Affiliation neighbourhood, Period period) {
    return of(AffiliationKind.PLACE).stream()
        .filter(place -> place.overlaps(neighbourhood.period()))
        .anyMatch(place -> neighbourhood.during(period).within(place.period()));
  }

  /** A neighbourhood in which the practice would be without its place, if that had other days. */
  private Optional<Affiliation> stranded(Affiliation place, Period period) {
    return of(AffiliationKind.NEIGHBOURHOOD).stream()
        .filter(_ -> place.kind() == AffiliationKind.PLACE)
        .filter(each -> each.overlaps(place.period()) && !each.within(period))
        .findFirst();
  }

  Optional<Affiliation> overlappingExclusive(AffiliationKind kind, Period period, UUID except) {
    return of(kind).stream()
        .filter(other -> kind.exclusive() && !other.id().equals(except) && other.overlaps(period))
        .findFirst();
  }

  private List<AffiliationsEvent> restore(Restore command) {
    var events = new ArrayList<AffiliationsEvent>();
    var before = new LinkedHashMap<UUID, Affiliation>();
    command.before().forEach(each -> before.put(each.id(), each));
    for (var id : command.touched()) {
      var was = before.get(id);
      var is = live.get(id);
      if (was == null && is != null) {
        events.add(voided(is));
      } else if (was != null && !was.equals(is)) {
        events.add(corrected(was, was.period(), was.seen()));
      }
    }
    return events;
  }

  static AffiliationsEvent voided(Affiliation known) {
    return new AffiliationCorrected(
        known.id(),
        known.memberId(),
        known.parentId(),
        known.kind(),
        known.period().start(),
        known.period().end(),
        null,
        true,
        known.insteadOf());
  }

  static AffiliationsEvent ended(Affiliation known, LocalDate end) {
    return new AffiliationEnded(known.id(), known.memberId(), known.parentId(), known.kind(), end);
  }

  static AffiliationsEvent corrected(Affiliation known, Period period, boolean seen) {
    return new AffiliationCorrected(
        known.id(),
        known.memberId(),
        known.parentId(),
        known.kind(),
        period.start(),
        period.end(),
        seen ? Boolean.TRUE : null,
        null,
        known.insteadOf());
  }

  static Affiliations evolve(Affiliations now, AffiliationsEvent event) {
    var live = new LinkedHashMap<>(now.live);
    switch (event) {
      case AffiliationStarted(
              var id,
              var member,
              var parent,
              var kind,
              var start,
              var seen,
              var insteadOf) ->
          live.put(
              id,
              new Affiliation(
                  id,
                  member,
                  parent,
                  kind,
                  Period.from(start),
                  Boolean.TRUE.equals(seen),
                  insteadOf));
      case AffiliationEnded(var id, _, _, _, var end) ->
          live.computeIfPresent(id, (_, known) -> known.endingOn(end));
      case AffiliationCorrected(
              var id,
              var member,
              var parent,
              var kind,
              var start,
              var end,
              var seen,
              var void_,
              var insteadOf) -> {
        if (Boolean.TRUE.equals(void_)) {
          live.remove(id);
        } else {
          live.put(
              id,
              new Affiliation(
                  id,
                  member,
                  parent,
                  kind,
                  new Period(start, end != null && end.isBefore(start) ? start : end),
                  Boolean.TRUE.equals(seen),
                  insteadOf));
        }
      }
    }
    return new Affiliations(live);
  }

  /** All of them. */
  public Collection<Affiliation> all() {
    return live.values();
  }
}
