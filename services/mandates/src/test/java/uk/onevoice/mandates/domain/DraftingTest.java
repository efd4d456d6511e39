package uk.onevoice.mandates.domain;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.onevoice.mandates.domain.MarlValley.ASKED;
import static uk.onevoice.mandates.domain.MarlValley.CARE;
import static uk.onevoice.mandates.domain.MarlValley.DRAFT;
import static uk.onevoice.mandates.domain.MarlValley.DRAFTED;
import static uk.onevoice.mandates.domain.MarlValley.END;
import static uk.onevoice.mandates.domain.MarlValley.FEDERATION;
import static uk.onevoice.mandates.domain.MarlValley.HOLDER;
import static uk.onevoice.mandates.domain.MarlValley.ID;
import static uk.onevoice.mandates.domain.MarlValley.MAY;
import static uk.onevoice.mandates.domain.MarlValley.NURSING;
import static uk.onevoice.mandates.domain.MarlValley.OPENED;
import static uk.onevoice.mandates.domain.MarlValley.PLACE;
import static uk.onevoice.mandates.domain.MarlValley.START;
import static uk.onevoice.mandates.domain.MarlValley.TERMS;
import static uk.onevoice.mandates.domain.MarlValley.TODAY;
import static uk.onevoice.mandates.domain.MarlValley.TOMORROW;
import static uk.onevoice.mandates.domain.MarlValley.about;
import static uk.onevoice.mandates.domain.MarlValley.opened;
import static uk.onevoice.mandates.domain.MarlValley.terms;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.onevoice.mandates.domain.DraftCommand.Draft;
import uk.onevoice.mandates.domain.DraftCommand.OpenForConsent;
import uk.onevoice.mandates.domain.DraftCommand.ReviseDraft;
import uk.onevoice.mandates.domain.DraftCommand.WithdrawDraft;
import uk.onevoice.mandates.domain.DraftEvent.DraftRevised;
import uk.onevoice.mandates.domain.DraftEvent.DraftWithdrawn;
import uk.onevoice.mandates.domain.MandateRejection.AlreadyOpened;
import uk.onevoice.mandates.domain.MandateRejection.DraftGivenUp;
import uk.onevoice.mandates.domain.MandateRejection.HolderDoesNotSpeakForPractices;
import uk.onevoice.mandates.domain.MandateRejection.LongerThanTwoYears;
import uk.onevoice.mandates.domain.MandateRejection.NoDayInForce;
import uk.onevoice.mandates.domain.MandateRejection.NotOpened;
import uk.onevoice.mandates.domain.MandateRejection.OpenedInTheFuture;
import uk.onevoice.mandates.domain.MandateRejection.RunOut;
import uk.onevoice.testkit.DeciderRules;

class DraftingTest {
  private static final DraftRevised REVISED =
      new DraftRevised(ID, about(NURSING, START, END), ASKED);
  private static final DraftWithdrawn GIVEN_UP = new DraftWithdrawn(ID, ASKED);

  private final DeciderRules<MandateCommand, Mandate, MandateEvent, MandateRejection> mandate =
      DeciderRules.of(Mandate.DECIDER);

  @Test
  void what_practices_are_to_be_asked_for_is_written_down_first() {
    mandate.given().when(new Draft(ID, PLACE, TERMS, true, DRAFTED)).then(DRAFT);
    mandate.given(DRAFT).thenState(new Mandate.Drafted(PLACE, TERMS, DRAFTED, false));
  }

  @Test
  void a_draft_is_begun_once() {
    var again = new Draft(ID, PLACE, TERMS, true, DRAFTED);
    mandate.given(DRAFT).when(again).thenRejected(new AlreadyOpened(ID));
    mandate.given(DRAFT, OPENED).when(again).thenRejected(new AlreadyOpened(ID));
    mandate
        .given(DRAFT)
        .when(
            new MandateCommand.Open(
                ID,
                PLACE,
                CARE.topic(),
                null,
                FEDERATION,
                true,
                HOLDER.label(),
                START,
                END,
                null,
                TODAY,
                null))
        .thenRejected(new AlreadyOpened(ID));
  }

  @Test
  void terms_run_for_a_day_and_24_months_at_most() {
    var none = terms(START, START);
    mandate
        .given()
        .when(new Draft(ID, PLACE, none, true, DRAFTED))
        .thenRejected(new NoDayInForce(START, START));
    var longer = terms(START, END.plusDays(1));
    mandate
        .given()
        .when(new Draft(ID, PLACE, longer, true, DRAFTED))
        .thenRejected(new LongerThanTwoYears(START, END));
    mandate
        .given(DRAFT)
        .when(new ReviseDraft(ID, longer, true, ASKED))
        .thenRejected(new LongerThanTwoYears(START, END));
  }

