package uk.onevoice.mandates.domain.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.issue.IssueId;
import uk.onevoice.mandates.domain.issue.OptionId;
import uk.onevoice.mandates.domain.position.Position.Taken;
import uk.onevoice.mandates.domain.position.PositionCommand.Agree;
import uk.onevoice.mandates.domain.position.PositionCommand.Propose;
import uk.onevoice.mandates.domain.position.PositionCommand.Publish;
import uk.onevoice.mandates.domain.position.PositionCommand.Revise;
import uk.onevoice.mandates.domain.position.PositionCommand.Say;
import uk.onevoice.mandates.domain.position.PositionCommand.Speaking;
import uk.onevoice.mandates.domain.position.PositionCommand.Withdraw;
import uk.onevoice.mandates.domain.position.PositionEvent.DissentRecorded;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionAgreed;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionCommented;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionProposed;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionPublished;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionRevised;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionWithdrawn;
import uk.onevoice.mandates.domain.position.PositionRejection.AlreadyProposed;
import uk.onevoice.mandates.domain.position.PositionRejection.BeforeItWasAgreed;
import uk.onevoice.mandates.domain.position.PositionRejection.BeforeItWasPublished;
import uk.onevoice.mandates.domain.position.PositionRejection.DayInTheFuture;
import uk.onevoice.mandates.domain.position.PositionRejection.IssueNotClassified;
import uk.onevoice.mandates.domain.position.PositionRejection.IssueOfElsewhere;
import uk.onevoice.mandates.domain.position.PositionRejection.NoSuchOption;
import uk.onevoice.mandates.domain.position.PositionRejection.NotAgreed;
import uk.onevoice.mandates.domain.position.PositionRejection.NotOfPlace;
import uk.onevoice.mandates.domain.position.PositionRejection.NotProposed;
import uk.onevoice.mandates.domain.position.PositionRejection.NotYourBody;
import uk.onevoice.mandates.domain.position.PositionRejection.NothingOpen;
import uk.onevoice.mandates.domain.position.PositionRejection.NothingSaid;
import uk.onevoice.mandates.domain.position.PositionRejection.OptionSaidTwice;
import uk.onevoice.mandates.domain.position.PositionVersion.State;
import uk.onevoice.testkit.DeciderRules;

class PositionTest {
  private static final PositionId ID = new PositionId(uuid(1));
  private static final PlaceId PLACE = new PlaceId(uuid(2));
  private static final OrganisationId BODY = new OrganisationId(uuid(3).toString());
  private static final OrganisationId OTHER = new OrganisationId(uuid(4).toString());
  private static final IssueId ISSUE = new IssueId(uuid(5));
  private static final UUID TOPIC = uuid(6);
  private static final OptionId HUB = new OptionId(uuid(7));
  private static final OptionId PRACTICES = new OptionId(uuid(8));
  private static final OptionId UNKNOWN = new OptionId(uuid(9));
  private static final Set<OptionId> OPTIONS = Set.of(HUB, PRACTICES);
  private static final WordsRef WORDS = new WordsRef(uuid(10));
  private static final RoleName LEAD = new RoleName("FEDERATION_LEAD");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate EARLIER = TODAY.minusDays(30);
  private static final LocalDate TOMORROW = TODAY.plusDays(1);

  private static final Speaking OURS = new Speaking(BODY, true, true);
  private static final Speaking THEIRS = new Speaking(OTHER, true, true);
  private static final List<OptionStance> FOR = List.of(new OptionStance(HUB, Stance.FOR));
  private static final List<OptionStance> AGAINST = List.of(new OptionStance(HUB, Stance.AGAINST));

  private static final PositionProposed PROPOSED =
      new PositionProposed(ID, PLACE, BODY, ISSUE, TOPIC, FOR, EARLIER);
  private static final PositionAgreed AGREED = agreed(1, BODY, EARLIER);
  private static final PositionPublished PUBLISHED =
      published(1, 1, FOR, List.of(new Agreement(BODY, LEAD, EARLIER)), EARLIER);
  private static final PositionRevised REVISED = new PositionRevised(ID, 2, AGAINST, TODAY);
  private static final PositionWithdrawn WITHDRAWN = new PositionWithdrawn(ID, PLACE, ISSUE, TODAY);

