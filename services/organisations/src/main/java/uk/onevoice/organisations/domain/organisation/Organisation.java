package uk.onevoice.organisations.domain.organisation;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.AcceptOds;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.Close;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.RecordSuccession;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.RegisterLocal;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.Rename;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.Reopen;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.RestoreHistory;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.RestoreRecord;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.RevokeSuccession;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.SetSector;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.StateListing;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.Succeed;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.Withdraw;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OdsRecordAccepted;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationClosed;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationRegistered;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationRenamed;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationReopened;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationSucceeded;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.PracticeDelisted;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.PracticeListed;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.SectorSet;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.AlreadyRegistered;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.ClosedAlready;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.EndsBeforeItStarts;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.LocalWithOdsCode;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.NamedByTheRegistry;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.NotALocalKind;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.NotAPractice;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.NotATrust;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.NotClosed;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.NotRegistered;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.ReopensBeforeItCloses;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.SuccessorNotKnown;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.SuccessorNotOpen;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.SuccessorOfAnotherKind;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.SuccessorsDoNotFit;

/**
 * An organisation. One ODS code is one stream for ever. A newer release moves today's record, an
 * older one adds history; reopening is legal; being succeeded moves no member.
 */
public sealed interface Organisation {
  Decider<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection> DECIDER =
      new Decider<>(new Absent(), Organisation::decide, Organisation::evolve);

  record Absent() implements Organisation {}

  /**
   * @param saidBy the files that have changed the record or listed it
   * @param history the record by release
   * @param listed whether the map lists it, by the day from which it holds
   * @param successors by date
   * @param withdrawn whether the only import that knew of it was undone
   */
  record Registered(
      OrganisationId id,
      OdsRecord record,
      @Nullable Sector sector,
      Set<Source> saidBy,
      NavigableMap<LocalDate, OdsRecord> history,
      NavigableMap<LocalDate, Boolean> listed,
      Map<LocalDate, List<OrganisationId>> successors,
      boolean withdrawn)
      implements Organisation {

    public boolean is(OrganisationKind kind) {
      return record.kinds().contains(kind);
    }

    /** Open on this day, as far as is known. */
    public boolean openOn(LocalDate day) {
      return (record.start() == null || !day.isBefore(record.start()))
          && (record.end() == null || day.isBefore(record.end()));
    }

    /** How it was at a release; before the earliest one, as at the earliest. */
    public OdsRecord asOf(LocalDate release) {
      var entry = history.floorEntry(release);
      if (entry == null) {
        entry = history.firstEntry();
      }
      return entry == null ? record : entry.getValue();
    }

    public boolean listedOn(LocalDate day) {
      var entry = listed.floorEntry(day);
      return entry != null && entry.getValue();
    }
  }

  static Decision<OrganisationEvent, OrganisationRejection> decide(
      OrganisationCommand command, Organisation organisation) {
    return switch (organisation) {
      case Absent _ -> decideAbsent(command);
      case Registered known -> decideRegistered(command, known);
    };
  }

  private static Decision<OrganisationEvent, OrganisationRejection> decideAbsent(
      OrganisationCommand command) {
    return switch (command) {
      case RegisterLocal register -> registerLocal(register);
      case AcceptOds(var statement, _) ->
          accept(registered(statement.id(), statement.alone(), statement));
      case RestoreRecord _,
          RestoreHistory _,
          Withdraw _,
          SetSector _,
          Rename _,
          Close _,
          Reopen _,
          Succeed _,
          RecordSuccession _,
          RevokeSuccession _,
          StateListing _ ->
          reject(new NotRegistered());
    };
  }

  private static Decision<OrganisationEvent, OrganisationRejection> decideRegistered(
      OrganisationCommand command, Registered known) {
    return switch (command) {
      case RegisterLocal _ -> reject(new AlreadyRegistered(known.id()));
      case AcceptOds accept -> acceptOds(accept, known);
      case RestoreRecord(var record, var release) ->
          record.equals(known.record())
              ? accept()
              : accept(accepted(known, record, release, null, false));
      case RestoreHistory(var record, var release) ->
          record.equals(known.history().get(release))
              ? accept()
              : accept(accepted(known, record, release, null, true));
      case Withdraw(var release) -> {
        var start = known.record().start();
        yield known.withdrawn()
            ? accept()
            : accept(new OrganisationClosed(known.id(), start == null ? release : start, true));
      }
      case SetSector(var sector) -> setSector(sector, known);
      case Rename(var name, var from) -> {
        if (known.id().isOdsCode()) {
          yield reject(new NamedByTheRegistry(known.id()));
        }
        yield name.value().equals(known.record().name())
            ? accept()
            : accept(new OrganisationRenamed(known.id(), name.value(), from));
      }
      case Close(var end) -> close(end, known);
      case Reopen(var from) -> {
        var end = known.record().end();
        if (end == null) {
          yield reject(new NotClosed());
        }
        yield from.isBefore(end)
            ? reject(new ReopensBeforeItCloses(end, from))
            : accept(new OrganisationReopened(known.id(), from));
      }
      case Succeed wish -> succeed(wish, known);
      case RecordSuccession succession -> succeed(succession, known);
      case RevokeSuccession(var date) -> revokeSuccession(date, known);
      case StateListing listing -> stateListing(listing, known);
    };
  }

