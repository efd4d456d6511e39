package uk.onevoice.organisations.domain.affiliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.AcceptOds;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.Stated;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationStarted;

/**
 * Brings what is known of one kind of belonging into line with an official file. The newest file
 * wins; an older one fills in what was not known and moves nothing that a newer one said.
 */
final class OdsWord {
  private final AcceptOds word;
  private final boolean older;
  private final List<Affiliation> known;
  private final List<AffiliationsEvent> events = new ArrayList<>();

  OdsWord(AcceptOds word, List<Affiliation> known) {
    this.word = word;
    this.older = word.older() || known.stream().anyMatch(each -> isAssignedAfter(each, word));
    this.known = new ArrayList<>(known);
  }

  /**
   * A person said who follows from a later day: only a file of that day or later says otherwise.
   */
  private static boolean isAssignedAfter(Affiliation each, AcceptOds word) {
    return each.insteadOf() != null && each.period().start().isAfter(word.release());
  }

  List<AffiliationsEvent> events() {
    if (!older) {
      endWhatIsNoLongerSaid();
    }
    word.stated().stream().sorted(Comparator.comparing(this::startOf)).forEach(this::take);
    return List.copyOf(events);
  }

  private LocalDate startOf(Stated stated) {
    return stated.start() == null ? word.release() : stated.start();
  }

  /** A statement of what holds today ends, from its day, whatever it leaves out. */
  private void endWhatIsNoLongerSaid() {
    for (var each : List.copyOf(known)) {
      boolean said =
          word.stated().stream().anyMatch(stated -> stated.parent().equals(each.parentId()));
      boolean replaced = word.kind().exclusive() && !word.stated().isEmpty();
      if (!said && !replaced && each.period().includes(word.release()) && each.open()) {
        end(each, word.release());
      }
    }
  }

  private void take(Stated stated) {
    var mine = sameBelonging(stated);
    if (mine.isPresent()) {
      correct(mine.get(), stated);
    } else {
      add(stated);
    }
  }

  private Optional<Affiliation> sameBelonging(Stated stated) {
    var period = periodOf(stated);
    return known.stream()
        .filter(each -> each.parentId().equals(stated.parent()))
        .filter(each ->
            each.overlaps(period)
                || each.period().start().equals(period.start())
                || continues(each, stated))
        .findFirst();
  }

  /** First seen later than this file's day, and nothing else known in between. */
  private boolean continues(Affiliation each, Stated stated) {
    return each.seen()
        && stated.start() == null
        && each.period().start().isAfter(word.release())
        && known.stream()
            .noneMatch(other ->
                other.period().start().isBefore(each.period().start())
                    && (other.period().end() == null
                        || other.period().end().isAfter(word.release())));
  }

  private Period periodOf(Stated stated) {
    var start = startOf(stated);
    var end = stated.end();
    return new Period(start, end != null && end.isBefore(start) ? start : end);
  }

  private void correct(Affiliation mine, Stated stated) {
    var start = correctedStart(mine, stated);
    var end = correctedEnd(mine, stated);
    if (end != null && end.isBefore(start)) {
      end = start;
    }
    var period = room(new Period(start, end), mine.id());
    if (period == null || period.equals(mine.period())) {
      return;
    }
    replace(mine, period, mine.seen() && stated.start() == null);
  }

  private LocalDate correctedStart(Affiliation mine, Stated stated) {
    var was = mine.period().start();
    if (stated.start() == null) {
      return mine.seen() && word.release().isBefore(was) ? word.release() : was;
    }
    return mine.seen() || !older ? stated.start() : was;
  }

  private @Nullable LocalDate correctedEnd(Affiliation mine, Stated stated) {
    var was = mine.period().end();
    if (older) {
      boolean fillsIn = was == null && stated.end() != null && !listedSince(mine);
      return fillsIn ? stated.end() : was;
    }
    return stated.end();
  }

  /**
   * A newer file showed it still there, so an end that an older file gives is not the last word.
   */
  private boolean listedSince(Affiliation mine) {
    return mine.seen();
  }

  private void add(Stated stated) {
    var period = room(periodOf(stated), null);
    if (period == null) {
      return;
    }
    var id = Affiliation.id(word.member(), stated.parent(), word.kind(), period.start());
    boolean seen = stated.start() == null;
    var started =
        new Affiliation(
            id, word.member(), stated.parent(), word.kind(), Period.from(period.start()), seen);
    known.add(started);
    events.add(
        new AffiliationStarted(
            id,
            word.member(),
            stated.parent(),
            word.kind(),
            period.start(),
            seen ? Boolean.TRUE : null));
    if (period.end() != null) {
      end(started, period.end());
    }
  }

  /**
   * What is left of a period beside the others of an exclusive kind. The newest file makes the
   * others give way; an older one gives way itself.
   *
   * @return null where there is no room
   */
  private @Nullable Period room(Period wanted, @Nullable UUID mine) {
    if (!word.kind().exclusive()) {
      return wanted;
    }
    var period = wanted;
    for (var other : List.copyOf(known)) {
      if (Objects.equals(other.id(), mine) || !other.overlaps(period)) {
        continue;
      }
      boolean startsLater = other.period().start().isAfter(period.start());
      if (startsLater && (older || isStated(other))) {
        period = new Period(period.start(), other.period().start());
      } else if (older) {
        return null;
      } else if (startsLater || other.period().start().equals(period.start())) {
        dismiss(other);
      } else {
        end(other, period.start());
      }
    }
    return period;
  }

  private boolean isStated(Affiliation other) {
    return word.stated().stream()
        .anyMatch(stated ->
            stated.parent().equals(other.parentId())
                && startOf(stated).equals(other.period().start()));
  }

  private void end(Affiliation each, LocalDate end) {
    if (each.open()) {
      events.add(Affiliations.ended(each, end));
      swap(each, each.endingOn(end));
    } else {
      replace(each, new Period(each.period().start(), end), each.seen());
    }
  }

  private void replace(Affiliation each, Period period, boolean seen) {
    var now =
        new Affiliation(
            each.id(),
            each.memberId(),
            each.parentId(),
            each.kind(),
            period,
            seen,
            each.insteadOf());
    boolean onlyEnds = period.start().equals(each.period().start()) && each.open();
    events.add(
        onlyEnds && period.end() != null
            ? Affiliations.ended(each, period.end())
            : Affiliations.corrected(each, period, seen));
    swap(each, now);
  }

  private void dismiss(Affiliation each) {
    events.add(Affiliations.voided(each));
    known.remove(each);
  }

  private void swap(Affiliation was, Affiliation now) {
    known.set(known.indexOf(was), now);
  }
}