  private final DeciderRules<PositionCommand, Position, PositionEvent, PositionRejection> position =
      DeciderRules.of(Position.DECIDER);

  @Test
  void a_body_takes_one_position_on_an_issue() {
    position
        .given()
        .when(propose(OURS, FOR))
        .then(new PositionProposed(ID, PLACE, BODY, ISSUE, TOPIC, FOR, TODAY));
    position.given(PROPOSED).when(propose(OURS, FOR)).thenRejected(new AlreadyProposed(ID));
  }

  @Test
  void nothing_is_done_to_a_position_that_nobody_proposed() {
    var none = position.given();
    none.when(new Revise(ID, OURS, OPTIONS, FOR, TODAY)).thenRejected(new NotProposed(ID));
    none.when(agree(OURS, TODAY)).thenRejected(new NotProposed(ID));
    none.when(publish(TODAY)).thenRejected(new NotProposed(ID));
    none.when(withdraw(TODAY)).thenRejected(new NotProposed(ID));
    none.when(say(Remark.Kind.COMMENT)).thenRejected(new NotProposed(ID));
  }

  @Test
  void only_a_body_of_the_place_takes_a_position_and_only_its_own_people_say_it() {
    var stranger = new Speaking(BODY, false, true);
    var notOurs = new Speaking(BODY, true, false);
    position.given().when(propose(stranger, FOR)).thenRejected(new NotOfPlace(BODY));
    position.given().when(propose(notOurs, FOR)).thenRejected(new NotYourBody(BODY));
    var agreed = position.given(PROPOSED, AGREED);
    agreed
        .when(new Revise(ID, notOurs, OPTIONS, AGAINST, TODAY))
        .thenRejected(new NotYourBody(BODY));
    agreed.when(agree(notOurs, TODAY)).thenRejected(new NotYourBody(BODY));
    agreed.when(agree(stranger, TODAY)).thenRejected(new NotOfPlace(BODY));
    agreed.when(new Publish(ID, notOurs, TODAY, TODAY)).thenRejected(new NotYourBody(BODY));
    agreed.when(new Withdraw(ID, notOurs, TODAY, TODAY)).thenRejected(new NotYourBody(BODY));
  }

  @Test
  void the_issue_is_one_of_the_ics_and_was_classified_where_there_is_a_scheme() {
    position
        .given()
        .when(new Propose(ID, PLACE, OURS, ISSUE, TOPIC, false, true, OPTIONS, FOR, TODAY))
        .thenRejected(new IssueOfElsewhere(ISSUE));
    position
        .given()
        .when(new Propose(ID, PLACE, OURS, ISSUE, TOPIC, true, false, OPTIONS, FOR, TODAY))
        .thenRejected(new IssueNotClassified(ISSUE));
  }

  @Test
  void something_is_said_of_options_of_the_issue_and_once_of_each() {
    var unknown = List.of(new OptionStance(UNKNOWN, Stance.FOR));
    var twice =
        List.of(new OptionStance(HUB, Stance.FOR), new OptionStance(HUB, Stance.CONDITIONAL));
    var none = position.given();
    none.when(propose(OURS, List.of())).thenRejected(new NothingSaid());
    none.when(propose(OURS, unknown)).thenRejected(new NoSuchOption(UNKNOWN));
    none.when(propose(OURS, twice)).thenRejected(new OptionSaidTwice(HUB));
    var there = position.given(PROPOSED);
    there.when(revise(List.of())).thenRejected(new NothingSaid());
    there.when(revise(unknown)).thenRejected(new NoSuchOption(UNKNOWN));
    there.when(revise(twice)).thenRejected(new OptionSaidTwice(HUB));
  }

  @ParameterizedTest
  @EnumSource(Stance.class)
  void every_stance_can_be_taken_on_every_option(Stance stance) {
    var both = List.of(new OptionStance(HUB, stance), new OptionStance(PRACTICES, stance));
    position
        .given()
        .when(propose(OURS, both))
        .then(new PositionProposed(ID, PLACE, BODY, ISSUE, TOPIC, both, TODAY));
  }

