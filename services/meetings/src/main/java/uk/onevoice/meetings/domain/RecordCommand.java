package uk.onevoice.meetings.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.action.ActionCommand;

/** The record of a meeting as a whole. */
public sealed interface RecordCommand extends MeetingCommand {
  /**
   * One row of a record.
   *
   * @param group which rows lean on each other: once one is refused, later ones of the same group
   *     are not looked at, since they would be refused for that alone
   * @param at where the request has it, as a JSON pointer
   */
  record Row(String group, String at, MeetingCommand command) {}

  /**
   * Records all rows or none.
   *
   * @param recordId made by the client; the same again changes nothing
   */
  record Capture(MeetingId meetingId, UUID recordId, PersonId recordedBy, List<Row> rows)
      implements RecordCommand {
    public Capture {
      rows = List.copyOf(rows);
    }
  }

  /** Notes an action that the meeting agreed; its own stream begins with the same words. */
  record NoteAction(MeetingId meetingId, ActionCommand.Open open) implements RecordCommand {
    @Nullable ItemId itemId() {
      return open.itemId();
    }
  }

  record Close(MeetingId meetingId, PersonId closedBy, LocalDate today) implements RecordCommand {}

  /** Changes the record of a closed meeting, with a reason that everybody sees. */
  record Amend(
      MeetingId meetingId,
      UUID amendmentId,
      UUID reasonRef,
      PersonId amendedBy,
      List<Row> rows,
      LocalDate today)
      implements RecordCommand {
    public Amend {
      rows = List.copyOf(rows);
    }
  }
}
