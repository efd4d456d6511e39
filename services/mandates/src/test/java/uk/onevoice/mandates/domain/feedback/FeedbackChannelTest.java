package uk.onevoice.mandates.domain.feedback;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.feedback.FeedbackCommand.Answer;
import uk.onevoice.mandates.domain.feedback.FeedbackCommand.Give;
import uk.onevoice.mandates.domain.feedback.FeedbackEvent.FeedbackAnswered;
import uk.onevoice.mandates.domain.feedback.FeedbackEvent.FeedbackGiven;
import uk.onevoice.mandates.domain.feedback.FeedbackRejection.NotInForce;
import uk.onevoice.mandates.domain.feedback.FeedbackRejection.NotInScope;
import uk.onevoice.mandates.domain.feedback.FeedbackRejection.NotTheHolder;
import uk.onevoice.mandates.domain.feedback.FeedbackRejection.NotYourPractice;
import uk.onevoice.testkit.DeciderRules;

class FeedbackChannelTest {
  private static final MandateId MANDATE = new MandateId(new UUID(0, 1));
  private static final PracticeId PRACTICE = new PracticeId("WYVP0001");
  private static final OrganisationId HOLDER = new OrganisationId(new UUID(0, 2).toString());
  private static final WordsRef WORDS = new WordsRef(new UUID(0, 3));
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final FeedbackGiven GIVEN = new FeedbackGiven(MANDATE, PRACTICE, WORDS, TODAY);
  private static final FeedbackAnswered ANSWERED =
      new FeedbackAnswered(MANDATE, HOLDER, WORDS, TODAY);

  private final DeciderRules<FeedbackCommand, FeedbackChannel, FeedbackEvent, FeedbackRejection>
      channel = DeciderRules.of(FeedbackChannel.DECIDER);

  @Test
  void a_practice_in_scope_tells_the_holder_something_and_the_holder_the_practices() {
    channel.given().when(give(true, true, true)).then(GIVEN);
    channel.given(GIVEN).when(answer(true, true)).then(ANSWERED);
    channel.given(GIVEN, ANSWERED).when(give(true, true, true)).then(GIVEN);
  }

  @Test
  void only_while_the_mandate_is_in_force() {
    channel.given().when(give(false, true, true)).thenRejected(new NotInForce(MANDATE));
    channel.given().when(answer(false, true)).thenRejected(new NotInForce(MANDATE));
  }

  @Test
  void only_partners_of_practices_in_scope_and_the_holder_say_anything() {
    channel.given().when(give(true, false, true)).thenRejected(new NotInScope(PRACTICE));
    channel.given().when(give(true, true, false)).thenRejected(new NotYourPractice(PRACTICE));
    channel.given().when(answer(true, false)).thenRejected(new NotTheHolder(HOLDER));
  }

  @Test
  void all_that_was_said_is_known_in_its_order() {
    channel
        .given(GIVEN, ANSWERED, GIVEN)
        .thenState(new FeedbackChannel(List.of(GIVEN, ANSWERED, GIVEN)));
  }

  @Test
  void what_has_happened_is_never_refused() {
    channel.evolvesEvery(FeedbackEvent.class, GIVEN, ANSWERED);
  }

  private static Give give(boolean live, boolean inScope, boolean represented) {
    return new Give(MANDATE, live, PRACTICE, inScope, represented, WORDS, TODAY);
  }

  private static Answer answer(boolean live, boolean represented) {
    return new Answer(MANDATE, live, HOLDER, represented, WORDS, TODAY);
  }
}
