package uk.onevoice.organisations.domain.topic;

import java.time.LocalDate;
import java.util.List;
import uk.onevoice.kernel.Label;
import uk.onevoice.organisations.domain.OrganisationId;

/** Facts about the topics of an ICS. */
public sealed interface TopicEvent {
  TopicId topicId();

  record TopicDefined(TopicId topicId, OrganisationId icsId, Label label, LocalDate start)
      implements TopicEvent {}

  record TopicRenamed(TopicId topicId, OrganisationId icsId, Label label, LocalDate from)
      implements TopicEvent {}

  /**
   * Whoever names it from this day on means the other, which may be in the list of an ICB that
   * followed.
   */
  record TopicMerged(TopicId topicId, OrganisationId icsId, TopicId into, LocalDate on)
      implements TopicEvent {}

  record TopicSplit(TopicId topicId, OrganisationId icsId, List<TopicId> into, LocalDate on)
      implements TopicEvent {
    public TopicSplit {
      into = List.copyOf(into);
    }
  }

  record TopicRetired(TopicId topicId, OrganisationId icsId, LocalDate on) implements TopicEvent {}

  /** Its retirement, merger or split is taken back, as if it had not been. */
  record TopicReinstated(TopicId topicId, OrganisationId icsId) implements TopicEvent {}
}
