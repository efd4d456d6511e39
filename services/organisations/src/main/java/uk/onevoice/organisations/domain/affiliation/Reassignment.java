package uk.onevoice.organisations.domain.affiliation;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.Reassign;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationEnded;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationStarted;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.BelongsElsewhere;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.EndedAlready;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.MemberNotOpen;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.NotAssigned;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.OwnParent;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.ParentNotOpen;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection.UnknownAffiliation;

/**
 * A person says to whom a member goes when others followed its parent: one belonging ends and the
 * next begins on the same day, of official kinds too. Said again it changes nothing.
 */
final class Reassignment {
  private Reassignment() {}

  static Decision<AffiliationsEvent, AffiliationsRejection> decide(
      Reassign command, Affiliations now) {
    var known = now.live().get(command.id());
    if (known == null) {
      return reject(new UnknownAffiliation(command.id()));
    }
    if (command.successor().equals(known.memberId().value())) {
      return reject(new OwnParent());
    }
    var assigned = assignedInsteadOf(known.id(), now);
    if (assigned.isPresent()) {
      var parent = assigned.get().parentId();
      return parent.equals(command.successor())
          ? accept()
          : reject(new BelongsElsewhere(known.kind(), parent));
    }
    var start = known.period().start();
    var from = command.from().isAfter(start) ? command.from() : start;
    var ended = known.period().end();
    boolean isOver = ended != null && !ended.isAfter(from);
    if (isThere(known, command.successor(), from, now)) {
      return isOver ? accept() : accept(now.ending(known, from));
    }
    if (ended != null && isOver) {
      return reject(new EndedAlready(ended));
    }
    if (command.memberOpen() == null || !command.memberOpen().includes(from)) {
      return reject(new MemberNotOpen(from));
    }
    if (command.successorOpen() == null || !command.successorOpen().includes(from)) {
      return reject(new ParentNotOpen(from));
    }
    var period = new Period(from, ended);
    var elsewhere = now.overlappingExclusive(known.kind(), period, known.id());
    if (elsewhere.isPresent()) {
      return reject(new BelongsElsewhere(known.kind(), elsewhere.get().parentId()));
    }
    return accept(follow(known, command.successor(), period, now));
  }

  /** A practice may have been in both federations that became one. */
  private static boolean isThere(Affiliation known, String parent, LocalDate on, Affiliations now) {
    return now.of(known.kind()).stream()
        .filter(other -> !other.id().equals(known.id()) && other.parentId().equals(parent))
        .anyMatch(other -> other.period().includes(on));
  }

  private static List<AffiliationsEvent> follow(
      Affiliation known, String successor, Period period, Affiliations now) {
    var from = period.start();
    var id = Affiliation.id(known.memberId(), successor, known.kind(), from);
    if (id.equals(known.id())) {
      // It began there on that very day: that it stays is said already.
      return List.of();
    }
    var events = new ArrayList<>(now.ending(known, from));
    events.add(
        new AffiliationStarted(
            id, known.memberId(), successor, known.kind(), from, null, known.id()));
    if (period.end() != null) {
      events.add(new AffiliationEnded(id, known.memberId(), successor, known.kind(), period.end()));
    }
    return events;
  }

  private static Optional<Affiliation> assignedInsteadOf(UUID id, Affiliations now) {
    return now.all().stream().filter(each -> id.equals(each.insteadOf())).findFirst();
  }

  /** The member belongs where it did before. */
  static Decision<AffiliationsEvent, AffiliationsRejection> takeBack(UUID id, Affiliations now) {
    var known = now.live().get(id);
    if (known == null) {
      return reject(new UnknownAffiliation(id));
    }
    var before = known.insteadOf() == null ? null : now.live().get(known.insteadOf());
    if (before == null) {
      return reject(new NotAssigned(id));
    }
    var period = new Period(before.period().start(), known.period().end());
    for (var other : now.of(known.kind())) {
      boolean inTheWay =
          known.kind().exclusive()
              && !other.id().equals(id)
              && !other.id().equals(before.id())
              && other.overlaps(period);
      if (inTheWay) {
        return reject(new BelongsElsewhere(known.kind(), other.parentId()));
      }
    }
    return accept(
        Affiliations.voided(known), Affiliations.corrected(before, period, before.seen()));
  }
}
