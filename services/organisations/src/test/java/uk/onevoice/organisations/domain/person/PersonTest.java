package uk.onevoice.organisations.domain.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.person.People.Held;
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
import uk.onevoice.organisations.domain.person.PersonRejection.EndedAlready;
import uk.onevoice.organisations.domain.person.PersonRejection.EndsBeforeItStarts;
import uk.onevoice.organisations.domain.person.PersonRejection.HeldAlready;
import uk.onevoice.organisations.domain.person.PersonRejection.HeldInBoth;
import uk.onevoice.organisations.domain.person.PersonRejection.IsErased;
import uk.onevoice.organisations.domain.person.PersonRejection.MergedAway;
import uk.onevoice.organisations.domain.person.PersonRejection.NextCheckTooEarly;
import uk.onevoice.organisations.domain.person.PersonRejection.NotHeldOn;
import uk.onevoice.organisations.domain.person.PersonRejection.NotMerged;
import uk.onevoice.organisations.domain.person.PersonRejection.NotMoved;
import uk.onevoice.organisations.domain.person.PersonRejection.NotRegistered;
import uk.onevoice.organisations.domain.person.PersonRejection.OwnSuccessor;
import uk.onevoice.organisations.domain.person.PersonRejection.RoleDoesNotFit;
import uk.onevoice.organisations.domain.person.PersonRejection.SessionsNotPossible;
import uk.onevoice.organisations.domain.person.PersonRejection.UnknownHolding;
import uk.onevoice.testkit.DeciderRules;

class PersonTest {
  private static final PersonId ID = new PersonId(new UUID(0, 1));
  private static final RoleHoldingId HOLDING = new RoleHoldingId(new UUID(0, 2));
  private static final RoleHoldingId OTHER = new RoleHoldingId(new UUID(0, 3));
  private static final PersonId SURVIVOR = new PersonId(new UUID(0, 4));
  private static final UUID NAME = new UUID(0, 9);
  private static final OrganisationId GROUP = new OrganisationId(new UUID(0, 5).toString());
  private static final IdentityHash IDENTITY = new IdentityHash("0f".repeat(32));
  private static final OrganisationId PRACTICE = new OrganisationId("W81001");
  private static final LocalDate START = LocalDate.of(2026, 4, 1);
  private static final LocalDate END = LocalDate.of(2026, 10, 1);
  private static final PersonRegistered REGISTERED = new PersonRegistered(ID);
  private static final RoleAppointed PARTNER =
      new RoleAppointed(HOLDING, ID, Role.PRACTICE_PARTNER, PRACTICE, START, null, true);
  private static final RoleAppointed SECOND =
      new RoleAppointed(OTHER, ID, Role.PRACTICE_PARTNER, PRACTICE, END, null, true);

  private static final OrganisationId SUCCESSOR = new OrganisationId("W81002");
  private static final Set<OrganisationKind> PRACTICES = Set.of(OrganisationKind.PRACTICE);
  private static final RoleAppointed GOES_ON =
      new RoleAppointed(OTHER, ID, Role.PRACTICE_PARTNER, SUCCESSOR, END, null, true, HOLDING);

  private final DeciderRules<PersonCommand, Person, PersonEvent, PersonRejection> person =
      DeciderRules.of(Person.DECIDER);

