package uk.onevoice.meetings.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One point of the agenda.
 *
 * @param topicId the topic of the ICS's list, null where it names none of it
 * @param position what general practice said, null when it said nothing
 */
public record Item(
    ItemId itemId,
    TitleRef titleRef,
    Topic topic,
    @Nullable UUID topicId,
    @Nullable Stance position,
    Result result) {
  /** What came of it. */
  public sealed interface Result {}

  public record Undecided() implements Result {}

  public record Decided(Outcome outcome, Assessment assessment) implements Result {}

  /** How far it came from us. Not assessed is a class of its own, never "no influence". */
  public sealed interface Assessment {}

  public record NotAssessed() implements Assessment {}

  public record Assessed(Influence influence, PersonId assessedBy) implements Assessment {}

  public record Confirmed(Influence influence, PersonId assessedBy, PersonId confirmedBy)
      implements Assessment {}

  Item with(Stance stance) {
    return new Item(itemId, titleRef, topic, topicId, stance, result);
  }

  Item with(Result now) {
    return new Item(itemId, titleRef, topic, topicId, position, now);
  }
}