  private static Decision<OrganisationEvent, OrganisationRejection> registerLocal(
      RegisterLocal command) {
    if (!command.kind().isLocal()) {
      return reject(new NotALocalKind(command.kind()));
    }
    if (command.id().isOdsCode()) {
      return reject(new LocalWithOdsCode(command.id()));
    }
    var record =
        new OdsRecord(
            command.name().value(),
            List.of(command.kind()),
            null,
            command.start(),
            null,
            Status.ACTIVE);
    return accept(registered(command.id(), record, null));
  }

  private static Decision<OrganisationEvent, OrganisationRejection> acceptOds(
      AcceptOds command, Registered known) {
    if (known.withdrawn()) {
      return accept(namedAgain(command.statement(), known));
    }
    var statement = command.statement();
    var word =
        new OdsStatement.Word(
            !olderThanWord(Source::saysNames, command, known),
            !olderThanWord(Source::saysPostcodes, command, known),
            !olderThanWord(Source::saysDates, command, known),
            !olderThanWord(_ -> true, command, known));
    var events = new ArrayList<OrganisationEvent>();
    var today = statement.over(known.record(), word);
    var then = statement.over(known.record(), OdsStatement.Word.ON_ALL);
    boolean history = !then.equals(today) && !then.equals(asOf(statement.release(), known));
    if (history) {
      events.add(accepted(known, then, statement.release(), statement.source(), true));
    }
    if (!today.equals(known.record())) {
      events.add(accepted(known, today, statement.release(), statement.source(), false));
    } else if (history && isNewestOf(known, statement.release())) {
      // The newer file had nothing to change: without its day this history would seem to last.
      events.add(accepted(known, today, newestWord(command, known), null, false));
    }
    return accept(events);
  }

  /** What the undone import had said of earlier days goes with it. */
  private static List<OrganisationEvent> namedAgain(OdsStatement statement, Registered known) {
    var record = statement.alone();
    var source = statement.isCodeOnly() ? null : statement.source();
    var today = accepted(known, record, statement.release(), source, false);
    var events = new ArrayList<OrganisationEvent>();
    for (var release : known.history().headMap(today.release(), false).keySet()) {
      events.add(accepted(known, record, release, source, true));
    }
    events.add(today);
    return events;
  }

  private static boolean isNewestOf(Registered known, LocalDate release) {
    return known.history().isEmpty() || release.isAfter(known.history().lastKey());
  }

  private static LocalDate newestWord(AcceptOds command, Registered known) {
    return known.saidBy().stream()
        .map(command.newest()::get)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(command.statement().release());
  }

  /** Whether a file that is a word on this, and has spoken of it, was newer. */
  private static boolean olderThanWord(
      Predicate<Source> word, AcceptOds command, Registered known) {
    return known.saidBy().stream()
        .filter(word)
        .map(command.newest()::get)
        .anyMatch(newest -> newest != null && command.statement().release().isBefore(newest));
  }

  private static @Nullable OdsRecord asOf(LocalDate release, Registered known) {
    var entry = known.history().floorEntry(release);
    return entry == null ? null : entry.getValue();
  }

  private static Decision<OrganisationEvent, OrganisationRejection> setSector(
      Sector sector, Registered known) {
    if (!known.is(OrganisationKind.TRUST)) {
      return reject(new NotATrust());
    }
    return sector == known.sector() ? accept() : accept(new SectorSet(known.id(), sector));
  }

  private static Decision<OrganisationEvent, OrganisationRejection> close(
      LocalDate end, Registered known) {
    var start = known.record().start();
    if (start != null && end.isBefore(start)) {
      return reject(new EndsBeforeItStarts(start, end));
    }
    var ended = known.record().end();
    if (ended == null) {
      return accept(new OrganisationClosed(known.id(), end, null));
    }
    return ended.equals(end) ? accept() : reject(new ClosedAlready(ended));
  }

