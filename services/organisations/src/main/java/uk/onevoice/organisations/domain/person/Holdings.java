package uk.onevoice.organisations.domain.person;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.person.People.Held;
import uk.onevoice.organisations.domain.person.Person.Registered;
import uk.onevoice.organisations.domain.person.PersonCommand.AppointToRole;
import uk.onevoice.organisations.domain.person.PersonCommand.CheckRole;
import uk.onevoice.organisations.domain.person.PersonCommand.CorrectRole;
import uk.onevoice.organisations.domain.person.PersonCommand.HandOverRole;
import uk.onevoice.organisations.domain.person.PersonCommand.MoveRole;
import uk.onevoice.organisations.domain.person.PersonCommand.SetSessions;
import uk.onevoice.organisations.domain.person.PersonCommand.TakeRoleBack;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleAppointed;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleChecked;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleCorrected;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleEnded;
import uk.onevoice.organisations.domain.person.PersonEvent.SessionsSet;
import uk.onevoice.organisations.domain.person.PersonRejection.EndedAlready;
import uk.onevoice.organisations.domain.person.PersonRejection.EndsBeforeItStarts;
import uk.onevoice.organisations.domain.person.PersonRejection.HeldAlready;
import uk.onevoice.organisations.domain.person.PersonRejection.NextCheckTooEarly;
import uk.onevoice.organisations.domain.person.PersonRejection.NotHeldOn;
import uk.onevoice.organisations.domain.person.PersonRejection.NotMoved;
import uk.onevoice.organisations.domain.person.PersonRejection.OwnSuccessor;
import uk.onevoice.organisations.domain.person.PersonRejection.RoleDoesNotFit;
import uk.onevoice.organisations.domain.person.PersonRejection.SessionsNotPossible;
import uk.onevoice.organisations.domain.person.PersonRejection.UnknownHolding;

/** The rules about one person's roles. */
final class Holdings {
  private Holdings() {}

  static Decision<PersonEvent, PersonRejection> appoint(AppointToRole command, Registered known) {
    var role = command.role();
    var organisation = command.organisation();
    // The same holding again: a hand-over that is finished after a stop.
    if (known.holdings().containsKey(command.id())) {
      return accept();
    }
    boolean fits =
        role.isForAnOrganisation()
            ? organisation != null && role.fits(command.kinds())
            : organisation == null;
    if (!fits) {
      return reject(new RoleDoesNotFit(role, organisation));
    }
    var refusal =
        daysRefused(
            command.id(),
            role,
            organisation,
            command.start(),
            command.end(),
            known,
            command.otherRecords());
    if (refusal.isPresent()) {
      return reject(refusal.get());
    }
    return accept(
        new RoleAppointed(
            command.id(),
            known.id(),
            role,
            organisation,
            command.start(),
            command.end(),
            Objects.requireNonNullElse(command.clinical(), role.isClinical())));
  }

  private static Optional<PersonRejection> daysRefused(
      RoleHoldingId id,
      Role role,
      @Nullable OrganisationId organisation,
      LocalDate start,
      @Nullable LocalDate end,
      Registered known,
      List<Held> otherRecords) {
    if (end != null && end.isBefore(start)) {
      return Optional.of(new EndsBeforeItStarts(start, end));
    }
    var wish = Holding.from(role, organisation, new Period(start, end), role.isClinical(), null);
    return Stream.concat(
            known.holdings().entrySet().stream()
                .map(held -> new Held(known.id(), held.getKey(), held.getValue())),
            otherRecords.stream())
        .filter(held -> !held.id().equals(id))
        .filter(held -> held.holding().isHeldTwiceWith(wish))
        .<PersonRejection>map(held -> new HeldAlready(held.id()))
        .findFirst();
  }

  static Decision<PersonEvent, PersonRejection> correct(CorrectRole command, Registered known) {
    var held = known.holdings().get(command.id());
    if (held == null) {
      return reject(new UnknownHolding(command.id()));
    }
    var refusal =
        daysRefused(
            command.id(),
            held.role(),
            held.organisation(),
            command.start(),
            command.end(),
            known,
            command.otherRecords());
    if (refusal.isPresent()) {
      return reject(refusal.get());
    }
    boolean clinical = Objects.requireNonNullElse(command.clinical(), held.clinical());
    if (held.period().equals(new Period(command.start(), command.end()))
        && held.clinical() == clinical) {
      return accept();
    }
    return accept(
        corrected(command.id(), known, held, command.start(), command.end(), clinical, null));
  }

