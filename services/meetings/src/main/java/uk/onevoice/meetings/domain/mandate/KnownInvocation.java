package uk.onevoice.meetings.domain.mandate;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said or agreed for general practice under a mandate, and what it is worth now.
 *
 * @param forumId the table; null where it was at none of the list
 * @param meetingId the meeting; null where it names none
 * @param itemId the item of its agenda; null where it names none
 */
public record KnownInvocation(
    UUID invocationId,
    UUID mandateId,
    Act act,
    State state,
    UUID topicId,
    @Nullable UUID forumId,
    @Nullable UUID meetingId,
    @Nullable UUID itemId,
    LocalDate on) {
  /** What was done. */
  public enum Act {
    SPOKE,
    AGREED
  }

  /** Whether it binds: covered and ratified do, provisional not yet, taken back never. */
  public enum State {
    COVERED,
    PROVISIONAL,
    RATIFIED,
    TAKEN_BACK
  }

  /** The same with topic and forum as they are named now. */
  public KnownInvocation named(UUID topic, @Nullable UUID forum) {
    return new KnownInvocation(
        invocationId, mandateId, act, state, topic, forum, meetingId, itemId, on);
  }
}