  private static Decision<OrganisationEvent, OrganisationRejection> succeed(
      Succeed wish, Registered known) {
    for (var successor : wish.successors()) {
      if (successor.kinds().isEmpty() || successor.open() == null) {
        return reject(new SuccessorNotKnown(successor.id()));
      }
      if (Collections.disjoint(successor.kinds(), known.record().kinds())) {
        return reject(new SuccessorOfAnotherKind(successor.id()));
      }
      if (!successor.id().equals(known.id()) && !successor.open().includes(wish.date())) {
        return reject(new SuccessorNotOpen(successor.id(), wish.date()));
      }
    }
    var ids = wish.successors().stream().map(OrganisationCommand.Successor::id).distinct().toList();
    boolean fits =
        wish.kind() == SuccessionKind.SPLIT
            ? ids.size() > 1
            : ids.size() == 1 && !ids.contains(known.id());
    return fits
        ? succeed(new RecordSuccession(ids, wish.kind(), wish.date()), known)
        : reject(new SuccessorsDoNotFit(wish.kind()));
  }

  private static Decision<OrganisationEvent, OrganisationRejection> succeed(
      RecordSuccession command, Registered known) {
    var events = new ArrayList<OrganisationEvent>();
    if (!command.successors().equals(known.successors().get(command.date()))) {
      events.add(
          new OrganisationSucceeded(
              known.id(), command.successors(), command.kind(), command.date()));
    }
    var start = known.record().start();
    boolean livesOn = command.successors().contains(known.id());
    if (start != null && command.date().isBefore(start)) {
      return reject(new EndsBeforeItStarts(start, command.date()));
    }
    if (!livesOn && known.record().end() == null) {
      events.add(new OrganisationClosed(known.id(), command.date(), null));
    }
    return accept(events);
  }

  private static Decision<OrganisationEvent, OrganisationRejection> revokeSuccession(
      LocalDate date, Registered known) {
    if (known.successors().getOrDefault(date, List.of()).isEmpty()) {
      return accept();
    }
    var events = new ArrayList<OrganisationEvent>();
    events.add(new OrganisationSucceeded(known.id(), List.of(), SuccessionKind.TRANSFER, date));
    if (date.equals(known.record().end())) {
      events.add(new OrganisationReopened(known.id(), date));
    }
    return accept(events);
  }

  private static Decision<OrganisationEvent, OrganisationRejection> stateListing(
      StateListing command, Registered known) {
    if (!known.is(OrganisationKind.PRACTICE)) {
      return reject(new NotAPractice());
    }
    if (known.listedOn(command.from()) == command.listed()) {
      return accept();
    }
    var events = new ArrayList<OrganisationEvent>();
    events.add(listing(known.id(), command.listed(), command.from()));
    var next = command.nextMap();
    if (next != null
        && next.isAfter(command.from())
        && known.listed().subMap(command.from(), false, next, true).isEmpty()) {
      events.add(listing(known.id(), !command.listed(), next));
    }
    return accept(events);
  }

  private static OrganisationEvent listing(OrganisationId id, boolean listed, LocalDate from) {
    return listed ? new PracticeListed(id, from) : new PracticeDelisted(id, from);
  }

  private static OrganisationRegistered registered(
      OrganisationId id, OdsRecord record, @Nullable OdsStatement statement) {
    return new OrganisationRegistered(
        id,
        id.isOdsCode() ? id.value() : null,
        record.name(),
        record.kinds(),
        record.postcode(),
        record.start(),
        record.end(),
        record.status(),
        statement == null ? null : statement.release(),
        statement == null || statement.isCodeOnly() ? null : statement.source(),
        null);
  }

  private static OdsRecordAccepted accepted(
      Registered known,
      OdsRecord record,
      LocalDate release,
      @Nullable Source source,
      boolean historic) {
    // An older file may complete today's record, whose day stays the newest.
    boolean ofItsDay = historic || isNewestOf(known, release);
    return new OdsRecordAccepted(
        known.id(),
        ofItsDay ? release : known.history().lastKey(),
        source,
        record.name(),
        record.kinds(),
        record.postcode(),
        record.start(),
        record.end(),
        record.status(),
        historic ? Boolean.TRUE : null);
  }

