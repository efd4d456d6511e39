package uk.onevoice.mandates.domain.ambition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.ambition.Ambition.Offered;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.CommitChange;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.End;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.Offer;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.PromiseBenefit;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.RecordAsk;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.RecordDelivery;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.RecordFollowThrough;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.RecordReview;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.SettleChange;
import uk.onevoice.mandates.domain.ambition.AmbitionCommand.Sign;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.AmbitionEnded;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.AmbitionOffered;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.AmbitionReviewed;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.AmbitionSigned;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.AskRecorded;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.BenefitPromised;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.ChangeCommitted;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.ChangeSettled;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.DeliveryRecorded;
import uk.onevoice.mandates.domain.ambition.AmbitionEvent.FollowThroughRecorded;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.AlreadyCommitted;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.AlreadyOffered;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.DayInTheFuture;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.DueInThePast;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.HasEnded;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.NoSuchAsk;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.NoSuchChange;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.NoSuchPromise;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.NotAMember;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.NotOffered;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.NotSigned;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.ReviewNotAhead;
import uk.onevoice.mandates.domain.ambition.AmbitionRejection.TooEarly;
import uk.onevoice.testkit.DeciderRules;

class AmbitionTest {
  private static final AgreementId ID = new AgreementId(uuid(1));
  private static final OrganisationId FEDERATION = new OrganisationId(uuid(2).toString());
  private static final PracticeId PRACTICE = new PracticeId("WYVP0001");
  private static final AskId ASK = new AskId(uuid(3));
  private static final PromiseId OWED = new PromiseId(uuid(4));
  private static final ChangeId CHANGE = new ChangeId(uuid(5));
  private static final WordsRef WORDS = new WordsRef(uuid(6));
  private static final Label PROGRAMME = new Label("Seven-day working");
  private static final LocalDate OFFERED_ON = LocalDate.of(2026, 9, 1);
  private static final LocalDate SIGNED_ON = LocalDate.of(2026, 9, 15);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final LocalDate TOMORROW = TODAY.plusDays(1);
  private static final LocalDate NEXT_YEAR = TODAY.plusYears(1);
  private static final Level TWO = new Level(2);

  private static final NewPromise PROMISE = new NewPromise(OWED, WORDS, TOMORROW);
  private static final AmbitionOffered OFFERED =
      new AmbitionOffered(ID, FEDERATION, PRACTICE, TWO, List.of(PROMISE), NEXT_YEAR, OFFERED_ON);
  private static final AmbitionSigned SIGNED = signed(TWO, SIGNED_ON);
  private static final ChangeCommitted COMMITTED =
      new ChangeCommitted(ID, CHANGE, PROGRAMME, SIGNED_ON);
  private static final AskRecorded ASKED =
      new AskRecorded(ID, PRACTICE, ASK, WORDS, TODAY, SIGNED_ON);
  private static final AmbitionEnded ENDED = new AmbitionEnded(ID, YESTERDAY);

  private final DeciderRules<AmbitionCommand, Ambition, AmbitionEvent, AmbitionRejection> ambition =
      DeciderRules.of(Ambition.DECIDER);

  @Test
  void a_federation_offers_one_agreement_at_a_time_to_a_practice_of_its_own() {
    ambition
        .given()
        .when(offer(true, NEXT_YEAR, TODAY))
        .then(
            new AmbitionOffered(
                ID,
                FEDERATION,
                PRACTICE,
                TWO,
                List.of(new NewPromise(OWED, WORDS, TODAY)),
                NEXT_YEAR,
                TODAY));
    ambition.given().when(offer(false, NEXT_YEAR, TODAY)).thenRejected(new NotAMember(PRACTICE));
    ambition
        .given(OFFERED)
        .when(offer(true, NEXT_YEAR, TODAY))
        .thenRejected(new AlreadyOffered(ID));
    ambition
        .given(OFFERED, SIGNED)
        .when(offer(true, NEXT_YEAR, TODAY))
        .thenRejected(new AlreadyOffered(ID));
  }

  @Test
  void its_review_and_what_it_promises_lie_ahead() {
    ambition.given().when(offer(true, TODAY, TODAY)).thenRejected(new ReviewNotAhead(TODAY));
    ambition
        .given()
        .when(offer(true, NEXT_YEAR, YESTERDAY))
        .thenRejected(new DueInThePast(YESTERDAY));
  }

  @Test
  void nothing_is_done_to_an_agreement_that_nobody_offered() {
    var none = ambition.given();
    for (AmbitionCommand command : afterwards()) {
      none.when(command).thenRejected(new NotOffered(ID));
    }
    none.when(new End(ID, TODAY, TODAY)).thenRejected(new NotOffered(ID));
  }