  static Decision<PersonEvent, PersonRejection> voidRole(RoleHoldingId id, Registered known) {
    var held = known.holdings().get(id);
    return held == null
        ? reject(new UnknownHolding(id))
        : accept(
            corrected(
                id,
                known,
                held,
                held.period().start(),
                held.period().end(),
                held.clinical(),
                true));
  }

  private static RoleCorrected corrected(
      RoleHoldingId id,
      Registered known,
      Holding held,
      LocalDate start,
      @Nullable LocalDate end,
      boolean clinical,
      @Nullable Boolean neverWas) {
    return new RoleCorrected(
        id, known.id(), held.role(), held.organisation(), start, end, clinical, neverWas);
  }

  static Decision<PersonEvent, PersonRejection> end(
      RoleHoldingId id, LocalDate end, Registered known) {
    return end(id, end, null, null, known);
  }

  static Decision<PersonEvent, PersonRejection> handOver(HandOverRole command, Registered known) {
    return command.successor().equals(known.id())
        ? reject(new OwnSuccessor())
        : end(command.id(), command.on(), command.successor(), command.successorHolding(), known);
  }

  private static Decision<PersonEvent, PersonRejection> end(
      RoleHoldingId id,
      LocalDate end,
      @Nullable PersonId successor,
      @Nullable RoleHoldingId successorHolding,
      Registered known) {
    var holding = known.holdings().get(id);
    if (holding == null) {
      return reject(new UnknownHolding(id));
    }
    if (end.isBefore(holding.period().start())) {
      return reject(new EndsBeforeItStarts(holding.period().start(), end));
    }
    var ended = holding.period().end();
    if (ended != null && !end.isBefore(ended)) {
      return ended.equals(end) && successor == null ? accept() : reject(new EndedAlready(ended));
    }
    return accept(
        new RoleEnded(
            id,
            known.id(),
            end,
            holding.role(),
            holding.organisation(),
            successor,
            successorHolding));
  }

  /** Whoever holds the role at the successor already just ends it here. */
  static Decision<PersonEvent, PersonRejection> move(MoveRole command, Registered known) {
    var held = known.holdings().get(command.id());
    if (held == null) {
      return reject(new UnknownHolding(command.id()));
    }
    var period = held.period();
    var on = command.on().isBefore(period.start()) ? period.start() : command.on();
    var ended = period.end();
    if (ended != null && !on.isBefore(ended)) {
      return isHeld(held.role(), command, ended, known)
          ? accept()
          : reject(new EndedAlready(ended));
    }
    var ending =
        new RoleEnded(command.id(), known.id(), on, held.role(), held.organisation(), null, null);
    if (isHeld(held.role(), command, on, known)) {
      return accept(ending);
    }
    if (held.organisation() == null || !held.role().fits(command.kinds())) {
      return reject(new RoleDoesNotFit(held.role(), command.to()));
    }
    var next = command.successorHolding();
    var refusal =
        daysRefused(next, held.role(), command.to(), on, ended, known, command.otherRecords());
    if (refusal.isPresent()) {
      return reject(refusal.get());
    }
    var events = new ArrayList<PersonEvent>();
    events.add(ending);
    events.add(
        new RoleAppointed(
            next, known.id(), held.role(), command.to(), on, ended, held.clinical(), command.id()));
    var funded = held.sessions().floorEntry(on);
    if (funded != null) {
      events.add(sessions(next, known, on, funded.getValue()));
    }
    held.sessions()
        .tailMap(on, false)
        .forEach((from, later) -> events.add(sessions(next, known, from, later)));
    return accept(events);
  }

  private static boolean isHeld(Role role, MoveRole command, LocalDate on, Registered known) {
    return Stream.concat(
            known.holdings().values().stream(), command.otherRecords().stream().map(Held::holding))
        .anyMatch(other ->
            other.role() == role
                && command.to().equals(other.organisation())
                && other.period().includes(on));
  }

