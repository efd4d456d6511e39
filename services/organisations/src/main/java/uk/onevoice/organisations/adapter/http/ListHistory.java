package uk.onevoice.organisations.adapter.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.kernel.Label;
import uk.onevoice.organisations.domain.forum.ForumEvent;
import uk.onevoice.organisations.domain.forum.ForumEvent.ForumClosed;
import uk.onevoice.organisations.domain.forum.ForumEvent.ForumMerged;
import uk.onevoice.organisations.domain.forum.ForumEvent.ForumRegistered;
import uk.onevoice.organisations.domain.forum.ForumEvent.ForumRenamed;
import uk.onevoice.organisations.domain.forum.ForumEvent.ForumReopened;
import uk.onevoice.organisations.domain.forum.ForumEvent.ForumRevised;
import uk.onevoice.organisations.domain.forum.ForumEvent.ForumSplit;
import uk.onevoice.organisations.domain.forum.ForumId;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.topic.TopicEvent;
import uk.onevoice.organisations.domain.topic.TopicEvent.TopicDefined;
import uk.onevoice.organisations.domain.topic.TopicEvent.TopicMerged;
import uk.onevoice.organisations.domain.topic.TopicEvent.TopicReinstated;
import uk.onevoice.organisations.domain.topic.TopicEvent.TopicRenamed;
import uk.onevoice.organisations.domain.topic.TopicEvent.TopicRetired;
import uk.onevoice.organisations.domain.topic.TopicEvent.TopicSplit;
import uk.onevoice.organisations.domain.topic.TopicId;

/** What has happened to a topic or a forum. */
final class ListHistory {
  private ListHistory() {}

  /**
   * @param type of the event
   * @param on the day from which it holds, null for what is not dated
   * @param label what it says it is called, null where it does not speak of that
   * @param into what it went on in
   * @param personId who entered it, null for a system
   * @param byName their name, null where the reader may not read it
   * @param actingFor the organisation they acted for, null where that was none
   */
  record Step(
      String type,
      @Nullable LocalDate on,
      @Nullable String label,
      List<String> into,
      Instant recordedAt,
      @Nullable PersonId personId,
      @Nullable String byName,
      @Nullable String actingFor) {}

  /**
   * @param from the first day on which it is called so
   */
  record Name(LocalDate from, String label) {}

  static List<Name> names(SortedMap<LocalDate, Label> names) {
    return names.entrySet().stream()
        .map(name -> new Name(name.getKey(), name.getValue().value()))
        .toList();
  }

  /**
   * @param who names of who acted, by reference
   */
  static Step of(TopicEvent event, StoredEvent stored, Map<String, String> who) {
    return switch (event) {
      case TopicDefined it -> step(stored, who, it.start(), it.label(), List.of());
      case TopicRenamed it -> step(stored, who, it.from(), it.label(), List.of());
      case TopicMerged it -> step(stored, who, it.on(), null, List.of(it.into().value()));
      case TopicSplit it ->
          step(stored, who, it.on(), null, it.into().stream().map(TopicId::value).toList());
      case TopicRetired it -> step(stored, who, it.on(), null, List.of());
      case TopicReinstated _ -> step(stored, who, null, null, List.of());
    };
  }

  static Step of(ForumEvent event, StoredEvent stored, Map<String, String> who) {
    return switch (event) {
      case ForumRegistered it -> step(stored, who, it.start(), it.label(), List.of());
      case ForumRevised _ -> step(stored, who, null, null, List.of());
      case ForumRenamed it -> step(stored, who, it.from(), it.label(), List.of());
      case ForumMerged it -> step(stored, who, it.on(), null, List.of(it.into().value()));
      case ForumSplit it ->
          step(stored, who, it.on(), null, it.into().stream().map(ForumId::value).toList());
      case ForumClosed it -> step(stored, who, it.on(), null, List.of());
      case ForumReopened _ -> step(stored, who, null, null, List.of());
    };
  }

  private static Step step(
      StoredEvent stored,
      Map<String, String> who,
      @Nullable LocalDate on,
      @Nullable Label label,
      List<UUID> into) {
    String actor = WhoActed.ref(stored);
    return new Step(
        stored.type(),
        on,
        label == null ? null : label.value(),
        into.stream().map(UUID::toString).toList(),
        stored.recordedAt(),
        WhoActed.person(actor).orElse(null),
        who.get(actor),
        stored.metadata().actingFor());
  }
}