  @Test
  void a_revision_is_a_new_version_and_the_same_again_changes_nothing() {
    position.given(PROPOSED).when(revise(AGAINST)).then(REVISED);
    position.given(PROPOSED).when(revise(FOR)).then();
    position.given(PROPOSED, AGREED, PUBLISHED).when(revise(FOR)).then();
  }

  @Test
  void it_is_agreed_when_the_body_whose_it_is_agrees_and_others_may_join() {
    position.given(PROPOSED).when(agree(OURS, TODAY)).then(agreed(1, BODY, TODAY));
    position.given(PROPOSED).when(agree(THEIRS, TODAY)).then(agreed(1, OTHER, TODAY));
    position
        .given(PROPOSED, agreed(1, OTHER, TODAY))
        .when(publish(TODAY))
        .thenRejected(new NotAgreed(BODY));
    position.given(PROPOSED, AGREED).when(agree(THEIRS, TODAY)).then(agreed(1, OTHER, TODAY));
    position.given(PROPOSED, AGREED).when(agree(OURS, TODAY)).then();
  }

  @Test
  void nobody_agrees_publishes_or_withdraws_on_a_day_that_has_not_come() {
    var agreed = position.given(PROPOSED, AGREED);
    agreed.when(agree(THEIRS, TOMORROW)).thenRejected(new DayInTheFuture(TOMORROW));
    agreed.when(publish(TOMORROW)).thenRejected(new DayInTheFuture(TOMORROW));
    agreed.when(withdraw(TOMORROW)).thenRejected(new DayInTheFuture(TOMORROW));
  }

  @Test
  void only_what_is_agreed_is_published() {
    position.given(PROPOSED).when(publish(TODAY)).thenRejected(new NotAgreed(BODY));
    position
        .given(PROPOSED, AGREED)
        .when(publish(TODAY))
        .then(published(1, 1, FOR, List.of(new Agreement(BODY, LEAD, EARLIER)), TODAY));
    position.given(PROPOSED, AGREED, PUBLISHED).when(publish(TODAY)).then();
  }

  @Test
  void a_revised_version_is_agreed_again_before_it_is_published() {
    position
        .given(PROPOSED, AGREED, REVISED)
        .when(publish(TODAY))
        .thenRejected(new NotAgreed(BODY));
    position
        .given(PROPOSED, AGREED, PUBLISHED, REVISED, agreed(2, BODY, TODAY))
        .when(publish(TODAY))
        .then(published(2, 2, AGAINST, List.of(new Agreement(BODY, LEAD, TODAY)), TODAY));
  }

  @Test
  void what_is_public_counts_and_not_what_was_private_before_it() {
    position
        .given(PROPOSED, AGREED, REVISED, agreed(2, BODY, TODAY))
        .when(publish(TODAY))
        .then(published(2, 1, AGAINST, List.of(new Agreement(BODY, LEAD, TODAY)), TODAY));
  }

  @Test
  void who_agreed_is_published_with_it() {
    position
        .given(PROPOSED, AGREED, agreed(1, OTHER, EARLIER))
        .when(publish(TODAY))
        .then(
            published(
                1,
                1,
                FOR,
                List.of(new Agreement(BODY, LEAD, EARLIER), new Agreement(OTHER, LEAD, EARLIER)),
                TODAY));
  }

  @Test
  void nothing_is_published_before_it_was_agreed_or_before_what_was_public_last() {
    var before = EARLIER.minusDays(1);
    position
        .given(PROPOSED, AGREED)
        .when(publish(before))
        .thenRejected(new BeforeItWasAgreed(EARLIER));
    position.given(PROPOSED, AGREED).when(publish(EARLIER)).then(PUBLISHED);
    var revised = position.given(PROPOSED, AGREED, PUBLISHED, REVISED, agreed(2, BODY, before));
    revised.when(publish(before)).thenRejected(new BeforeItWasPublished(EARLIER));
    revised
        .when(publish(EARLIER))
        .then(published(2, 2, AGAINST, List.of(new Agreement(BODY, LEAD, before)), EARLIER));
    position
        .given(PROPOSED, AGREED, PUBLISHED, WITHDRAWN, REVISED, agreed(2, BODY, before))
        .when(publish(EARLIER))
        .thenRejected(new BeforeItWasPublished(TODAY));
  }

