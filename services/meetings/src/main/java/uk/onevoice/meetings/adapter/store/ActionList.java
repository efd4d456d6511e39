package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.action.ActionId;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/**
 * The actions of a place by the day they are due, read from the log itself, so that a list has what
 * a command has just appended.
 */
@ApplicationScoped
public class ActionList {
  private static final Pattern CURSOR =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  /** What holds now is what the last event of its kind says. */
  private static final String SQL =
      """
      select action.stream, action.due from (
        select opened.stream,
          coalesce(redated.due, opened.payload ->> 'due') due,
          coalesce(settled.type = 'ActionClosed', false) closed
        from event opened
        left join lateral (
          select later.payload ->> 'due' due from event later
          where later.stream = opened.stream and later.type = 'ActionRedated'
          order by later.version desc limit 1) redated on true
        left join lateral (
          select later.type from event later
          where later.stream = opened.stream and later.type in ('ActionClosed', 'ActionReopened')
          order by later.version desc limit 1) settled on true
        where opened.type = 'ActionOpened' and opened.payload ->> 'placeId' = ?
          and (?::text is null or opened.payload ->> 'ownerId' = ?)
          and (?::text is null or opened.payload ->> 'meetingId' = ?)) action
      where (?::text is null
          or (? = 'CLOSED' and action.closed)
          or (? = 'OPEN' and not action.closed)
          or (? = 'OVERDUE' and not action.closed and action.due < ?))
        and (?::text is null or (action.due, action.stream) > (?, ?))
      order by action.due, action.stream limit ?\
      """;

  private final DataSource database;

  ActionList(DataSource database) {
    this.database = database;
  }

  /** Which actions a list has. */
  public enum State {
    OPEN,
    /** Open, and its day has passed. */
    OVERDUE,
    CLOSED
  }

  /**
   * What is asked for; null for all.
   *
   * @param today the day by which something is overdue
   */
  public record Filter(
      PlaceId place,
      @Nullable OrganisationId owner,
      @Nullable MeetingId meeting,
      @Nullable State state,
      LocalDate today) {}

  private record Due(ActionId id, String due) {}

  /** Which actions; a cursor nobody gave out is a problem. */
  public Page<ActionId> page(Filter filter, PageRequest request) {
    @Nullable String due = null;
    @Nullable String stream = null;
    if (request.after() != null) {
      var cursor = CURSOR.matcher(request.after());
      if (!cursor.matches()) {
        throw Problem.invalid("query:after", "is not the next of an earlier page").exception();
      }
      due = cursor.group(1);
      stream = MeetingLog.ACTION + cursor.group(2);
    }
    @Nullable String owner = filter.owner() == null ? null : filter.owner().value();
    @Nullable String meeting =
        filter.meeting() == null ? null : filter.meeting().value().toString();
    @Nullable String state = filter.state() == null ? null : filter.state().name();
    List<Due> found =
        Query.all(
            database,
            "Actions",
            SQL,
            row ->
                new Due(
                    new ActionId(
                        UUID.fromString(row.getString(1).substring(MeetingLog.ACTION.length()))),
                    row.getString(2)),
            filter.place().value().toString(),
            owner,
            owner,
            meeting,
            meeting,
            state,
            state,
            state,
            state,
            filter.today().toString(),
            due,
            due,
            stream,
            request.limit() + 1);
    List<Due> part = found.subList(0, Math.min(found.size(), request.limit()));
    return new Page<>(
        part.stream().map(Due::id).toList(),
        found.size() > part.size()
            ? part.getLast().due() + "_" + part.getLast().id().value()
            : null);
  }
}