  @Test
  void the_practice_signs_at_a_level_of_its_own_choice_and_may_change_it() {
    ambition.given(OFFERED).when(sign(4, TODAY)).then(signed(new Level(4), TODAY));
    ambition.given(OFFERED, SIGNED).when(sign(2, TODAY)).then();
    ambition.given(OFFERED, SIGNED).when(sign(1, TODAY)).then(signed(new Level(1), TODAY));
  }

  @Test
  void a_signature_is_not_of_a_day_to_come_nor_before_the_offer_or_the_last_one() {
    ambition.given(OFFERED).when(sign(2, TOMORROW)).thenRejected(new DayInTheFuture(TOMORROW));
    ambition.given(OFFERED).when(sign(2, OFFERED_ON)).then(signed(TWO, OFFERED_ON));
    ambition
        .given(OFFERED)
        .when(sign(2, OFFERED_ON.minusDays(1)))
        .thenRejected(new TooEarly(OFFERED_ON));
    ambition
        .given(OFFERED, SIGNED)
        .when(sign(3, SIGNED_ON.minusDays(1)))
        .thenRejected(new TooEarly(SIGNED_ON));
    ambition.given(OFFERED, SIGNED).when(sign(3, SIGNED_ON)).then(signed(new Level(3), SIGNED_ON));
  }

  @Test
  void changes_and_asks_and_reviews_follow_a_signature() {
    var unsigned = ambition.given(OFFERED);
    unsigned.when(commit(PROGRAMME)).thenRejected(new NotSigned(ID));
    unsigned.when(ask(TODAY)).thenRejected(new NotSigned(ID));
    unsigned.when(review(TODAY, NEXT_YEAR, null)).thenRejected(new NotSigned(ID));
    var signed = ambition.given(OFFERED, SIGNED);
    signed.when(commit(PROGRAMME)).then(new ChangeCommitted(ID, CHANGE, PROGRAMME, TODAY));
    signed.when(ask(TODAY)).then(new AskRecorded(ID, PRACTICE, ASK, WORDS, TODAY, TODAY));
    signed.when(ask(YESTERDAY)).thenRejected(new DueInThePast(YESTERDAY));
  }

  @Test
  void a_practice_takes_part_in_a_programme_once_at_a_time() {
    var shouted = new Label("SEVEN-DAY WORKING");
    ambition
        .given(OFFERED, SIGNED, COMMITTED)
        .when(commit(shouted))
        .thenRejected(new AlreadyCommitted(shouted));
    var other = new Label("Shared visits team");
    ambition
        .given(OFFERED, SIGNED, COMMITTED)
        .when(commit(other))
        .then(new ChangeCommitted(ID, CHANGE, other, TODAY));
    ambition
        .given(OFFERED, SIGNED, COMMITTED, settled(ChangeResult.STOPPED, SIGNED_ON))
        .when(commit(PROGRAMME))
        .then(new ChangeCommitted(ID, CHANGE, PROGRAMME, TODAY));
  }

  @Test
  void how_a_change_went_is_said_of_one_that_was_begun() {
    var begun = ambition.given(OFFERED, SIGNED, COMMITTED);
    begun.when(settle(ChangeResult.MADE, TODAY)).then(settled(ChangeResult.MADE, TODAY));
    begun.when(settle(ChangeResult.MADE, SIGNED_ON)).then(settled(ChangeResult.MADE, SIGNED_ON));
    begun
        .when(settle(ChangeResult.MADE, SIGNED_ON.minusDays(1)))
        .thenRejected(new TooEarly(SIGNED_ON));
    begun.when(settle(ChangeResult.MADE, TOMORROW)).thenRejected(new DayInTheFuture(TOMORROW));
    ambition
        .given(OFFERED, SIGNED)
        .when(settle(ChangeResult.MADE, TODAY))
        .thenRejected(new NoSuchChange(CHANGE));
    var made = ambition.given(OFFERED, SIGNED, COMMITTED, settled(ChangeResult.MADE, SIGNED_ON));
    made.when(settle(ChangeResult.MADE, TODAY)).then();
    made.when(settle(ChangeResult.STOPPED, TODAY)).then(settled(ChangeResult.STOPPED, TODAY));
  }

  @Test
  void whether_the_practice_acted_is_said_of_an_ask_and_the_last_word_holds() {
    var asked = ambition.given(OFFERED, SIGNED, ASKED);
    asked.when(acted(true, TODAY)).then(new FollowThroughRecorded(ID, ASK, true, TODAY));
    asked.when(acted(false, SIGNED_ON)).then(new FollowThroughRecorded(ID, ASK, false, SIGNED_ON));
    asked.when(acted(true, TOMORROW)).thenRejected(new DayInTheFuture(TOMORROW));
    asked.when(acted(true, SIGNED_ON.minusDays(1))).thenRejected(new TooEarly(SIGNED_ON));
    ambition.given(OFFERED, SIGNED).when(acted(true, TODAY)).thenRejected(new NoSuchAsk(ASK));
    var done =
        ambition.given(OFFERED, SIGNED, ASKED, new FollowThroughRecorded(ID, ASK, true, TODAY));
    done.when(acted(true, TODAY)).then();
    done.when(acted(false, TODAY)).then(new FollowThroughRecorded(ID, ASK, false, TODAY));
  }