  static Decision<PersonEvent, PersonRejection> takeBack(TakeRoleBack command, Registered known) {
    var id = command.id();
    var held = known.holdings().get(id);
    if (held == null) {
      return reject(new UnknownHolding(id));
    }
    var before = held.insteadOf();
    var restored = before == null ? null : known.holdings().get(before);
    if (before == null || restored == null) {
      return reject(new NotMoved(id));
    }
    var start = restored.period().start();
    var end = held.period().end();
    var refusal =
        daysRefused(
            before,
            restored.role(),
            restored.organisation(),
            start,
            end,
            known,
            command.otherRecords());
    if (refusal.isPresent()) {
      return reject(refusal.get());
    }
    var moved = held.period();
    return accept(
        corrected(id, known, held, moved.start(), moved.end(), held.clinical(), true),
        corrected(before, known, restored, start, end, restored.clinical(), null));
  }

  private static SessionsSet sessions(
      RoleHoldingId id, Registered known, LocalDate from, Sessions some) {
    return new SessionsSet(id, known.id(), from, some.perWeek(), some.protectedHours());
  }

  static Decision<PersonEvent, PersonRejection> setSessions(SetSessions command, Registered known) {
    var held = known.holdings().get(command.id());
    if (held == null) {
      return reject(new UnknownHolding(command.id()));
    }
    if (!command.sessions().canBe()) {
      return reject(new SessionsNotPossible(command.sessions()));
    }
    if (!held.period().includes(command.from())) {
      return reject(new NotHeldOn(command.from()));
    }
    if (command.sessions().equals(held.sessions().get(command.from()))) {
      return accept();
    }
    return accept(
        new SessionsSet(
            command.id(),
            known.id(),
            command.from(),
            command.sessions().perWeek(),
            command.sessions().protectedHours()));
  }

  static Decision<PersonEvent, PersonRejection> check(CheckRole command, Registered known) {
    if (!known.holdings().containsKey(command.id())) {
      return reject(new UnknownHolding(command.id()));
    }
    var next =
        command.next() == null ? command.on().plusMonths(Holding.CHECK_MONTHS) : command.next();
    return next.isAfter(command.on())
        ? accept(new RoleChecked(command.id(), known.id(), command.on(), command.by(), next))
        : reject(new NextCheckTooEarly(command.on(), next));
  }

  /** What the person holds ends first, so that all hear of it who depend on it. */
  static Decision<PersonEvent, PersonRejection> erase(LocalDate today, Registered known) {
    var events = new ArrayList<PersonEvent>();
    known
        .holdings()
        .forEach((id, holding) -> {
          var period = holding.period();
          if (period.end() == null || period.end().isAfter(today)) {
            var end = period.start().isAfter(today) ? period.start() : today;
            events.add(
                new RoleEnded(
                    id, known.id(), end, holding.role(), holding.organisation(), null, null));
          }
        });
    events.add(new PersonEvent.PersonErased(known.id()));
    return accept(events);
  }

  /** The holdings after an event; one that is not there any more has nothing to change. */
  static Map<RoleHoldingId, Holding> after(
      PersonEvent event, LinkedHashMap<RoleHoldingId, Holding> holdings) {
    switch (event) {
      case RoleAppointed(
              var id,
              _,
              var role,
              var organisation,
              var start,
              var end,
              var clinical,
              var insteadOf) ->
          holdings.put(
              id, Holding.from(role, organisation, new Period(start, end), clinical, insteadOf));
      case RoleCorrected(var id, _, _, _, var start, var end, var clinical, var neverWas) -> {
        if (Boolean.TRUE.equals(neverWas)) {
          holdings.remove(id);
        } else {
          holdings.computeIfPresent(
              id, (_, held) -> held.corrected(new Period(start, end), clinical));
        }
      }
      case RoleEnded(var id, _, var end, _, _, _, _) ->
          holdings.computeIfPresent(id, (_, held) -> held.ended(end));
      case SessionsSet(var id, _, var from, var perWeek, var hours) ->
          holdings.computeIfPresent(id, (_, held) -> held.with(from, new Sessions(perWeek, hours)));
      case RoleChecked(var id, _, var on, var by, var next) ->
          holdings.computeIfPresent(id, (_, held) -> held.with(new Holding.Check(on, by, next)));
      case PersonEvent.PersonRegistered _,
          PersonEvent.PersonNamed _,
          PersonEvent.WorkContactSet _,
          PersonEvent.IdentityLinked _,
          PersonEvent.PersonErased _,
          PersonEvent.PersonMerged _,
          PersonEvent.PersonMergeUndone _ -> {
        // Says nothing about roles.
      }
    }
    return holdings;
  }
}
