package uk.onevoice.organisations.domain.person;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.organisations.domain.person.PersonCommand.AppointToRole;
import uk.onevoice.organisations.domain.person.PersonCommand.BecomeFirstAdministrator;
import uk.onevoice.organisations.domain.person.PersonCommand.CheckRole;
import uk.onevoice.organisations.domain.person.PersonCommand.CorrectRole;
import uk.onevoice.organisations.domain.person.PersonCommand.EndRole;
import uk.onevoice.organisations.domain.person.PersonCommand.ErasePerson;
import uk.onevoice.organisations.domain.person.PersonCommand.HandOverRole;
import uk.onevoice.organisations.domain.person.PersonCommand.LinkIdentity;
import uk.onevoice.organisations.domain.person.PersonCommand.MergeInto;
import uk.onevoice.organisations.domain.person.PersonCommand.MoveRole;
import uk.onevoice.organisations.domain.person.PersonCommand.RectifyName;
import uk.onevoice.organisations.domain.person.PersonCommand.RegisterPerson;
import uk.onevoice.organisations.domain.person.PersonCommand.SetSessions;
import uk.onevoice.organisations.domain.person.PersonCommand.SetWorkContact;
import uk.onevoice.organisations.domain.person.PersonCommand.TakeRoleBack;
import uk.onevoice.organisations.domain.person.PersonCommand.UndoMerge;
import uk.onevoice.organisations.domain.person.PersonCommand.VoidRole;
import uk.onevoice.organisations.domain.person.PersonEvent.IdentityLinked;
import uk.onevoice.organisations.domain.person.PersonEvent.PersonErased;
import uk.onevoice.organisations.domain.person.PersonEvent.PersonMergeUndone;
import uk.onevoice.organisations.domain.person.PersonEvent.PersonMerged;
import uk.onevoice.organisations.domain.person.PersonEvent.PersonNamed;
import uk.onevoice.organisations.domain.person.PersonEvent.PersonRegistered;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleAppointed;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleChecked;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleCorrected;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleEnded;
import uk.onevoice.organisations.domain.person.PersonEvent.SessionsSet;
import uk.onevoice.organisations.domain.person.PersonEvent.WorkContactSet;
import uk.onevoice.organisations.domain.person.PersonRejection.AlreadyRegistered;
import uk.onevoice.organisations.domain.person.PersonRejection.CannotStand;
import uk.onevoice.organisations.domain.person.PersonRejection.HeldInBoth;
import uk.onevoice.organisations.domain.person.PersonRejection.IsErased;
import uk.onevoice.organisations.domain.person.PersonRejection.MergedAway;
import uk.onevoice.organisations.domain.person.PersonRejection.NotMerged;
import uk.onevoice.organisations.domain.person.PersonRejection.NotRegistered;

/** A person with sign-ins and role holdings. No name: names live in the vault. */
public sealed interface Person {
  Decider<PersonCommand, Person, PersonEvent, PersonRejection> DECIDER =
      new Decider<>(new Absent(), Person::decide, Person::evolve);

  record Absent() implements Person {}

  /**
   * @param nameRef where the name is; null for who was registered before names were asked for
   * @param mergedInto who stands for this person; null for a record of its own
   */
  record Registered(
      PersonId id,
      @Nullable UUID nameRef,
      Contact contact,
      Set<IdentityHash> identities,
      Map<RoleHoldingId, Holding> holdings,
      @Nullable PersonId mergedInto)
      implements Person {
    public Registered {
      identities = Collections.unmodifiableSet(new LinkedHashSet<>(identities));
      holdings = Collections.unmodifiableMap(new LinkedHashMap<>(holdings));
    }

    static Registered of(PersonId id) {
      return new Registered(id, null, Contact.NONE, Set.of(), Map.of(), null);
    }
  }

  /** Nothing more is kept or done about somebody who was erased. */
  record Erased(PersonId id) implements Person {}

  /**
   * Where words about how to reach the person are.
   *
   * @param shown whether the person wants name and contact to be shown to others
   */
  record Contact(@Nullable UUID emailRef, @Nullable UUID telephoneRef, boolean shown) {
    static final Contact NONE = new Contact(null, null, false);
  }

