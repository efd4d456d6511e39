package uk.onevoice.mandates.domain.feedback;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.ArrayList;
import java.util.List;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.mandates.domain.feedback.FeedbackCommand.Answer;
import uk.onevoice.mandates.domain.feedback.FeedbackCommand.Give;
import uk.onevoice.mandates.domain.feedback.FeedbackEvent.FeedbackAnswered;
import uk.onevoice.mandates.domain.feedback.FeedbackEvent.FeedbackGiven;
import uk.onevoice.mandates.domain.feedback.FeedbackRejection.NotInForce;
import uk.onevoice.mandates.domain.feedback.FeedbackRejection.NotInScope;
import uk.onevoice.mandates.domain.feedback.FeedbackRejection.NotTheHolder;
import uk.onevoice.mandates.domain.feedback.FeedbackRejection.NotYourPractice;

/**
 * The line between the holder of a mandate and its practices while it is in force: a mandate is
 * continuous, and nobody goes back before each decision.
 *
 * @param said in its order
 */
public record FeedbackChannel(List<FeedbackEvent> said) {
  public static final Decider<FeedbackCommand, FeedbackChannel, FeedbackEvent, FeedbackRejection>
      DECIDER =
          new Decider<>(
              new FeedbackChannel(List.of()), FeedbackChannel::decide, FeedbackChannel::evolve);

  public FeedbackChannel {
    said = List.copyOf(said);
  }

  static Decision<FeedbackEvent, FeedbackRejection> decide(
      FeedbackCommand command, FeedbackChannel channel) {
    if (!command.live()) {
      return reject(new NotInForce(command.mandateId()));
    }
    return switch (command) {
      case Give give -> give(give);
      case Answer answer ->
          answer.represented()
              ? accept(
                  new FeedbackAnswered(
                      answer.mandateId(), answer.holderId(), answer.answerRef(), answer.on()))
              : reject(new NotTheHolder(answer.holderId()));
    };
  }

  private static Decision<FeedbackEvent, FeedbackRejection> give(Give wish) {
    if (!wish.represented()) {
      return reject(new NotYourPractice(wish.practiceId()));
    }
    return wish.inScope()
        ? accept(
            new FeedbackGiven(wish.mandateId(), wish.practiceId(), wish.feedbackRef(), wish.on()))
        : reject(new NotInScope(wish.practiceId()));
  }

  static FeedbackChannel evolve(FeedbackChannel channel, FeedbackEvent event) {
    var all = new ArrayList<>(channel.said());
    all.add(event);
    return new FeedbackChannel(all);
  }
}
