package uk.onevoice.organisations.domain.person;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.person.PersonCommand.AppointToRole;
import uk.onevoice.organisations.domain.person.PersonCommand.BecomeFirstAdministrator;
import uk.onevoice.organisations.domain.person.PersonCommand.EndRole;
import uk.onevoice.organisations.domain.person.PersonCommand.ErasePerson;
import uk.onevoice.organisations.domain.person.PersonCommand.LinkIdentity;
import uk.onevoice.organisations.domain.person.PersonCommand.RegisterPerson;
import uk.onevoice.organisations.domain.person.PersonEvent.IdentityLinked;
import uk.onevoice.organisations.domain.person.PersonEvent.PersonErased;
import uk.onevoice.organisations.domain.person.PersonEvent.PersonRegistered;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleAppointed;
import uk.onevoice.organisations.domain.person.PersonEvent.RoleEnded;
import uk.onevoice.organisations.domain.person.PersonRejection.AlreadyRegistered;
import uk.onevoice.organisations.domain.person.PersonRejection.EndedAlready;
import uk.onevoice.organisations.domain.person.PersonRejection.EndsBeforeItStarts;
import uk.onevoice.organisations.domain.person.PersonRejection.HeldAlready;
import uk.onevoice.organisations.domain.person.PersonRejection.IsErased;
import uk.onevoice.organisations.domain.person.PersonRejection.NotRegistered;
import uk.onevoice.organisations.domain.person.PersonRejection.RoleDoesNotFit;
import uk.onevoice.organisations.domain.person.PersonRejection.UnknownHolding;
import uk.onevoice.testkit.DeciderRules;

class PersonTest {
  private static final PersonId ID = new PersonId(new UUID(0, 1));
  private static final RoleHoldingId HOLDING = new RoleHoldingId(new UUID(0, 2));
  private static final RoleHoldingId OTHER = new RoleHoldingId(new UUID(0, 3));
  private static final IdentityHash IDENTITY = new IdentityHash("0f".repeat(32));
  private static final OrganisationId PRACTICE = new OrganisationId("W81001");
  private static final LocalDate START = LocalDate.of(2026, 4, 1);
  private static final LocalDate END = LocalDate.of(2026, 10, 1);
  private static final PersonRegistered REGISTERED = new PersonRegistered(ID);
  private static final RoleAppointed PARTNER =
      new RoleAppointed(HOLDING, ID, Role.PRACTICE_PARTNER, PRACTICE, START, null);

  private final DeciderRules<PersonCommand, Person, PersonEvent, PersonRejection> person =
      DeciderRules.of(Person.DECIDER);

  @Test
  void a_person_is_registered_once() {
    person.given().when(new RegisterPerson(ID)).then(REGISTERED);
    person.given(REGISTERED).when(new RegisterPerson(ID)).thenRejected(new AlreadyRegistered(ID));
  }

  @Test
  void a_sign_in_is_linked_once() {
    var linked = new IdentityLinked(ID, IDENTITY);
    person.given(REGISTERED).when(new LinkIdentity(IDENTITY)).then(linked);
    person.given(REGISTERED, linked).when(new LinkIdentity(IDENTITY)).then();
    person.given().when(new LinkIdentity(IDENTITY)).thenRejected(new NotRegistered());
  }

  @Test
  void the_first_administrator_is_recorded_with_everything_at_once() {
    person
        .given()
        .when(new BecomeFirstAdministrator(ID, IDENTITY, HOLDING, START))
        .then(
            REGISTERED,
            new IdentityLinked(ID, IDENTITY),
            new RoleAppointed(HOLDING, ID, Role.PLATFORM_ADMINISTRATOR, null, START, null));
  }

