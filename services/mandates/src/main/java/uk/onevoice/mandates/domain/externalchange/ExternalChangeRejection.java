package uk.onevoice.mandates.domain.externalchange;

import java.util.UUID;
import uk.onevoice.mandates.domain.MandateId;

/** The rule that said no. */
public sealed interface ExternalChangeRejection {
  record AlreadyRecorded(ExternalChangeId id) implements ExternalChangeRejection {}

  record NotRecorded(ExternalChangeId id) implements ExternalChangeRejection {}

  /** Without a topic nobody could say what it touches. */
  record NoTopic() implements ExternalChangeRejection {}

  record TopicNotInUse(UUID topicId) implements ExternalChangeRejection {}

  record NotTouched(MandateId mandateId) implements ExternalChangeRejection {}
}
