package uk.onevoice.meetings.adapter.store;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.eventstore.Envelope;
import uk.onevoice.eventstore.EventTypes;
import uk.onevoice.eventstore.Metadata;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.RecordEvent;
import uk.onevoice.meetings.domain.RecordEvent.ActionNoted;
import uk.onevoice.meetings.domain.action.Action;
import uk.onevoice.meetings.domain.action.ActionCommand;
import uk.onevoice.meetings.domain.action.ActionEvent;
import uk.onevoice.meetings.domain.action.ActionRejection;
import uk.onevoice.meetings.policy.OpenNotedAction;

/**
 * Opens the actions that meetings noted: right after the record was entered, and at the start what
 * an interruption left.
 */
@ApplicationScoped
public class NotedActions {
  private static final Logger LOG = Logger.getLogger(NotedActions.class);
  private static final String NOT_OPENED =
      """
      select noted.id, noted.type, noted.schema_version, noted.payload, noted.occurred_at,
        noted.actor, noted.acting_for, noted.tenant, noted.correlation_id
      from event noted
      where noted.type = 'ActionNoted' and (?::text is null or noted.stream = ?)
        and not exists (
          select from stream opened
          where opened.stream = 'action-' || (noted.payload ->> 'actionId'))
      order by noted.position\
      """;

  private final DataSource database;
  private final CommandHandler<ActionCommand, Action, ActionEvent, ActionRejection> actions;
  private final EventTypes<RecordEvent> types = EventTypes.of(RecordEvent.class);

  NotedActions(
      DataSource database,
      CommandHandler<ActionCommand, Action, ActionEvent, ActionRejection> actions) {
    this.database = database;
    this.actions = actions;
  }

  void start(@Observes StartupEvent start) {
    int opened = open(null);
    if (opened > 0) {
      LOG.infof("noted actions opened count=%d", opened);
    }
  }

  /** Opens what this meeting noted and nobody has opened yet. */
  public void openOf(MeetingId meeting) {
    open(MeetingLog.stream(meeting));
  }

  private record Noted(ActionNoted event, UUID id, Instant occurredAt, Metadata metadata) {}

  private int open(@Nullable String stream) {
    List<Noted> left =
        Query.all(database, "What meetings noted", NOT_OPENED, this::noted, stream, stream);
    for (Noted noted : left) {
      actions.handle(
          Envelope.of(
              MeetingLog.stream(noted.event().actionId()),
              OpenNotedAction.command(noted.event()),
              noted.metadata(),
              noted.occurredAt()));
    }
    return left.size();
  }

  /** Whoever noted it is who opens it. */
  private Noted noted(ResultSet row) throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    return new Noted(
        (ActionNoted) types.read(row.getString(2), row.getInt(3), row.getString(4)),
        id,
        row.getTimestamp(5).toInstant(),
        new Metadata(
            new ActorRef(row.getString(6)),
            row.getString(7),
            row.getString(8),
            row.getObject(9, UUID.class),
            id,
            null));
  }
}