  @Test
  void a_person_is_registered_once() {
    person.given().when(new RegisterPerson(ID, NAME)).then(REGISTERED, new PersonNamed(ID, NAME));
    person
        .given(REGISTERED)
        .when(new RegisterPerson(ID, NAME))
        .thenRejected(new AlreadyRegistered(ID));
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
            new RoleAppointed(HOLDING, ID, Role.PLATFORM_ADMINISTRATOR, null, START, null, false));
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
        .then(new RoleAppointed(OTHER, ID, Role.REGISTRY_KEEPER, null, START, null, false));
  }

  @Test
  void a_role_ends_once_and_not_before_it_starts() {
    var ended = ended(END);
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
        ended(START.minusDays(1)),
        new RoleCorrected(OTHER, ID, Role.PRACTICE_PARTNER, PRACTICE, START, null, true, null),
        new SessionsSet(OTHER, ID, START, 2, 1),
        new RoleChecked(OTHER, ID, START, ID, END),
        new PersonNamed(ID, NAME),
        new WorkContactSet(ID, null, null, true),
        new PersonMerged(ID, SURVIVOR),
        new PersonMergeUndone(ID, SURVIVOR),
        new PersonErased(ID));
  }

  @Test
  void a_role_goes_on_at_the_successor_with_what_it_is_given_of_a_week() {
    var later = END.plusMonths(1);
    person
        .given(
            REGISTERED,
            PARTNER,
            new SessionsSet(HOLDING, ID, START, 2, 1),
            new SessionsSet(HOLDING, ID, later, 3, 1))
        .when(move(SUCCESSOR, END))
        .then(
            ended(END),
            GOES_ON,
            new SessionsSet(OTHER, ID, END, 2, 1),
            new SessionsSet(OTHER, ID, later, 3, 1));
    person
        .given(REGISTERED, PARTNER, new PersonMerged(ID, SURVIVOR))
        .when(move(SUCCESSOR, END))
        .then(ended(END), GOES_ON);
  }

  @Test
  void a_role_that_begins_later_goes_on_from_its_own_first_day() {
    person
        .given(REGISTERED, PARTNER)
        .when(move(SUCCESSOR, START.minusDays(1)))
        .then(
            ended(START),
            new RoleAppointed(
                OTHER, ID, Role.PRACTICE_PARTNER, SUCCESSOR, START, null, true, HOLDING));
  }

  @Test
  void who_holds_it_at_the_successor_already_just_ends_it() {
    var there = new RoleAppointed(OTHER, ID, Role.PRACTICE_PARTNER, SUCCESSOR, START, null, true);
    person.given(REGISTERED, PARTNER, there).when(move(SUCCESSOR, END)).then(ended(END));
    var fromLater =
        new RoleAppointed(OTHER, ID, Role.PRACTICE_PARTNER, SUCCESSOR, END.plusDays(1), null, true);
    person
        .given(REGISTERED, PARTNER, fromLater)
        .when(
            new MoveRole(
                HOLDING, SUCCESSOR, PRACTICES, END, new RoleHoldingId(new UUID(0, 8)), List.of()))
        .thenRejected(new HeldAlready(OTHER));
  }

  @Test
  void who_holds_it_there_under_another_record_of_theirs_just_ends_it_too() {
    var there = Holding.from(Role.PRACTICE_PARTNER, SUCCESSOR, new Period(START, null), true, null);
    var elsewhere = List.of(new Held(SURVIVOR, OTHER, there));
    person
        .given(REGISTERED, PARTNER)
        .when(new MoveRole(HOLDING, SUCCESSOR, PRACTICES, END, OTHER, elsewhere))
        .then(ended(END));
  }

  @Test
  void moved_again_it_is_no_event_and_elsewhere_it_does_not_fit() {
    person.given(REGISTERED, PARTNER, ended(END), GOES_ON).when(move(SUCCESSOR, END)).then();
    person
        .given(REGISTERED, PARTNER, ended(END))
        .when(move(SUCCESSOR, END))
        .thenRejected(new EndedAlready(END));
    person
        .given(REGISTERED, PARTNER)
        .when(new MoveRole(HOLDING, SUCCESSOR, Set.of(OrganisationKind.PCN), END, OTHER, List.of()))
        .thenRejected(new RoleDoesNotFit(Role.PRACTICE_PARTNER, SUCCESSOR));
    person.given(REGISTERED).when(move(SUCCESSOR, END)).thenRejected(new UnknownHolding(HOLDING));
  }

  @Test
  void that_a_role_goes_on_elsewhere_can_be_taken_back() {
    var never =
        new RoleCorrected(OTHER, ID, Role.PRACTICE_PARTNER, SUCCESSOR, END, null, true, true);
    var again =
        new RoleCorrected(HOLDING, ID, Role.PRACTICE_PARTNER, PRACTICE, START, null, true, null);
    person
        .given(REGISTERED, PARTNER, ended(END), GOES_ON)
        .when(new TakeRoleBack(OTHER, List.of()))
        .then(never, again);
    person
        .given(REGISTERED, PARTNER, ended(END), GOES_ON, never, again)
        .when(move(SUCCESSOR, END))
        .then(ended(END), GOES_ON);
    person
        .given(REGISTERED, PARTNER)
        .when(new TakeRoleBack(HOLDING, List.of()))
        .thenRejected(new NotMoved(HOLDING));
    person
        .given(REGISTERED)
        .when(new TakeRoleBack(HOLDING, List.of()))
        .thenRejected(new UnknownHolding(HOLDING));
  }

  private static MoveRole move(OrganisationId to, LocalDate on) {
    return new MoveRole(HOLDING, to, PRACTICES, on, OTHER, List.of());
  }

  @Test
  void who_is_erased_holds_nothing_from_that_day_on() {
    var later =
        new RoleAppointed(OTHER, ID, Role.REGISTRY_KEEPER, null, END.plusDays(1), null, false);
    var over = ended(END.minusDays(1));
    person
        .given(REGISTERED, PARTNER, later)
        .when(new ErasePerson(END))
        .then(
            ended(END),
            new RoleEnded(OTHER, ID, END.plusDays(1), Role.REGISTRY_KEEPER, null, null, null),
            new PersonErased(ID));
    person.given(REGISTERED, PARTNER, over).when(new ErasePerson(END)).then(new PersonErased(ID));
    person
        .given(REGISTERED, new PersonMerged(ID, SURVIVOR))
        .when(new ErasePerson(END))
        .then(new PersonErased(ID));
  }

  @Test
  void after_an_erasure_nothing_more_is_recorded_and_asking_again_changes_nothing() {
    var erased = new PersonErased(ID);
    person.given(REGISTERED, erased).when(new ErasePerson(END)).then();
    person
        .given(REGISTERED, erased)
        .when(new RegisterPerson(ID, NAME))
        .thenRejected(new IsErased());
    person.given(REGISTERED, erased).when(new LinkIdentity(IDENTITY)).thenRejected(new IsErased());
    person
        .given(REGISTERED, PARTNER, erased)
        .when(new EndRole(HOLDING, END))
        .thenRejected(new IsErased());
    person.given().when(new ErasePerson(END)).thenRejected(new NotRegistered());
  }

  @Test
  void a_role_is_clinical_or_managerial_as_is_usual_unless_somebody_says_otherwise() {
    person
        .given(REGISTERED)
        .when(
            new AppointToRole(
                HOLDING,
                Role.LEADERSHIP_GROUP_CHAIR,
                GROUP,
                Set.of(OrganisationKind.LEADERSHIP_GROUP),
                START,
                null,
                false,
                List.of()))
        .then(
            new RoleAppointed(HOLDING, ID, Role.LEADERSHIP_GROUP_CHAIR, GROUP, START, null, false));
  }

  @Test
  void an_appointment_that_is_tried_again_is_the_same_appointment() {
    person
        .given(REGISTERED, PARTNER)
        .when(appoint(HOLDING, Role.PRACTICE_PARTNER, PRACTICE, OrganisationKind.PRACTICE))
        .then();
  }

  @Test
  void a_start_that_was_typed_wrong_is_corrected() {
    var before = START.minusYears(1);
    var right =
        new RoleCorrected(HOLDING, ID, Role.PRACTICE_PARTNER, PRACTICE, before, END, true, null);
    var correct = new CorrectRole(HOLDING, before, END, null, List.of());
    person.given(REGISTERED, PARTNER).when(correct).then(right);
    person.given(REGISTERED, PARTNER, right).when(correct).then();
    person
        .given(REGISTERED, PARTNER)
        .when(new CorrectRole(HOLDING, END, START, null, List.of()))
        .thenRejected(new EndsBeforeItStarts(END, START));
    person
        .given(REGISTERED, PARTNER, ended(END), SECOND)
        .when(new CorrectRole(HOLDING, START, null, null, List.of()))
        .thenRejected(new HeldAlready(OTHER));
    person.given(REGISTERED).when(correct).thenRejected(new UnknownHolding(HOLDING));
  }

  @Test
  void a_role_that_never_was_leaves_room_for_the_right_one() {
    var never =
        new RoleCorrected(HOLDING, ID, Role.PRACTICE_PARTNER, PRACTICE, START, null, true, true);
    person.given(REGISTERED, PARTNER).when(new VoidRole(HOLDING)).then(never);
    person
        .given(REGISTERED, PARTNER, never)
        .when(appoint(OTHER, Role.PRACTICE_PARTNER, PRACTICE, OrganisationKind.PRACTICE))
        .then(new RoleAppointed(OTHER, ID, Role.PRACTICE_PARTNER, PRACTICE, START, null, true));
    person
        .given(REGISTERED, PARTNER, never)
        .when(new VoidRole(HOLDING))
        .thenRejected(new UnknownHolding(HOLDING));
  }

  @Test
  void a_role_is_handed_over_to_somebody_else_on_one_day() {
    var handOver = new HandOverRole(HOLDING, END, SURVIVOR, OTHER);
    var ended = new RoleEnded(HOLDING, ID, END, Role.PRACTICE_PARTNER, PRACTICE, SURVIVOR, OTHER);
    person.given(REGISTERED, PARTNER).when(handOver).then(ended);
    person
        .given(REGISTERED, PARTNER, ended)
        .when(new HandOverRole(HOLDING, END, SURVIVOR, OTHER))
        .thenRejected(new EndedAlready(END));
    person
        .given(REGISTERED, PARTNER)
        .when(new HandOverRole(HOLDING, END, ID, OTHER))
        .thenRejected(new OwnSuccessor());
    person
        .given(REGISTERED, PARTNER)
        .when(new HandOverRole(HOLDING, START.minusDays(1), SURVIVOR, OTHER))
        .thenRejected(new EndsBeforeItStarts(START, START.minusDays(1)));
  }

  @Test
  void sessions_are_dated_and_within_a_week() {
    var two = new Sessions(2.5, 1);
    person
        .given(REGISTERED, PARTNER)
        .when(new SetSessions(HOLDING, END, two))
        .then(new SessionsSet(HOLDING, ID, END, 2.5, 1));
    person
        .given(REGISTERED, PARTNER, new SessionsSet(HOLDING, ID, END, 2.5, 1))
        .when(new SetSessions(HOLDING, END, two))
        .then();
    person
        .given(REGISTERED, PARTNER)
        .when(new SetSessions(HOLDING, START.minusDays(1), two))
        .thenRejected(new NotHeldOn(START.minusDays(1)));
    for (var odd :
        List.of(
            new Sessions(15, 0),
            new Sessions(-1, 0),
            new Sessions(0.3, 0),
            new Sessions(1, 60.5))) {
      person
          .given(REGISTERED, PARTNER)
          .when(new SetSessions(HOLDING, END, odd))
          .thenRejected(new SessionsNotPossible(odd));
    }
  }

  @Test
  void a_check_is_due_again_after_half_a_year_unless_somebody_says_when() {
    person
        .given(REGISTERED, PARTNER)
        .when(new CheckRole(HOLDING, END, SURVIVOR, null))
        .then(new RoleChecked(HOLDING, ID, END, SURVIVOR, END.plusMonths(6)));
    person
        .given(REGISTERED, PARTNER)
        .when(new CheckRole(HOLDING, END, SURVIVOR, END.plusDays(1)))
        .then(new RoleChecked(HOLDING, ID, END, SURVIVOR, END.plusDays(1)));
    person
        .given(REGISTERED, PARTNER)
        .when(new CheckRole(HOLDING, END, SURVIVOR, END))
        .thenRejected(new NextCheckTooEarly(END, END));
    person
        .given(REGISTERED)
        .when(new CheckRole(HOLDING, END, SURVIVOR, null))
        .thenRejected(new UnknownHolding(HOLDING));
  }

  @Test
  void a_name_and_a_work_contact_are_named_by_where_the_vault_keeps_them() {
    var other = new UUID(0, 10);
    person
        .given(REGISTERED, new PersonNamed(ID, NAME))
        .when(new RectifyName(other))
        .then(new PersonNamed(ID, other));
    person
        .given(REGISTERED)
        .when(new SetWorkContact(NAME, other, true))
        .then(new WorkContactSet(ID, NAME, other, true));
    person.given(REGISTERED).when(new SetWorkContact(null, null, false)).then();
  }

  @Test
  void who_was_merged_away_changes_only_in_the_roles_there_are_until_it_is_undone() {
    var merged = new PersonMerged(ID, SURVIVOR);
    var undone = new PersonMergeUndone(ID, SURVIVOR);
    person.given(REGISTERED, PARTNER).when(new MergeInto(SURVIVOR, true, null)).then(merged);
    person.given(REGISTERED, merged).when(new MergeInto(SURVIVOR, true, null)).then();
    person
        .given(REGISTERED, PARTNER, merged)
        .when(appoint(OTHER, Role.REGISTRY_KEEPER, null))
        .thenRejected(new MergedAway(SURVIVOR));
    person
        .given(REGISTERED, PARTNER, merged)
        .when(new LinkIdentity(IDENTITY))
        .thenRejected(new MergedAway(SURVIVOR));
    person.given(REGISTERED, PARTNER, merged).when(new EndRole(HOLDING, END)).then(ended(END));
    person.given(REGISTERED, merged).when(new UndoMerge()).then(undone);
    person
        .given(REGISTERED, PARTNER, merged, undone)
        .when(appoint(OTHER, Role.PRACTICE_PARTNER, PRACTICE, OrganisationKind.PRACTICE))
        .thenRejected(new HeldAlready(HOLDING));
    person.given(REGISTERED).when(new UndoMerge()).thenRejected(new NotMerged());
  }

  @Test
  void only_another_person_who_stands_takes_over() {
    person
        .given(REGISTERED)
        .when(new MergeInto(SURVIVOR, false, null))
        .thenRejected(new CannotStand(SURVIVOR));
    person.given(REGISTERED).when(new MergeInto(ID, true, null)).thenRejected(new CannotStand(ID));
  }

  @Test
  void a_role_is_not_held_twice_under_two_records_of_one_human_being() {
    var held = Holding.from(Role.PRACTICE_PARTNER, PRACTICE, new Period(START, END), true, null);
    var elsewhere = List.of(new Held(SURVIVOR, OTHER, held));
    person
        .given(REGISTERED, PARTNER)
        .when(new MergeInto(SURVIVOR, true, elsewhere.getFirst()))
        .thenRejected(new HeldInBoth(OTHER));
    person.given(REGISTERED).when(partner(START, elsewhere)).thenRejected(new HeldAlready(OTHER));
    person
        .given(REGISTERED)
        .when(partner(END, elsewhere))
        .then(new RoleAppointed(HOLDING, ID, Role.PRACTICE_PARTNER, PRACTICE, END, null, true));
    person
        .given(REGISTERED, PARTNER)
        .when(new CorrectRole(HOLDING, START, null, null, elsewhere))
        .thenRejected(new HeldAlready(OTHER));
  }

  private static AppointToRole partner(LocalDate start, List<Held> elsewhere) {
    return new AppointToRole(
        HOLDING,
        Role.PRACTICE_PARTNER,
        PRACTICE,
        Set.of(OrganisationKind.PRACTICE),
        start,
        null,
        null,
        elsewhere);
  }

  private static RoleEnded ended(LocalDate end) {
    return new RoleEnded(HOLDING, ID, end, Role.PRACTICE_PARTNER, PRACTICE, null, null);
  }

  private static AppointToRole appoint(
      RoleHoldingId id,
      Role role,
      @Nullable OrganisationId organisation,
      OrganisationKind... kinds) {
    return new AppointToRole(id, role, organisation, Set.of(kinds), START, null, null, List.of());
  }
}
