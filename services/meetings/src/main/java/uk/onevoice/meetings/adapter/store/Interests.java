package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PersonId;

/** Interests that those who are to attend a meeting have declared. */
@ApplicationScoped
public class Interests {
  /**
   * Those who sit in the meeting's series by nomination, or stand in, on its day, and those who
   * were there; under whichever record they declared it.
   */
  private static final String ATTENDING =
      """
      with attending as (
        select nomination.person_id
        from diary_meeting meeting
        join diary_nomination nomination on nomination.series_id = meeting.series_id
          and nomination."start" <= meeting."on"
          and (nomination."end" is null or nomination."end" > meeting."on")
        where meeting.meeting_id = ?
        union
        select present.person_id from diary_present present where present.meeting_id = ?
      ), standing as (
        select distinct coalesce(alias.into_id, attending.person_id) person_id
        from attending
        left join directory_person_alias alias on alias.person_id = attending.person_id
      )
      """;

  private static final String SELECT =
      ATTENDING
          + """
          select distinct standing.person_id, interest.organisation_id, interest.kind,
            interest."start", interest."end"
          from known_interest interest
          join directory_role role on role.role_holding_id = interest.role_holding_id
          left join directory_person_alias alias on alias.person_id = role.person_id
          join standing on standing.person_id = coalesce(alias.into_id, role.person_id)
          where not interest.void and interest.organisation_id is not null
            and interest."start" <= ? and (interest."end" is null or interest."end" > ?)
          order by standing.person_id, interest.organisation_id, interest.kind\
          """;

  private final Diary diary;

  Interests(Diary diary) {
    this.diary = diary;
  }

  /**
   * @param kind as it was declared
   * @param end the first day after the last; null while it goes on
   */
  public record Interest(
      PersonId person,
      OrganisationId organisation,
      String kind,
      LocalDate start,
      @Nullable LocalDate end) {}

  /** Everybody of them, by the record that stands. */
  public List<PersonId> attending(MeetingId meeting) {
    return diary.read(
        ATTENDING + "select person_id from standing order by person_id",
        row -> new PersonId(row.getObject(1, UUID.class)),
        meeting.value(),
        meeting.value());
  }

  /** Held on the day of the meeting. */
  public List<Interest> ofAttending(MeetingId meeting, LocalDate on) {
    return diary.read(
        SELECT,
        row ->
            new Interest(
                new PersonId(row.getObject(1, UUID.class)),
                new OrganisationId(row.getString(2)),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class)),
        meeting.value(),
        meeting.value(),
        on,
        on);
  }
}
