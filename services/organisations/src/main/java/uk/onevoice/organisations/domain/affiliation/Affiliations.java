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
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.AcceptOds;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.CorrectAffiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.EndAffiliation;
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
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.MemberNotOpen;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.NotAssigned;
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
      case EndAffiliation(var id, var end) -> now.end(id, end);
      case CorrectAffiliation(var id, var start, var end) -> now.correct(id, start, end);
      case Reassign reassign -> now.reassign(reassign);
      case TakeBack(var id) -> now.takeBack(id);
      case VoidAffiliation(var id) -> {
        var known = now.live.get(id);
        yield known == null ? reject(new UnknownAffiliation(id)) : accept(voided(known));
      }
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
    return accept(ended(known, end));
  }

  private Decision<AffiliationsEvent, AffiliationsRejection> correct(
      UUID id, LocalDate start, @Nullable LocalDate end) {
    var known = live.get(id);
    if (known == null) {
      return reject(new UnknownAffiliation(id));
    }
    if (end != null && end.isBefore(start)) {
      return reject(new EndsBeforeItStarts(start, end));
    }
    var period = new Period(start, end);
    if (period.equals(known.period())) {
      return accept();
    }
    var elsewhere = overlappingExclusive(known.kind(), period, id);
    if (elsewhere.isPresent()) {
      return reject(new BelongsElsewhere(known.kind(), elsewhere.get().parentId()));
    }
    return accept(corrected(known, period, false));
  }

  private Decision<AffiliationsEvent, AffiliationsRejection> reassign(Reassign command) {
    var known = live.get(command.id());
    if (known == null) {
      return reject(new UnknownAffiliation(command.id()));
    }
    if (command.successor().equals(known.memberId().value())) {
      return reject(new OwnParent());
    }
    var assigned = assignedInsteadOf(known.id());
    if (assigned.isPresent()) {
      var parent = assigned.get().parentId();
      return parent.equals(command.successor())
          ? accept()
          : reject(new BelongsElsewhere(known.kind(), parent));
    }
    var from = later(command.from(), known.period().start());
    var ended = known.period().end();
    boolean isOver = ended != null && !ended.isAfter(from);
    if (isThere(known, command.successor(), from)) {
      return isOver ? accept() : accept(ended(known, from));
    }
    if (isOver) {
      return reject(new EndedAlready(ended));
    }
    if (command.memberOpen() == null || !command.memberOpen().includes(from)) {
      return reject(new MemberNotOpen(from));
    }
    if (command.successorOpen() == null || !command.successorOpen().includes(from)) {
      return reject(new ParentNotOpen(from));
    }
    var period = new Period(from, ended);
    var elsewhere = overlappingExclusive(known.kind(), period, known.id());
    if (elsewhere.isPresent()) {
      return reject(new BelongsElsewhere(known.kind(), elsewhere.get().parentId()));
    }
    return accept(follow(known, command.successor(), period));
  }

  /** A practice may have been in both federations that became one. */
  private boolean isThere(Affiliation known, String parent, LocalDate on) {
    return of(known.kind()).stream()
        .filter(other -> !other.id().equals(known.id()) && other.parentId().equals(parent))
        .anyMatch(other -> other.period().includes(on));
  }

  private static List<AffiliationsEvent> follow(
      Affiliation known, String successor, Period period) {
    var from = period.start();
    var id = Affiliation.id(known.memberId(), successor, known.kind(), from);
    if (id.equals(known.id())) {
      // It began there on that very day: that it stays is said already.
      return List.of();
    }
    var events = new ArrayList<AffiliationsEvent>();
    events.add(ended(known, from));
    events.add(
        new AffiliationStarted(
            id, known.memberId(), successor, known.kind(), from, null, known.id()));
    if (period.end() != null) {
      events.add(new AffiliationEnded(id, known.memberId(), successor, known.kind(), period.end()));
    }
    return events;
  }

  private Optional<Affiliation> assignedInsteadOf(UUID id) {
    return live.values().stream().filter(each -> id.equals(each.insteadOf())).findFirst();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private Decision<AffiliationsEvent, AffiliationsRejection> takeBack(UUID id) {
    var known = live.get(id);
    if (known == null) {
      return reject(new UnknownAffiliation(id));
    }
    var before = known.insteadOf() == null ? null : live.get(known.insteadOf());
    if (before == null) {
      return reject(new NotAssigned(id));
    }
    var period = new Period(before.period().start(), known.period().end());
    for (var other : of(known.kind())) {
      boolean inTheWay =
          known.kind().exclusive()
              && !other.id().equals(id)
              && !other.id().equals(before.id())
              && other.overlaps(period);
      if (inTheWay) {
        return reject(new BelongsElsewhere(known.kind(), other.parentId()));
      }
    }
    return accept(voided(known), corrected(before, period, before.seen()));
  }

  private Optional<Affiliation> overlappingExclusive(
      AffiliationKind kind, Period period, UUID except) {
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
