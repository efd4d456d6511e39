package uk.onevoice.mandates.domain;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.kernel.Label;
import uk.onevoice.mandates.domain.ConsentCommand.Given;
import uk.onevoice.mandates.domain.ConsentCommand.Respond;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentConditional;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentDeclined;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentGranted;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentWithdrawn;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.MandateCommand.Open;
import uk.onevoice.mandates.domain.MandateEvent.MandateOpened;
import uk.onevoice.mandates.domain.MandateRejection.AlreadyOpened;
import uk.onevoice.mandates.domain.MandateRejection.AnswerInTheFuture;
import uk.onevoice.mandates.domain.MandateRejection.AnsweredBeforeAsked;
import uk.onevoice.mandates.domain.MandateRejection.HolderDoesNotSpeakForPractices;
import uk.onevoice.mandates.domain.MandateRejection.LaterAnswerStands;
import uk.onevoice.mandates.domain.MandateRejection.LongerThanTwoYears;
import uk.onevoice.mandates.domain.MandateRejection.NoDayInForce;
import uk.onevoice.mandates.domain.MandateRejection.NotOpened;
import uk.onevoice.mandates.domain.MandateRejection.NothingToWithdraw;
import uk.onevoice.mandates.domain.MandateRejection.OpenedInTheFuture;
import uk.onevoice.mandates.domain.MandateRejection.PracticeNotInPlace;
import uk.onevoice.mandates.domain.MandateRejection.RunOut;
import uk.onevoice.testkit.DeciderRules;

class MandateTest {
  private static final MandateId ID = new MandateId(uuid(1));
  private static final PlaceId PLACE = new PlaceId(uuid(2));
  private static final PlaceId OTHER_PLACE = new PlaceId(uuid(3));
  private static final PracticeId PRACTICE = new PracticeId("WYVP0001");
  private static final PracticeId NEIGHBOUR = new PracticeId("WYVP0002");
  private static final OrganisationId HOLDER = new OrganisationId(uuid(4).toString());
  private static final Label ROLE = new Label("Federation medical director");
  private static final Topic TOPIC = new Topic("community-services");