  @Test
  void a_role_is_held_for_an_organisation_of_its_kind() {
    person
        .given(REGISTERED)
        .when(appoint(HOLDING, Role.PRACTICE_PARTNER, PRACTICE, OrganisationKind.PRACTICE))
        .then(PARTNER);
    person
        .given(REGISTERED)
        .when(appoint(HOLDING, Role.FEDERATION_LEAD, PRACTICE, OrganisationKind.PRACTICE))
        .thenRejected(new RoleDoesNotFit(Role.FEDERATION_LEAD, PRACTICE));
    person
        .given(REGISTERED)
        .when(appoint(HOLDING, Role.REGISTRY_KEEPER, PRACTICE, OrganisationKind.PRACTICE))
        .thenRejected(new RoleDoesNotFit(Role.REGISTRY_KEEPER, PRACTICE));
    person
        .given(REGISTERED)
        .when(appoint(HOLDING, Role.PRACTICE_PARTNER, null))
        .thenRejected(new RoleDoesNotFit(Role.PRACTICE_PARTNER, null));
  }

  @Test
  void the_same_role_is_not_held_twice_at_a_time() {
    person
        .given(REGISTERED, PARTNER)
        .when(appoint(OTHER, Role.PRACTICE_PARTNER, PRACTICE, OrganisationKind.PRACTICE))
        .thenRejected(new HeldAlready(HOLDING));
    person
        .given(REGISTERED, PARTNER)
        .when(appoint(OTHER, Role.REGISTRY_KEEPER, null))
        .then(new RoleAppointed(OTHER, ID, Role.REGISTRY_KEEPER, null, START, null));
  }

  @Test
  void a_role_ends_once_and_not_before_it_starts() {
    var ended = new RoleEnded(HOLDING, ID, END);
    person.given(REGISTERED, PARTNER).when(new EndRole(HOLDING, END)).then(ended);
    person.given(REGISTERED, PARTNER, ended).when(new EndRole(HOLDING, END)).then();
    person
        .given(REGISTERED, PARTNER, ended)
        .when(new EndRole(HOLDING, END.plusDays(1)))
        .thenRejected(new EndedAlready(END));
    person
        .given(REGISTERED, PARTNER)
        .when(new EndRole(HOLDING, START.minusDays(1)))
        .thenRejected(new EndsBeforeItStarts(START, START.minusDays(1)));
    person
        .given(REGISTERED)
        .when(new EndRole(HOLDING, END))
        .thenRejected(new UnknownHolding(HOLDING));
  }

  @Test
  void what_has_happened_is_never_refused() {
    person.evolvesEvery(
        PersonEvent.class,
        REGISTERED,
        new IdentityLinked(ID, IDENTITY),
        PARTNER,
        new RoleEnded(HOLDING, ID, START.minusDays(1)),
        new PersonErased(ID));
  }

  @Test
  void who_is_erased_holds_nothing_from_that_day_on() {
    var later = new RoleAppointed(OTHER, ID, Role.REGISTRY_KEEPER, null, END.plusDays(1), null);
    var over = new RoleEnded(HOLDING, ID, END.minusDays(1));
    person
        .given(REGISTERED, PARTNER, later)
        .when(new ErasePerson(END))
        .then(
            new RoleEnded(HOLDING, ID, END),
            new RoleEnded(OTHER, ID, END.plusDays(1)),
            new PersonErased(ID));
    person.given(REGISTERED, PARTNER, over).when(new ErasePerson(END)).then(new PersonErased(ID));
  }

  @Test
  void after_an_erasure_nothing_more_is_recorded_and_asking_again_changes_nothing() {
    var erased = new PersonErased(ID);
    person.given(REGISTERED, erased).when(new ErasePerson(END)).then();
    person.given(REGISTERED, erased).when(new RegisterPerson(ID)).thenRejected(new IsErased());
    person.given(REGISTERED, erased).when(new LinkIdentity(IDENTITY)).thenRejected(new IsErased());
    person
        .given(REGISTERED, PARTNER, erased)
        .when(new EndRole(HOLDING, END))
        .thenRejected(new IsErased());
    person.given().when(new ErasePerson(END)).thenRejected(new NotRegistered());
  }

  private static AppointToRole appoint(
      RoleHoldingId id,
      Role role,
      @Nullable OrganisationId organisation,
      OrganisationKind... kinds) {
    return new AppointToRole(id, role, organisation, Set.of(kinds), START, null);
  }
}