  @Test
  void what_the_federation_owes_is_promised_and_the_practice_says_whether_it_came() {
    ambition
        .given(OFFERED)
        .when(new PromiseBenefit(ID, new NewPromise(OWED, WORDS, TODAY), TODAY))
        .then(new BenefitPromised(ID, OWED, WORDS, TODAY, TODAY));
    ambition
        .given(OFFERED)
        .when(new PromiseBenefit(ID, new NewPromise(OWED, WORDS, YESTERDAY), TODAY))
        .thenRejected(new DueInThePast(YESTERDAY));
    var promised = ambition.given(OFFERED);
    promised.when(delivered(true, TODAY)).then(new DeliveryRecorded(ID, OWED, true, TODAY));
    promised.when(delivered(true, OFFERED_ON.minusDays(1))).thenRejected(new TooEarly(OFFERED_ON));
    promised.when(delivered(true, TOMORROW)).thenRejected(new DayInTheFuture(TOMORROW));
    promised
        .when(new RecordDelivery(ID, new PromiseId(uuid(9)), true, TODAY, TODAY))
        .thenRejected(new NoSuchPromise(new PromiseId(uuid(9))));
    var kept = ambition.given(OFFERED, new DeliveryRecorded(ID, OWED, true, TODAY));
    kept.when(delivered(true, TODAY)).then();
    kept.when(delivered(false, TODAY)).then(new DeliveryRecorded(ID, OWED, false, TODAY));
  }

  @Test
  void a_review_says_when_the_next_one_is() {
    var signed = ambition.given(OFFERED, SIGNED);
    signed
        .when(review(TODAY, NEXT_YEAR, WORDS))
        .then(new AmbitionReviewed(ID, NEXT_YEAR, WORDS, TODAY));
    signed.when(review(TODAY, TODAY, null)).thenRejected(new ReviewNotAhead(TODAY));
    signed.when(review(TOMORROW, NEXT_YEAR, null)).thenRejected(new DayInTheFuture(TOMORROW));
    signed
        .when(review(OFFERED_ON.minusDays(1), NEXT_YEAR, null))
        .thenRejected(new TooEarly(OFFERED_ON));
  }

  @Test
  void an_agreement_ends_once_and_not_before_it_was_signed() {
    ambition.given(OFFERED, SIGNED).when(end(TODAY)).then(new AmbitionEnded(ID, TODAY));
    ambition
        .given(OFFERED, SIGNED)
        .when(end(SIGNED_ON.minusDays(1)))
        .thenRejected(new TooEarly(SIGNED_ON));
    ambition.given(OFFERED).when(end(OFFERED_ON)).then(new AmbitionEnded(ID, OFFERED_ON));
    ambition
        .given(OFFERED)
        .when(end(OFFERED_ON.minusDays(1)))
        .thenRejected(new TooEarly(OFFERED_ON));
    ambition.given(OFFERED).when(end(TOMORROW)).thenRejected(new DayInTheFuture(TOMORROW));
    ambition.given(OFFERED, SIGNED, ENDED).when(end(TODAY)).then();
  }

  @Test
  void what_has_ended_takes_nothing_more_and_may_be_offered_again() {
    var ended = ambition.given(OFFERED, SIGNED, COMMITTED, ASKED, ENDED);
    for (AmbitionCommand command : afterwards()) {
      ended.when(command).thenRejected(new HasEnded(YESTERDAY));
    }
    var again =
        new AmbitionOffered(
            ID,
            FEDERATION,
            PRACTICE,
            TWO,
            List.of(new NewPromise(OWED, WORDS, TODAY)),
            NEXT_YEAR,
            TODAY);
    ended.when(offer(true, NEXT_YEAR, TODAY)).then(again);
    ambition
        .given(OFFERED, SIGNED, ASKED, ENDED, again)
        .thenState(
            new Offered(
                again,
                null,
                Map.of(),
                Map.of(),
                Map.of(OWED, new Promise(WORDS, TODAY, TODAY, null, null)),
                List.of(),
                NEXT_YEAR,
                null));
  }