  @Test
  void only_bodies_of_general_practice_hold_a_mandate_or_stand_in() {
    mandate
        .given()
        .when(new Draft(ID, PLACE, TERMS, false, DRAFTED))
        .thenRejected(new HolderDoesNotSpeakForPractices(FEDERATION));
    mandate
        .given(DRAFT)
        .when(new ReviseDraft(ID, TERMS, false, ASKED))
        .thenRejected(new HolderDoesNotSpeakForPractices(FEDERATION));
  }

  @Test
  void a_draft_is_revised_until_practices_are_asked() {
    var other = about(NURSING, START, END);
    mandate.given(DRAFT).when(new ReviseDraft(ID, other, true, ASKED)).then(REVISED);
    mandate.given(DRAFT).when(new ReviseDraft(ID, TERMS, true, ASKED)).then();
    mandate.given(DRAFT, REVISED).thenState(new Mandate.Drafted(PLACE, other, DRAFTED, false));
    mandate
        .given(DRAFT, OPENED)
        .when(new ReviseDraft(ID, other, true, ASKED))
        .thenRejected(new AlreadyOpened(ID));
  }

  @Test
  void a_draft_is_given_up_for_good() {
    mandate.given(DRAFT).when(new WithdrawDraft(ID, ASKED)).then(GIVEN_UP);
    mandate.given(DRAFT, GIVEN_UP).when(new WithdrawDraft(ID, TODAY)).then();
    mandate
        .given(DRAFT, GIVEN_UP)
        .when(new OpenForConsent(ID, null, TODAY))
        .thenRejected(new DraftGivenUp(ID));
    mandate
        .given(DRAFT, GIVEN_UP)
        .when(new ReviseDraft(ID, TERMS, true, TODAY))
        .thenRejected(new DraftGivenUp(ID));
    mandate.given(DRAFT, GIVEN_UP).thenState(new Mandate.Drafted(PLACE, TERMS, DRAFTED, true));
    mandate
        .given(DRAFT, GIVEN_UP, REVISED)
        .thenState(new Mandate.Drafted(PLACE, about(NURSING, START, END), DRAFTED, true));
  }

  @Test
  void all_practices_of_the_place_are_asked_at_once() {
    mandate.given(DRAFT).when(new OpenForConsent(ID, ASKED, TODAY)).then(OPENED);
    mandate.given(DRAFT).when(new OpenForConsent(ID, null, ASKED)).then(OPENED);
    mandate
        .given(DRAFT, REVISED)
        .when(new OpenForConsent(ID, ASKED, TODAY))
        .then(opened(about(NURSING, START, END)));
    mandate
        .given(DRAFT, OPENED)
        .when(new OpenForConsent(ID, ASKED, TODAY))
        .thenRejected(new AlreadyOpened(ID));
  }

  @Test
  void nobody_is_asked_in_the_future_or_for_what_has_run_out() {
    mandate
        .given(DRAFT)
        .when(new OpenForConsent(ID, TOMORROW, TODAY))
        .thenRejected(new OpenedInTheFuture(TOMORROW));
    mandate.given(DRAFT).when(new OpenForConsent(ID, null, END)).thenRejected(new RunOut(ID, END));
    mandate.given(DRAFT).when(new OpenForConsent(ID, ASKED, END.minusDays(1))).then(OPENED);
  }

  @Test
  void what_was_never_drafted_is_not_revised_given_up_or_asked_for() {
    mandate.given().when(new ReviseDraft(ID, TERMS, true, TODAY)).thenRejected(new NotOpened(ID));
    mandate.given().when(new WithdrawDraft(ID, TODAY)).thenRejected(new NotOpened(ID));
    mandate.given().when(new OpenForConsent(ID, null, TODAY)).thenRejected(new NotOpened(ID));
  }

  @Test
  void nobody_answers_accepts_or_uses_a_draft() {
    mandate
        .given(DRAFT)
        .when(MarlValley.respond(null, MarlValley.given(MarlValley.P1, Answer.GRANT)))
        .thenRejected(new NotOpened(ID));
    mandate
        .given(DRAFT)
        .when(new LifeCommand.Accept(ID, MarlValley.HELD, TODAY))
        .thenRejected(new NotOpened(ID));
    mandate
        .given(DRAFT)
        .when(new UseCommand.TakeBack(ID, new InvocationId(MarlValley.uuid(90)), TODAY))
        .thenRejected(new NotOpened(ID));
  }

  @Test
  void terms_are_about_something_and_their_duties_are_days() {
    assertThatThrownBy(() -> termsOf(List.of(), 5, 7)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> termsOf(List.of(CARE), -1, 7))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> termsOf(List.of(CARE), 5, -1))
        .isInstanceOf(IllegalArgumentException.class);
    termsOf(List.of(CARE), 0, 0);
  }

  private static Terms termsOf(List<ListedTopic> topics, int briefing, int report) {
    return new Terms(
        topics,
        List.of(),
        HOLDER,
        List.of(),
        List.of(MAY),
        new Threshold(1, null, null),
        briefing,
        report,
        START,
        END,
        null);
  }
}
