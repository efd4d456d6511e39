package uk.onevoice.meetings.domain;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Decision.Accepted;
import uk.onevoice.kernel.Decision.Rejected;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingRejection.ActionRefused;
import uk.onevoice.meetings.domain.MeetingRejection.NoSuchItem;
import uk.onevoice.meetings.domain.MeetingRejection.RecordClosed;
import uk.onevoice.meetings.domain.MeetingRejection.RecordOpen;
import uk.onevoice.meetings.domain.MeetingRejection.Refused;
import uk.onevoice.meetings.domain.MeetingRejection.RowsRefused;
import uk.onevoice.meetings.domain.MeetingRejection.StillToCome;
import uk.onevoice.meetings.domain.RecordCommand.Amend;
import uk.onevoice.meetings.domain.RecordCommand.Capture;
import uk.onevoice.meetings.domain.RecordCommand.Close;
import uk.onevoice.meetings.domain.RecordCommand.NoteAction;
import uk.onevoice.meetings.domain.RecordCommand.Row;
import uk.onevoice.meetings.domain.RecordEvent.ActionNoted;
import uk.onevoice.meetings.domain.RecordEvent.MeetingAmended;
import uk.onevoice.meetings.domain.RecordEvent.MeetingCaptured;
import uk.onevoice.meetings.domain.RecordEvent.MeetingClosed;
import uk.onevoice.meetings.domain.action.Action;
import uk.onevoice.meetings.domain.action.ActionEvent;
import uk.onevoice.meetings.domain.action.ActionRejection;

/**
 * The rules of the record as a whole: entered in one go, once; closed; and from then on changed by
 * amendments that everybody sees.
 */
final class Recording {
  private Recording() {}

  static Decision<MeetingEvent, MeetingRejection> decide(RecordCommand command, Scheduled meeting) {
    return switch (command) {
      case Capture capture -> capture(capture, meeting);
      case NoteAction note -> note(note, meeting);
      case Close(var id, var by, var today) -> {
        if (meeting.terms().on().isAfter(today)) {
          yield reject(new StillToCome(meeting.terms().on()));
        }
        yield meeting.records().closed() == null
            ? accept(new MeetingClosed(id, by, today))
            : accept();
      }
      case Amend amend -> amend(amend, meeting);
    };
  }

  /** A record that was entered before changes nothing, also once the meeting is closed. */
  private static Decision<MeetingEvent, MeetingRejection> capture(Capture wish, Scheduled meeting) {
    if (meeting.records().captured().contains(wish.recordId())) {
      return accept();
    }
    if (meeting.records().closed() != null) {
      return reject(new RecordClosed(wish.meetingId()));
    }
    return switch (all(wish.rows(), meeting)) {
      case Rejected<MeetingEvent, MeetingRejection> rejected -> rejected;
      case Accepted<MeetingEvent, MeetingRejection>(var events) -> {
        var whole = new ArrayList<>(events);
        whole.add(new MeetingCaptured(wish.meetingId(), wish.recordId(), wish.recordedBy()));
        yield accept(whole);
      }
    };
  }

  private static Decision<MeetingEvent, MeetingRejection> amend(Amend wish, Scheduled meeting) {
    if (meeting.records().captured().contains(wish.amendmentId())) {
      return accept();
    }
    if (meeting.records().closed() == null) {
      return reject(new RecordOpen(wish.meetingId()));
    }
    return switch (all(wish.rows(), meeting.with(meeting.records().closed(null)))) {
      case Rejected<MeetingEvent, MeetingRejection> rejected -> rejected;
      case Accepted<MeetingEvent, MeetingRejection>(var events) -> {
        if (events.isEmpty()) {
          yield accept();
        }
        List<MeetingEvent> whole = new ArrayList<>();
        whole.add(
            new MeetingAmended(
                wish.meetingId(),
                wish.amendmentId(),
                wish.reasonRef(),
                wish.amendedBy(),
                wish.today(),
                events.stream()
                    .map(Recording::itemOf)
                    .flatMap(Optional::stream)
                    .distinct()
                    .toList(),
                events.stream().anyMatch(AttendanceEvent.class::isInstance)));
        whole.addAll(events);
        yield accept(whole);
      }
    };
  }

  private static Optional<ItemId> itemOf(MeetingEvent event) {
    return switch (event) {
      case ItemEvent item -> Optional.of(item.itemId());
      case InfluenceEvent item -> Optional.of(item.itemId());
      case ActionNoted noted -> Optional.ofNullable(noted.itemId());
      case MeetingEvent.ItemAdded added -> Optional.of(added.itemId());
      case MeetingEvent.MeetingScheduled _,
          MeetingEvent.MeetingMoved _,
          MeetingEvent.MeetingCancelled _,
          AttendanceEvent _,
          RecordEvent _ ->
          Optional.empty();
    };
  }

  /** Decides row after row, each on what the rows before it lead to. */
  private static Decision<MeetingEvent, MeetingRejection> all(List<Row> rows, Scheduled meeting) {
    List<MeetingEvent> events = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    Set<String> broken = new HashSet<>();
    Meeting now = meeting;
    for (Row row : rows) {
      if (broken.contains(row.group())) {
        continue;
      }
      switch (Meeting.decide(row.command(), now)) {
        case Rejected<MeetingEvent, MeetingRejection>(var why) -> {
          refused.add(new Refused(row.at(), why));
          broken.add(row.group());
        }
        case Accepted<MeetingEvent, MeetingRejection>(var accepted) -> {
          events.addAll(accepted);
          now = Meeting.DECIDER.fold(now, accepted);
        }
      }
    }
    return refused.isEmpty() ? accept(events) : reject(new RowsRefused(refused));
  }

  private static Decision<MeetingEvent, MeetingRejection> note(NoteAction wish, Scheduled meeting) {
    if (wish.itemId() != null && !meeting.items().containsKey(wish.itemId())) {
      return reject(new NoSuchItem(wish.itemId()));
    }
    return switch (Action.decide(wish.open(), new Action.Absent())) {
      case Rejected<ActionEvent, ActionRejection>(var why) -> reject(new ActionRefused(why));
      case Accepted<ActionEvent, ActionRejection> _ ->
          accept(
              new ActionNoted(
                  wish.meetingId(),
                  wish.itemId(),
                  wish.open().actionId(),
                  meeting.terms().placeId(),
                  wish.open().owner().organisationId(),
                  wish.open().wordsRef(),
                  wish.open().due(),
                  wish.open().today()));
    };
  }

  static Scheduled evolve(Scheduled meeting, RecordEvent event) {
    Records records = meeting.records();
    return switch (event) {
      case MeetingCaptured(_, var record, _) -> meeting.with(records.captured(record));
      // The action has a stream of its own.
      case ActionNoted _ -> meeting;
      case MeetingClosed closed -> meeting.with(records.closed(closed));
      case MeetingAmended amended -> meeting.with(records.amended(amended));
    };
  }
}
