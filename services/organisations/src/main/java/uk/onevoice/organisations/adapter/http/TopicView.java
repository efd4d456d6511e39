package uk.onevoice.organisations.adapter.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.adapter.http.ListHistory.Name;
import uk.onevoice.organisations.adapter.http.ListHistory.Step;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.controlled.Entries;
import uk.onevoice.organisations.domain.controlled.Entry;
import uk.onevoice.organisations.domain.topic.TopicId;

/**
 * A topic as it is on a day.
 *
 * @param label what it is called on that day
 * @param labelNow what it is called by the latest name that is known
 * @param end the first day on which it is no longer used, null while it is
 * @param resolvesTo the topic that is meant on that day by whoever names this one
 * @param candidates the topics of which one is meant, where it was split
 */
record TopicView(
    TopicId topicId,
    OrganisationId icsId,
    String label,
    String labelNow,
    LocalDate start,
    @Nullable LocalDate end,
    EntryState state,
    TopicId resolvesTo,
    List<TopicId> candidates) {

  /** The same with how it came to be so, oldest first. */
  record Whole(@JsonUnwrapped TopicView topic, List<Name> names, List<Step> history) {}

  static TopicView of(
      Entry<TopicId> topic, OrganisationId ics, Entries<TopicId> list, LocalDate on) {
    return new TopicView(
        topic.id(),
        ics,
        topic.labelOn(on).value(),
        topic.label().value(),
        topic.start(),
        topic.fate().end(),
        EntryState.of(topic, on),
        list.resolve(topic.id(), on),
        list.candidates(topic.id(), on));
  }
}
