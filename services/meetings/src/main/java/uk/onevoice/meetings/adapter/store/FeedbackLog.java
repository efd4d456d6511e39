package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.meetings.domain.MandateId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PracticeId;
import uk.onevoice.meetings.domain.feedback.FeedbackCommand;
import uk.onevoice.meetings.domain.feedback.FeedbackEvent;
import uk.onevoice.meetings.domain.feedback.FeedbackNote;
import uk.onevoice.meetings.domain.feedback.FeedbackRejection;
import uk.onevoice.service.wiring.Ids;

/** Holds the rules of notes to practices to their log: one stream for a meeting and a mandate. */
@ApplicationScoped
public class FeedbackLog {
  private final EventTypes<FeedbackEvent> types = EventTypes.of(FeedbackEvent.class);
  private final DataSource database;

  FeedbackLog(DataSource database) {
    this.database = database;
  }

  public static String stream(MeetingId meeting, MandateId mandate) {
    return "meeting-feedback-" + meeting.value() + "-" + mandate.value();
  }

  @Produces
  @Singleton
  CommandHandler<FeedbackCommand, FeedbackNote, FeedbackEvent, FeedbackRejection> handler(
      EventStore store, Ids ids) {
    return new CommandHandler<>(store, FeedbackNote.DECIDER, types, ids);
  }

  /** Which note it is. */
  public record NoteId(MeetingId meetingId, MandateId mandateId) {}

  /** The notes of which the practice was sent any version. */
  public List<NoteId> sentTo(PracticeId practice) {
    return Query.all(
        database,
        "Notes to practices",
        """
        select distinct payload ->> 'meetingId', payload ->> 'mandateId' from event
        where type = 'FeedbackSent' and payload -> 'practices' @> to_jsonb(?::text)\
        """,
        row ->
            new NoteId(
                new MeetingId(UUID.fromString(row.getString(1))),
                new MandateId(UUID.fromString(row.getString(2)))),
        practice.value());
  }
}
