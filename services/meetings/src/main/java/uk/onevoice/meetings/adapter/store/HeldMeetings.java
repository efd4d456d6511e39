package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;

/** Which meetings there were, the latest first. */
@ApplicationScoped
public class HeldMeetings {
  private final DataSource database;
  private final Diary diary;

  HeldMeetings(DataSource database, Diary diary) {
    this.database = database;
    this.diary = diary;
  }

  /** A meeting of a list, and the day that orders it. */
  public record Listed(MeetingId meetingId, LocalDate on) {}

  /** Those of a place between two days, both included, that were not cancelled. */
  public List<Listed> ofPlace(PlaceId place, @Nullable LocalDate from, LocalDate until) {
    return diary.ofPlaceBetween(place, from, until).stream()
        .map(entry -> new Listed(entry.meetingId(), entry.on()))
        .toList();
  }

  /** Those for which one of these organisations was ever entered; see whether it still is. */
  public List<Listed> namingOneOf(Collection<OrganisationId> organisations) {
    return Query.all(
        database,
        "Meetings of an organisation",
        """
        select distinct scheduled.stream, scheduled.payload ->> 'on' from event partner
        join event scheduled on scheduled.stream = partner.stream
          and scheduled.type = 'MeetingScheduled'
        where partner.type = 'PartnerAttendanceRecorded'
          and partner.payload ->> 'organisationId' = any (?::text[])
        order by 2 desc, 1 desc\
        """,
        HeldMeetings::listed,
        (Object) organisations.stream().map(OrganisationId::value).toArray(String[]::new));
  }

  private static Listed listed(ResultSet row) throws SQLException {
    return new Listed(
        new MeetingId(UUID.fromString(row.getString(1).substring(MeetingLog.STREAM.length()))),
        LocalDate.parse(row.getString(2)));
  }
}