  @Test
  void what_was_public_is_superseded_by_the_next_that_is_published() {
    var state =
        state(
            PROPOSED,
            AGREED,
            PUBLISHED,
            REVISED,
            agreed(2, BODY, TODAY),
            published(2, 2, AGAINST, List.of(), TODAY));
    assertThat(state.versions())
        .extracting(PositionVersion::state)
        .containsExactly(State.SUPERSEDED, State.PUBLIC);
    assertThat(state.versions().getFirst().endedOn()).isEqualTo(TODAY);
    assertThat(state.inPublic()).contains(state.latest());
    assertThat(state.latest().publication()).isEqualTo(2);
    assertThat(state.latest().publishedOn()).isEqualTo(TODAY);
    assertThat(state.latest().endedOn()).isNull();
  }

  @Test
  void what_is_public_stands_while_another_version_is_discussed() {
    var state = state(PROPOSED, AGREED, PUBLISHED, REVISED);
    assertThat(state.latest().state()).isEqualTo(State.PRIVATE);
    assertThat(state.inPublic()).map(PositionVersion::number).contains(1);
    assertThat(state(PROPOSED, AGREED).inPublic()).isEmpty();
  }

  @Test
  void a_version_that_was_replaced_before_it_was_public_is_closed() {
    var state = state(PROPOSED, AGREED, REVISED);
    assertThat(state.versions())
        .extracting(PositionVersion::state)
        .containsExactly(State.REPLACED, State.PRIVATE);
    assertThat(state.versions().getFirst().endedOn()).isEqualTo(TODAY);
    assertThat(state.latest())
        .isEqualTo(new PositionVersion(2, State.PRIVATE, TODAY, AGAINST, List.of(), 0, null, null));
  }

  @Test
  void a_position_is_withdrawn_once_whatever_it_has_come_to() {
    position.given(PROPOSED).when(withdraw(TODAY)).then(WITHDRAWN);
    position.given(PROPOSED, AGREED, PUBLISHED).when(withdraw(TODAY)).then(WITHDRAWN);
    position
        .given(PROPOSED, AGREED, PUBLISHED)
        .when(withdraw(EARLIER))
        .then(new PositionWithdrawn(ID, PLACE, ISSUE, EARLIER));
    position
        .given(PROPOSED, AGREED, PUBLISHED)
        .when(withdraw(EARLIER.minusDays(1)))
        .thenRejected(new BeforeItWasPublished(EARLIER));
    position.given(PROPOSED, WITHDRAWN).when(withdraw(TODAY)).then();
    var state = state(PROPOSED, AGREED, PUBLISHED, REVISED, WITHDRAWN);
    assertThat(state.versions())
        .allMatch(version -> version.state() == State.WITHDRAWN)
        .allMatch(version -> TODAY.equals(version.endedOn()));
    assertThat(state.inPublic()).isEmpty();
  }

  @Test
  void withdrawing_leaves_what_had_ended_before_as_it_was() {
    assertThat(state(PROPOSED, REVISED, WITHDRAWN).versions())
        .extracting(PositionVersion::state)
        .containsExactly(State.REPLACED, State.WITHDRAWN);
  }

  @Test
  void after_a_withdrawal_the_body_may_say_something_again_even_the_same() {
    position
        .given(PROPOSED, WITHDRAWN)
        .when(revise(FOR))
        .then(new PositionRevised(ID, 2, FOR, TODAY));
    position
        .given(PROPOSED, WITHDRAWN)
        .when(publish(TODAY))
        .thenRejected(new NothingOpen(State.WITHDRAWN));
  }