  static Decision<PersonEvent, PersonRejection> decide(PersonCommand command, Person person) {
    return switch (person) {
      case Absent _ ->
          switch (command) {
            case RegisterPerson(var id, var nameRef) ->
                accept(new PersonRegistered(id), new PersonNamed(id, nameRef));
            case BecomeFirstAdministrator(var id, var identity, var holding, var start) -> {
              var role = Role.PLATFORM_ADMINISTRATOR;
              yield accept(
                  new PersonRegistered(id),
                  new IdentityLinked(id, identity),
                  new RoleAppointed(holding, id, role, null, start, null, role.isClinical()));
            }
            case RectifyName _,
                SetWorkContact _,
                LinkIdentity _,
                AppointToRole _,
                CorrectRole _,
                VoidRole _,
                EndRole _,
                HandOverRole _,
                MoveRole _,
                TakeRoleBack _,
                SetSessions _,
                CheckRole _,
                MergeInto _,
                UndoMerge _,
                ErasePerson _ ->
                reject(new NotRegistered());
          };
      case Erased _ -> command instanceof ErasePerson ? accept() : reject(new IsErased());
      case Registered known -> decide(command, known);
    };
  }

  private static Decision<PersonEvent, PersonRejection> decide(
      PersonCommand command, Registered known) {
    var id = known.id();
    var into = known.mergedInto();
    if (into != null && !PersonCommand.isAboutAHolding(command)) {
      return switch (command) {
        case UndoMerge() -> accept(new PersonMergeUndone(id, into));
        case MergeInto(var again, _, _) when again.equals(into) -> accept();
        case ErasePerson(var today) -> Holdings.erase(today, known);
        default -> reject(new MergedAway(into));
      };
    }
    return switch (command) {
      case RegisterPerson _, BecomeFirstAdministrator _ -> reject(new AlreadyRegistered(id));
      case RectifyName(var nameRef) -> accept(new PersonNamed(id, nameRef));
      case SetWorkContact(var email, var telephone, var shown) ->
          new Contact(email, telephone, shown).equals(known.contact())
              ? accept()
              : accept(new WorkContactSet(id, email, telephone, shown));
      case LinkIdentity(var identity) ->
          known.identities().contains(identity)
              ? accept()
              : accept(new IdentityLinked(id, identity));
      case AppointToRole appoint -> Holdings.appoint(appoint, known);
      case CorrectRole correct -> Holdings.correct(correct, known);
      case VoidRole(var holding) -> Holdings.voidRole(holding, known);
      case EndRole(var holding, var end) -> Holdings.end(holding, end, known);
      case HandOverRole handOver -> Holdings.handOver(handOver, known);
      case MoveRole move -> Holdings.move(move, known);
      case TakeRoleBack back -> Holdings.takeBack(back, known);
      case SetSessions sessions -> Holdings.setSessions(sessions, known);
      case CheckRole check -> Holdings.check(check, known);
      case MergeInto(var other, var stands, var heldTwice) -> {
        if (!stands || other.equals(id)) {
          yield reject(new CannotStand(other));
        }
        yield heldTwice == null
            ? accept(new PersonMerged(id, other))
            : reject(new HeldInBoth(heldTwice.id()));
      }
      case UndoMerge() -> reject(new NotMerged());
      case ErasePerson(var today) -> Holdings.erase(today, known);
    };
  }

  static Person evolve(Person person, PersonEvent event) {
    if (event instanceof PersonErased(var id)) {
      return new Erased(id);
    }
    return switch (person) {
      case Absent absent -> event instanceof PersonRegistered(var id) ? Registered.of(id) : absent;
      case Erased erased -> erased;
      case Registered known -> evolve(known, event);
    };
  }

  private static Registered evolve(Registered known, PersonEvent event) {
    return switch (event) {
      case PersonRegistered _, PersonErased _ -> known;
      case PersonNamed(_, var nameRef) ->
          new Registered(
              known.id(),
              nameRef,
              known.contact(),
              known.identities(),
              known.holdings(),
              known.mergedInto());
      case WorkContactSet(_, var email, var telephone, var shown) ->
          new Registered(
              known.id(),
              known.nameRef(),
              new Contact(email, telephone, shown),
              known.identities(),
              known.holdings(),
              known.mergedInto());
      case IdentityLinked(_, var identity) -> {
        var identities = new LinkedHashSet<>(known.identities());
        identities.add(identity);
        yield new Registered(
            known.id(),
            known.nameRef(),
            known.contact(),
            identities,
            known.holdings(),
            known.mergedInto());
      }
      case RoleAppointed _, RoleCorrected _, RoleEnded _, SessionsSet _, RoleChecked _ ->
          new Registered(
              known.id(),
              known.nameRef(),
              known.contact(),
              known.identities(),
              Holdings.after(event, new LinkedHashMap<>(known.holdings())),
              known.mergedInto());
      case PersonMerged(_, var into) -> merged(known, into);
      case PersonMergeUndone _ -> merged(known, null);
    };
  }

  private static Registered merged(Registered known, @Nullable PersonId into) {
    return new Registered(
        known.id(), known.nameRef(), known.contact(), known.identities(), known.holdings(), into);
  }
}