  @Test
  void all_that_both_sides_did_is_known() {
    var next = NEXT_YEAR.plusMonths(6);
    ambition
        .given(
            OFFERED,
            SIGNED,
            COMMITTED,
            settled(ChangeResult.MADE, TODAY),
            ASKED,
            new FollowThroughRecorded(ID, ASK, false, TODAY),
            new BenefitPromised(ID, new PromiseId(uuid(8)), WORDS, NEXT_YEAR, TODAY),
            new DeliveryRecorded(ID, OWED, true, TODAY),
            new AmbitionReviewed(ID, next, null, YESTERDAY),
            signed(new Level(3), TODAY),
            new AmbitionReviewed(ID, next, WORDS, TODAY),
            ENDED)
        .thenState(
            new Offered(
                OFFERED,
                signed(new Level(3), TODAY),
                Map.of(CHANGE, new Change(PROGRAMME, SIGNED_ON, ChangeResult.MADE, TODAY)),
                Map.of(ASK, new Promise(WORDS, SIGNED_ON, TODAY, false, TODAY)),
                Map.of(
                    OWED,
                    new Promise(WORDS, OFFERED_ON, TOMORROW, true, TODAY),
                    new PromiseId(uuid(8)),
                    new Promise(WORDS, TODAY, NEXT_YEAR, null, null)),
                List.of(new Review(YESTERDAY, TWO, null), new Review(TODAY, new Level(3), WORDS)),
                next,
                YESTERDAY));
  }

  @Test
  void what_was_never_begun_is_not_made_up_by_what_is_said_of_it() {
    assertThat(
            Ambition.DECIDER.fold(
                List.of(
                    OFFERED,
                    settled(ChangeResult.MADE, TODAY),
                    new FollowThroughRecorded(ID, ASK, true, TODAY),
                    new DeliveryRecorded(ID, new PromiseId(uuid(8)), true, TODAY))))
        .isEqualTo(Ambition.DECIDER.fold(List.of(OFFERED)));
  }

  @Test
  void what_has_happened_is_never_refused() {
    ambition.evolvesEvery(
        AmbitionEvent.class,
        OFFERED,
        SIGNED,
        COMMITTED,
        settled(ChangeResult.MADE, TODAY),
        ASKED,
        new FollowThroughRecorded(ID, ASK, true, TODAY),
        new BenefitPromised(ID, OWED, WORDS, TODAY, TODAY),
        new DeliveryRecorded(ID, OWED, true, TODAY),
        new AmbitionReviewed(ID, NEXT_YEAR, null, TODAY),
        ENDED);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 5})
  void there_are_five_levels(int value) {
    assertThatThrownBy(() -> new Level(value)).isInstanceOf(IllegalArgumentException.class);
    assertThat(List.of(new Level(0), new Level(4))).hasSize(2);
  }

  private static List<AmbitionCommand> afterwards() {
    return List.of(
        sign(2, TODAY),
        commit(PROGRAMME),
        settle(ChangeResult.MADE, TODAY),
        ask(TODAY),
        acted(true, TODAY),
        new PromiseBenefit(ID, PROMISE, TODAY),
        delivered(true, TODAY),
        review(TODAY, NEXT_YEAR, null));
  }

  private static Offer offer(boolean member, LocalDate reviewOn, LocalDate due) {
    return new Offer(
        ID,
        FEDERATION,
        PRACTICE,
        member,
        TWO,
        List.of(new NewPromise(OWED, WORDS, due)),
        reviewOn,
        TODAY);
  }

  private static Sign sign(int level, LocalDate on) {
    return new Sign(ID, new Level(level), on, TODAY);
  }

  private static AmbitionSigned signed(Level level, LocalDate on) {
    return new AmbitionSigned(ID, FEDERATION, PRACTICE, level, on);
  }

  private static CommitChange commit(Label programme) {
    return new CommitChange(ID, CHANGE, programme, TODAY);
  }

  private static SettleChange settle(ChangeResult result, LocalDate on) {
    return new SettleChange(ID, CHANGE, result, on, TODAY);
  }

  private static ChangeSettled settled(ChangeResult result, LocalDate on) {
    return new ChangeSettled(ID, CHANGE, result, on);
  }

  private static RecordAsk ask(LocalDate due) {
    return new RecordAsk(ID, ASK, WORDS, due, TODAY);
  }

  private static RecordFollowThrough acted(boolean acted, LocalDate on) {
    return new RecordFollowThrough(ID, ASK, acted, on, TODAY);
  }

  private static RecordDelivery delivered(boolean delivered, LocalDate on) {
    return new RecordDelivery(ID, OWED, delivered, on, TODAY);
  }

  private static RecordReview review(LocalDate on, LocalDate next, @Nullable WordsRef notes) {
    return new RecordReview(ID, next, notes, on, TODAY);
  }

  private static End end(LocalDate on) {
    return new End(ID, on, TODAY);
  }

  private static UUID uuid(int number) {
    return new UUID(0, number);
  }
}
