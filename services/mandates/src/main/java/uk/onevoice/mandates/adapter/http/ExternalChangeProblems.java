package uk.onevoice.mandates.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.mandates.domain.externalchange.ExternalChangeRejection;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeRejection.AlreadyRecorded;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeRejection.NoTopic;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeRejection.NotRecorded;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeRejection.NotTouched;
import uk.onevoice.mandates.domain.externalchange.ExternalChangeRejection.TopicNotInUse;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of external changes said no. */
final class ExternalChangeProblems {
  private ExternalChangeProblems() {}

  static Problem of(ExternalChangeRejection rejection) {
    return switch (rejection) {
      case NotRecorded _, NotTouched _ -> Problem.notFound();
      case AlreadyRecorded _ ->
          conflict("change-already-recorded", "This change is recorded already.");
      case NoTopic _ ->
          unprocessable("change-without-topic", "Nobody can say what this change touches.")
              .at("/topicIds", "must have one at least");
      case TopicNotInUse(var topic) ->
          unprocessable("topic-not-in-use", "This topic is not in use in the ICS.")
              .at("/topicIds", "must not name " + topic);
    };
  }
}
