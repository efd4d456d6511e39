package uk.onevoice.mandates.domain.externalchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.externalchange.ExternalChange.Recorded;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeCommand.RecordChange;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeCommand.SettleReview;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeEvent.ExternalChangeRecorded;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeEvent.MandateReviewSettled;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeRejection.AlreadyRecorded;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeRejection.NoTopic;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeRejection.NotRecorded;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeRejection.NotTouched;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeRejection.TopicNotInUse;
import uk.onevoice.testkit.DeciderRules;

class ExternalChangeTest {
  private static final ExternalChangeId ID = new ExternalChangeId(new UUID(0, 1));
  private static final OrganisationId ICS = new OrganisationId("WYVICB01");
  private static final UUID TOPIC = new UUID(0, 2);
  private static final UUID RETIRED = new UUID(0, 3);
  private static final MandateId MANDATE = new MandateId(new UUID(0, 4));
  private static final MandateId OTHER = new MandateId(new UUID(0, 5));
  private static final WordsRef WORDS = new WordsRef(new UUID(0, 6));
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate FROM = LocalDate.of(2027, 4, 1);
  private static final List<TouchedMandate> TOUCHED =
      List.of(new TouchedMandate(MANDATE, TOPIC), new TouchedMandate(OTHER, TOPIC));
  private static final ExternalChangeRecorded RECORDED =
      new ExternalChangeRecorded(
          ID, ICS, ChangeKind.CONTRACT, WORDS, List.of(TOPIC), FROM, TOUCHED, TODAY);

  private final DeciderRules<
          ExternalChangeCommand, ExternalChange, ExternalChangeEvent, ExternalChangeRejection>
      change = DeciderRules.of(ExternalChange.DECIDER);

  @Test
  void a_change_is_recorded_once_with_the_mandates_it_touches() {
    change.given().when(record(List.of(TOPIC), List.of())).then(RECORDED);
    change
        .given(RECORDED)
        .when(record(List.of(TOPIC), List.of()))
        .thenRejected(new AlreadyRecorded(ID));
  }

  @Test
  void it_is_about_topics_in_use() {
    change.given().when(record(List.of(), List.of())).thenRejected(new NoTopic());
    change
        .given()
        .when(record(List.of(TOPIC, RETIRED), List.of(RETIRED)))
        .thenRejected(new TopicNotInUse(RETIRED));
  }

  @Test
  void each_mandate_it_touches_is_reviewed_and_settled() {
    change
        .given(RECORDED)
        .when(settle(MANDATE, ReviewOutcome.STANDS, null))
        .then(settled(MANDATE, ReviewOutcome.STANDS, null));
    change
        .given(RECORDED)
        .when(settle(new MandateId(new UUID(0, 9)), ReviewOutcome.STANDS, null))
        .thenRejected(new NotTouched(new MandateId(new UUID(0, 9))));
    change
        .given()
        .when(settle(MANDATE, ReviewOutcome.STANDS, null))
        .thenRejected(new NotRecorded(ID));
  }

  @Test
  void the_last_word_on_a_mandate_holds_and_the_same_again_changes_nothing() {
    var stands = change.given(RECORDED, settled(MANDATE, ReviewOutcome.STANDS, WORDS));
    stands.when(settle(MANDATE, ReviewOutcome.STANDS, null)).then();
    stands
        .when(settle(MANDATE, ReviewOutcome.STANDS, WORDS))
        .then(settled(MANDATE, ReviewOutcome.STANDS, WORDS));
    stands
        .when(settle(MANDATE, ReviewOutcome.TO_BE_ENDED, null))
        .then(settled(MANDATE, ReviewOutcome.TO_BE_ENDED, null));
    stands
        .when(settle(OTHER, ReviewOutcome.STANDS, null))
        .then(settled(OTHER, ReviewOutcome.STANDS, null));
  }

  @Test
  void it_is_known_how_many_are_still_to_be_looked_at() {
    var last = settled(MANDATE, ReviewOutcome.TO_BE_AMENDED, WORDS);
    change
        .given(RECORDED, settled(MANDATE, ReviewOutcome.STANDS, null), last)
        .thenState(new Recorded(RECORDED, Map.of(MANDATE, last)));
    assertThat(new Recorded(RECORDED, Map.of()).toBeReviewed()).isEqualTo(2);
    assertThat(new Recorded(RECORDED, Map.of(MANDATE, last)).toBeReviewed()).isEqualTo(1);
  }

  @Test
  void what_has_happened_is_never_refused() {
    change.evolvesEvery(
        ExternalChangeEvent.class, RECORDED, settled(MANDATE, ReviewOutcome.STANDS, null));
  }

  private static RecordChange record(List<UUID> topics, List<UUID> notInUse) {
    return new RecordChange(
        ID, ICS, ChangeKind.CONTRACT, WORDS, topics, notInUse, TOUCHED, FROM, TODAY);
  }

  private static SettleReview settle(
      MandateId mandate, ReviewOutcome outcome, @Nullable WordsRef notes) {
    return new SettleReview(ID, mandate, outcome, notes, TODAY);
  }

  private static MandateReviewSettled settled(
      MandateId mandate, ReviewOutcome outcome, @Nullable WordsRef notes) {
    return new MandateReviewSettled(ID, mandate, outcome, notes, TODAY);
  }
}