  @Test
  void disagreement_and_comments_are_of_the_private_stage() {
    var comment = new PositionCommented(ID, 1, OTHER, LEAD, WORDS, TODAY);
    var dissent = new DissentRecorded(ID, 1, OTHER, LEAD, WORDS, TODAY);
    for (var open : List.of(position.given(PROPOSED), position.given(PROPOSED, AGREED))) {
      open.when(say(Remark.Kind.COMMENT)).then(comment);
      open.when(say(Remark.Kind.DISSENT)).then(dissent);
    }
    var closed = position.given(PROPOSED, AGREED, PUBLISHED);
    closed.when(say(Remark.Kind.COMMENT)).thenRejected(new NothingOpen(State.PUBLIC));
    closed.when(say(Remark.Kind.DISSENT)).thenRejected(new NothingOpen(State.PUBLIC));
    closed.when(agree(THEIRS, TODAY)).thenRejected(new NothingOpen(State.PUBLIC));
    position
        .given(PROPOSED, WITHDRAWN)
        .when(say(Remark.Kind.DISSENT))
        .thenRejected(new NothingOpen(State.WITHDRAWN));
    assertThat(state(PROPOSED, comment, dissent).remarks())
        .containsExactly(
            new Remark(Remark.Kind.COMMENT, 1, OTHER, LEAD, WORDS, TODAY),
            new Remark(Remark.Kind.DISSENT, 1, OTHER, LEAD, WORDS, TODAY));
  }

  @Test
  void dissent_keeps_nothing_from_being_agreed_and_is_not_published() {
    var dissent = new DissentRecorded(ID, 1, OTHER, LEAD, WORDS, TODAY);
    position.given(PROPOSED, dissent).when(agree(OURS, TODAY)).then(agreed(1, BODY, TODAY));
    position
        .given(PROPOSED, dissent, AGREED)
        .when(publish(TODAY))
        .then(published(1, 1, FOR, List.of(new Agreement(BODY, LEAD, EARLIER)), TODAY));
  }

  @Test
  void what_has_happened_is_never_refused() {
    position.evolvesEvery(
        PositionEvent.class,
        PROPOSED,
        REVISED,
        AGREED,
        PUBLISHED,
        WITHDRAWN,
        new PositionCommented(ID, 1, OTHER, LEAD, WORDS, TODAY),
        new DissentRecorded(ID, 1, OTHER, LEAD, WORDS, TODAY));
  }

  @Test
  void a_position_is_proposed_once_only() {
    assertThat(state(PROPOSED, AGREED, PROPOSED)).isEqualTo(state(PROPOSED, AGREED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X", "Federation lead", "FEDERATION-LEAD"})
  void a_role_is_named_as_the_registry_names_it(String name) {
    assertThatThrownBy(() -> new RoleName(name)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Taken state(PositionEvent... history) {
    return (Taken) Position.DECIDER.fold(List.of(history));
  }

  private static PositionAgreed agreed(int version, OrganisationId body, LocalDate on) {
    return new PositionAgreed(ID, version, body, LEAD, on);
  }

  private static PositionPublished published(
      int version,
      int publication,
      List<OptionStance> stances,
      List<Agreement> agreedBy,
      LocalDate on) {
    return new PositionPublished(
        ID, PLACE, BODY, ISSUE, TOPIC, version, publication, stances, agreedBy, on);
  }

  private static Propose propose(Speaking speaking, List<OptionStance> stances) {
    return new Propose(ID, PLACE, speaking, ISSUE, TOPIC, true, true, OPTIONS, stances, TODAY);
  }

  private static Revise revise(List<OptionStance> stances) {
    return new Revise(ID, OURS, OPTIONS, stances, TODAY);
  }

  private static Agree agree(Speaking speaking, LocalDate on) {
    return new Agree(ID, speaking, LEAD, on, TODAY);
  }

  private static Publish publish(LocalDate on) {
    return new Publish(ID, OURS, on, TODAY);
  }

  private static Withdraw withdraw(LocalDate on) {
    return new Withdraw(ID, OURS, on, TODAY);
  }

  private static Say say(Remark.Kind kind) {
    return new Say(ID, kind, OTHER, LEAD, WORDS, TODAY);
  }

  private static UUID uuid(int number) {
    return new UUID(0, number);
  }
}
