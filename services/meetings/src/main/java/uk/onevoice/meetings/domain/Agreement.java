package uk.onevoice.meetings.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.mandate.KnownInvocation;
import uk.onevoice.meetings.domain.mandate.KnownInvocation.Act;
import uk.onevoice.meetings.domain.mandate.KnownInvocation.State;

/**
 * That somebody agreed to an item for general practice.
 *
 * @param invocationId what it cites; null where nothing
 * @param outside why that does not cover it; empty where it fits
 */
public record Agreement(
    @Nullable UUID invocationId,
    @Nullable UUID mandateId,
    List<Outside> outside,
    PersonId recordedBy) {
  public Agreement {
    outside = List.copyOf(outside);
  }

  /** In what an invocation does not fit the item that cites it. */
  public enum Outside {
    NOT_CITED,
    /** Somebody spoke under the mandate and agreed to nothing. */
    ONLY_SPOKE,
    OTHER_MEETING,
    OTHER_ITEM,
    OTHER_TOPIC,
    OTHER_TABLE,
    OTHER_DAY,
    TAKEN_BACK
  }

  /** What an agreement is worth: covered and ratified bind, provisional binds nobody. */
  public enum Standing {
    COVERED,
    PROVISIONAL,
    RATIFIED,
    TAKEN_BACK
  }

  /**
   * What it is worth now.
   *
   * @param invocation the state of what it cites; null where that is not known
   */
  public Standing standing(@Nullable State invocation) {
    if (invocation == State.TAKEN_BACK || outside.contains(Outside.TAKEN_BACK)) {
      return Standing.TAKEN_BACK;
    }
    if (invocation == null || !outside.isEmpty()) {
      return Standing.PROVISIONAL;
    }
    return switch (invocation) {
      case COVERED -> Standing.COVERED;
      case RATIFIED -> Standing.RATIFIED;
      case PROVISIONAL -> Standing.PROVISIONAL;
      case TAKEN_BACK -> Standing.TAKEN_BACK;
    };
  }

  /**
   * An item of a meeting, with topic and forum as they are named now.
   *
   * @param topicId null where the item names no topic of the list; nothing covers it then
   */
  public record Cited(
      MeetingId meetingId,
      ItemId itemId,
      @Nullable UUID topicId,
      @Nullable UUID forumId,
      LocalDate on) {
    /** In what the invocation does not fit this item; nothing where it does. */
    Set<Outside> outside(@Nullable KnownInvocation invocation) {
      if (invocation == null) {
        return EnumSet.of(Outside.NOT_CITED);
      }
      Set<Outside> outside = EnumSet.noneOf(Outside.class);
      if (invocation.act() != Act.AGREED) {
        outside.add(Outside.ONLY_SPOKE);
      }
      if (invocation.meetingId() != null && !invocation.meetingId().equals(meetingId.value())) {
        outside.add(Outside.OTHER_MEETING);
      }
      if (invocation.itemId() != null && !invocation.itemId().equals(itemId.value())) {
        outside.add(Outside.OTHER_ITEM);
      }
      if (!invocation.topicId().equals(topicId)) {
        outside.add(Outside.OTHER_TOPIC);
      }
      if (!Objects.equals(invocation.forumId(), forumId)) {
        outside.add(Outside.OTHER_TABLE);
      }
      if (!invocation.on().equals(on)) {
        outside.add(Outside.OTHER_DAY);
      }
      if (invocation.state() == State.TAKEN_BACK) {
        outside.add(Outside.TAKEN_BACK);
      }
      return outside;
    }
  }
}