  private static final LocalDate START = LocalDate.of(2026, 4, 1);
  private static final LocalDate END = LocalDate.of(2028, 4, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final LocalDate ASKED = START.minusDays(60);

  private static final MandateOpened OPENED =
      new MandateOpened(ID, PLACE, TOPIC, null, HOLDER, ROLE, START, END, ASKED, null, null, null);

  private final DeciderRules<MandateCommand, Mandate, MandateEvent, MandateRejection> mandate =
      DeciderRules.of(Mandate.DECIDER);

  @Test
  void practices_are_asked_for_their_authority_on_a_topic_for_two_years() {
    mandate.given().when(open(START, END)).then(OPENED);
  }

  @Test
  void a_mandate_may_be_limited_to_one_board() {
    var board = new Label("Marl Valley place board");
    mandate
        .given()
        .when(new Open(ID, PLACE, TOPIC, board, HOLDER, true, ROLE, START, END, ASKED, TODAY, null))
        .then(
            new MandateOpened(
                ID, PLACE, TOPIC, board, HOLDER, ROLE, START, END, ASKED, null, null, null));
  }

  @Test
  void no_mandate_runs_for_more_than_two_years() {
    mandate
        .given()
        .when(open(START, END.plusDays(1)))
        .thenRejected(new LongerThanTwoYears(START, END));
  }

  @Test
  void two_years_from_a_leap_day_end_on_the_last_of_february() {
    var leapDay = LocalDate.of(2028, 2, 29);
    var latest = LocalDate.of(2030, 2, 28);
    mandate
        .given()
        .when(open(leapDay, latest.plusDays(1)))
        .thenRejected(new LongerThanTwoYears(leapDay, latest));
  }

  @Test
  void a_mandate_has_at_least_one_day() {
    mandate.given().when(open(START, START)).thenRejected(new NoDayInForce(START, START));
    mandate
        .given()
        .when(open(START, START.minusDays(1)))
        .thenRejected(new NoDayInForce(START, START.minusDays(1)));
  }

  @Test
  void only_a_body_of_general_practice_holds_a_mandate() {
    mandate
        .given()
        .when(new Open(ID, PLACE, TOPIC, null, HOLDER, false, ROLE, START, END, ASKED, TODAY, null))
        .thenRejected(new HolderDoesNotSpeakForPractices(HOLDER));
  }

  @Test
  void a_mandate_is_opened_once() {
    mandate.given(OPENED).when(open(START, END)).thenRejected(new AlreadyOpened(ID));
  }

  @Test
  void a_practice_grants_declines_or_sets_a_condition() {
    mandate.given(OPENED).when(respond(Answer.GRANT, TODAY)).then(granted(TODAY));
    mandate.given(OPENED).when(respond(Answer.DECLINE, TODAY)).then(declined(TODAY));
    mandate
        .given(OPENED)
        .when(respond(Answer.CONDITIONAL, TODAY))
        .then(new ConsentConditional(ID, PRACTICE, TODAY, null, null));
  }

  @Test
  void a_practice_that_has_answered_may_take_its_answer_back() {
    mandate
        .given(OPENED, granted(YESTERDAY))
        .when(respond(Answer.WITHDRAW, TODAY))
        .then(withdrawn(TODAY));
  }

  @Test
  void there_is_nothing_to_take_back_before_an_answer() {
    mandate
        .given(OPENED, new ConsentGranted(ID, NEIGHBOUR, YESTERDAY, null, null))
        .when(respond(Answer.WITHDRAW, TODAY))
        .thenRejected(new NothingToWithdraw(PRACTICE));
  }

  @Test
  void a_practice_that_took_its_answer_back_may_answer_again() {
    mandate
        .given(OPENED, granted(YESTERDAY), withdrawn(YESTERDAY))
        .when(respond(Answer.GRANT, TODAY))
        .then(granted(TODAY));
  }

  @ParameterizedTest
  @EnumSource(Answer.class)
  void the_same_answer_again_changes_nothing(Answer answer) {
    var before = mandate.given(OPENED, declined(YESTERDAY), event(answer, YESTERDAY));
    before.when(respond(answer, TODAY)).then();
  }

  @Test
  void a_later_answer_takes_the_place_of_the_earlier() {
    mandate
        .given(OPENED, granted(YESTERDAY))
        .when(respond(Answer.DECLINE, TODAY))
        .then(declined(TODAY));
    mandate
        .given(OPENED, granted(YESTERDAY), declined(TODAY))
        .thenState(answered(Map.of(PRACTICE, new Standing(Answer.DECLINE, TODAY))));
  }

  @Test
  void a_second_answer_on_the_same_day_holds() {
    mandate
        .given(OPENED, granted(TODAY))
        .when(respond(Answer.DECLINE, TODAY))
        .then(declined(TODAY));
  }

  @Test
  void an_answer_is_not_entered_behind_a_later_one() {
    mandate
        .given(OPENED, granted(TODAY))
        .when(respond(Answer.DECLINE, YESTERDAY))
        .thenRejected(new LaterAnswerStands(PRACTICE, TODAY));
  }

  @Test
  void practices_are_asked_before_the_first_day() {
    var before = START.minusDays(30);
    mandate.given(OPENED).when(respond(PLACE, Answer.GRANT, before, before)).then(granted(before));
  }

  @Test
  void nobody_answers_before_the_practices_are_asked() {
    var before = ASKED.minusDays(1);
    mandate
        .given(OPENED)
        .when(respond(Answer.GRANT, before))
        .thenRejected(new AnsweredBeforeAsked(before, ASKED));
    mandate.given(OPENED).when(respond(Answer.GRANT, ASKED)).then(granted(ASKED));
  }

  @Test
  void where_nobody_says_when_practices_were_asked_it_was_today_or_the_first_day() {
    var tomorrow = TODAY.plusDays(1);
    mandate.given().when(open(START, END, null)).then(opened(START, END, START));
    mandate.given().when(open(tomorrow, END, null)).then(opened(tomorrow, END, TODAY));
  }

  @Test
  void practices_are_not_asked_in_the_future() {
    var tomorrow = TODAY.plusDays(1);
    mandate.given().when(open(START, END, tomorrow)).thenRejected(new OpenedInTheFuture(tomorrow));
    mandate.given().when(open(START, END, TODAY)).then(opened(START, END, TODAY));
  }

  @Test
  void an_event_that_does_not_say_when_practices_were_asked_sets_no_bound() {
    var before = ASKED.minusDays(1);
    mandate
        .given(opened(START, END, null))
        .when(respond(Answer.GRANT, before))
        .then(granted(before));
  }

  @Test
  void a_mandate_that_has_run_out_takes_no_answers() {
    var lastDay = END.minusDays(1);
    mandate
        .given(OPENED)
        .when(respond(PLACE, Answer.GRANT, END, END))
        .thenRejected(new RunOut(ID, END));
    mandate.given(OPENED).when(respond(PLACE, Answer.GRANT, lastDay, END)).then(granted(lastDay));
  }

  @Test
  void nobody_answers_in_advance() {
    var tomorrow = TODAY.plusDays(1);
    mandate
        .given(OPENED)
        .when(respond(Answer.GRANT, tomorrow))
        .thenRejected(new AnswerInTheFuture(tomorrow));
  }

  @Test
  void only_practices_that_lie_in_the_place_on_that_day_answer() {
    mandate
        .given(OPENED)
        .when(respondFrom(OTHER_PLACE))
        .thenRejected(new PracticeNotInPlace(PRACTICE, TODAY));
    mandate
        .given(OPENED)
        .when(respondFrom(null))
        .thenRejected(new PracticeNotInPlace(PRACTICE, TODAY));
  }

  @Test
  void what_was_never_opened_is_not_answered() {
    mandate.given().when(respond(Answer.GRANT, TODAY)).thenRejected(new NotOpened(ID));
  }

  @Test
  void practices_answer_each_for_itself() {
    mandate
        .given(OPENED, granted(YESTERDAY), new ConsentDeclined(ID, NEIGHBOUR, TODAY, null, null))
        .thenState(
            answered(
                Map.of(
                    PRACTICE, new Standing(Answer.GRANT, YESTERDAY),
                    NEIGHBOUR, new Standing(Answer.DECLINE, TODAY))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Community services", "community_services", "-x", "a--b", "ä"})
  void a_topic_is_a_slug(String text) {
    assertThatThrownBy(() -> new Topic(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Open open(LocalDate start, LocalDate end) {
    return open(start, end, ASKED);
  }

  private static Open open(LocalDate start, LocalDate end, @Nullable LocalDate openedOn) {
    return new Open(ID, PLACE, TOPIC, null, HOLDER, true, ROLE, start, end, openedOn, TODAY, null);
  }

  private static MandateOpened opened(
      LocalDate start, LocalDate end, @Nullable LocalDate openedOn) {
    return new MandateOpened(
        ID, PLACE, TOPIC, null, HOLDER, ROLE, start, end, openedOn, null, null, null);
  }

  private static Respond respond(Answer answer, LocalDate on) {
    return respond(PLACE, answer, on, TODAY);
  }

  private static Respond respondFrom(@Nullable PlaceId place) {
    return respond(place, Answer.GRANT, TODAY, TODAY);
  }

  private static Respond respond(
      @Nullable PlaceId place, Answer answer, LocalDate on, LocalDate today) {
    return new Respond(
        ID,
        List.of(new Given(PRACTICE, new Belonging(place, Set.of()), true, answer, on, null)),
        null,
        Manner.ONLINE,
        today,
        new Electorate(List.of()));
  }

  private static Opened answered(Map<PracticeId, Standing> answers) {
    return new Opened(
        OPENED,
        new Version(1, null, START, END, null, ASKED, answers, null, Map.of(), List.of(), Map.of()),
        null,
        1,
        new Stage.InForce(START, null),
        Map.of(),
        List.of(),
        null,
        null);
  }

  private static MandateEvent event(Answer answer, LocalDate on) {
    return switch (answer) {
      case GRANT -> granted(on);
      case CONDITIONAL -> new ConsentConditional(ID, PRACTICE, on, null, null);
      case DECLINE -> declined(on);
      case WITHDRAW -> withdrawn(on);
    };
  }

  private static ConsentGranted granted(LocalDate on) {
    return new ConsentGranted(ID, PRACTICE, on, null, null);
  }

  private static ConsentDeclined declined(LocalDate on) {
    return new ConsentDeclined(ID, PRACTICE, on, null, null);
  }

  private static ConsentWithdrawn withdrawn(LocalDate on) {
    return new ConsentWithdrawn(ID, PRACTICE, on, null, null);
  }

  private static UUID uuid(int n) {
    return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
  }
}
