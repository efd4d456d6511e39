package uk.onevoice.organisations.domain.topic;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;

/** Wishes about the topics of an ICS. */
public sealed interface TopicCommand {
  /**
   * @param icbOpen when {@code ics} is open; null where the registry does not know it as an ICB
   */
  record DefineTopic(
      TopicId id,
      OrganisationId ics,
      @Nullable Period icbOpen,
      Label label,
      LocalDate start,
      LocalDate today)
      implements TopicCommand {}

  record RenameTopic(TopicId id, OrganisationId ics, Label label, LocalDate from, LocalDate today)
      implements TopicCommand {}

  record MergeTopic(TopicId id, OrganisationId ics, TopicId into, LocalDate on, LocalDate today)
      implements TopicCommand {}

  /**
   * Goes on in the list of an ICB that followed this one.
   *
   * @param into a topic of that list
   */
  record PassOnTopic(TopicId id, OrganisationId ics, TopicId into, LocalDate on, LocalDate today)
      implements TopicCommand {}

  /**
   * @param parts the topics that come of it, with their names
   */
  record SplitTopic(
      TopicId id, OrganisationId ics, Map<TopicId, Label> parts, LocalDate on, LocalDate today)
      implements TopicCommand {
    public SplitTopic {
      parts = new LinkedHashMap<>(parts);
    }
  }

  record RetireTopic(TopicId id, OrganisationId ics, LocalDate on, LocalDate today)
      implements TopicCommand {}

  record ReinstateTopic(TopicId id, OrganisationId ics) implements TopicCommand {}
}