  static Organisation evolve(Organisation organisation, OrganisationEvent event) {
    if (event instanceof OrganisationRegistered registered) {
      return evolveNew(registered);
    }
    return switch (organisation) {
      case Absent absent -> absent;
      case Registered known -> evolve(known, event);
    };
  }

  private static Registered evolveNew(OrganisationRegistered event) {
    var record =
        new OdsRecord(
            event.name(),
            event.kinds(),
            event.postcode(),
            event.start(),
            event.end(),
            event.status());
    var history = new TreeMap<LocalDate, OdsRecord>();
    if (event.release() != null) {
      history.put(event.release(), record);
    }
    return new Registered(
        event.organisationId(),
        record,
        event.sector(),
        said(Set.of(), event.source()),
        history,
        Collections.emptyNavigableMap(),
        Map.of(),
        false);
  }

  private static Registered evolve(Registered known, OrganisationEvent event) {
    return switch (event) {
      case OrganisationRegistered _ -> known;
      case OdsRecordAccepted accepted -> evolve(known, accepted);
      case SectorSet(_, var sector) ->
          new Registered(
              known.id(),
              known.record(),
              sector,
              known.saidBy(),
              known.history(),
              known.listed(),
              known.successors(),
              known.withdrawn());
      case OrganisationRenamed(_, var name, _) -> {
        var was = known.record();
        yield with(
            known,
            new OdsRecord(name, was.kinds(), was.postcode(), was.start(), was.end(), was.status()));
      }
      case OrganisationClosed(_, var end, var undone) ->
          Boolean.TRUE.equals(undone)
              ? withdrawn(known, ending(known.record(), end))
              : with(known, ending(known.record(), end));
      case OrganisationReopened _ -> with(known, ending(known.record(), null));
      case OrganisationSucceeded(_, var successors, _, var date) -> {
        var all = new TreeMap<>(known.successors());
        all.put(date, successors);
        yield new Registered(
            known.id(),
            known.record(),
            known.sector(),
            known.saidBy(),
            known.history(),
            known.listed(),
            all,
            known.withdrawn());
      }
      case PracticeListed(_, var from) -> listed(known, from, true);
      case PracticeDelisted(_, var from) -> listed(known, from, false);
    };
  }

  private static Registered evolve(Registered known, OdsRecordAccepted event) {
    var record =
        new OdsRecord(
            event.name(),
            event.kinds(),
            event.postcode(),
            event.start(),
            event.end(),
            event.status());
    var history = new TreeMap<>(known.history());
    if (Boolean.TRUE.equals(event.historic())) {
      history.put(event.release(), record);
      return new Registered(
          known.id(),
          known.record(),
          known.sector(),
          known.saidBy(),
          history,
          known.listed(),
          known.successors(),
          known.withdrawn());
    }
    // Told before the event said the day of today's record.
    boolean completes = !history.isEmpty() && event.release().isBefore(history.lastKey());
    history.put(completes ? history.lastKey() : event.release(), record);
    return new Registered(
        known.id(),
        record,
        known.sector(),
        said(known.saidBy(), event.source()),
        history,
        known.listed(),
        known.successors(),
        false);
  }

  private static Registered with(Registered known, OdsRecord record) {
    return new Registered(
        known.id(),
        record,
        known.sector(),
        known.saidBy(),
        known.history(),
        known.listed(),
        known.successors(),
        false);
  }

  /** No file that still stands has spoken of it. */
  private static Registered withdrawn(Registered known, OdsRecord record) {
    return new Registered(
        known.id(),
        record,
        known.sector(),
        Set.of(),
        known.history(),
        known.listed(),
        known.successors(),
        true);
  }

  private static OdsRecord ending(OdsRecord record, @Nullable LocalDate end) {
    return new OdsRecord(
        record.name(),
        record.kinds(),
        record.postcode(),
        record.start(),
        end,
        end == null ? Status.ACTIVE : Status.INACTIVE);
  }

  private static Registered listed(Registered known, LocalDate from, boolean is) {
    var listed = new TreeMap<>(known.listed());
    listed.put(from, is);
    return new Registered(
        known.id(),
        known.record(),
        known.sector(),
        is ? said(known.saidBy(), Source.PRACTICE_MAP) : known.saidBy(),
        known.history(),
        listed,
        known.successors(),
        known.withdrawn());
  }

  private static Set<Source> said(Set<Source> before, @Nullable Source source) {
    if (source == null || before.contains(source)) {
      return before;
    }
    var after = EnumSet.of(source);
    after.addAll(before);
    return after;
  }
}
