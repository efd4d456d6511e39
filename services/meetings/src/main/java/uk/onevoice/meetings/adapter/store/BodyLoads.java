package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;

/** What the seats of each body of general practice take of the time of its people. */
@ApplicationScoped
public class BodyLoads {
  /** Whoever holds two seats of one body in a meeting sits there once. */
  private static final String SELECT =
      """
      with sits as (
        select distinct seat.body_id, coalesce(alias.into_id, nomination.person_id) person_id,
          meeting.meeting_id, meeting.starts, meeting.ends
        from diary_seat seat
        join diary_series series on series.series_id = seat.series_id
        join diary_meeting meeting on meeting.series_id = seat.series_id
        join diary_nomination nomination on nomination.seat_id = seat.seat_id
          and nomination.part = 'NOMINEE' and nomination."start" <= meeting."on"
          and (nomination."end" is null or nomination."end" > meeting."on")
        left join directory_person_alias alias on alias.person_id = nomination.person_id
        where series.place_id = ? and seat.body_id is not null and not meeting.cancelled
          and meeting."on" >= ? and meeting."on" < ?
      ), prepared as (
        select preparation.meeting_id, coalesce(alias.into_id, preparation.person_id) person_id,
          sum(preparation.minutes) minutes
        from diary_preparation preparation
        left join directory_person_alias alias on alias.person_id = preparation.person_id
        group by 1, 2
      )
      select sits.body_id, count(distinct sits.person_id), count(*),
        count(*) filter (where sits.starts is null or sits.ends is null),
        coalesce(sum(extract(epoch from sits.ends - sits.starts)), 0) / 3600,
        coalesce(sum(prepared.minutes), 0) / 60.0
      from sits left join prepared using (meeting_id, person_id)
      group by sits.body_id order by sits.body_id\
      """;

  private final Diary diary;

  BodyLoads(Diary diary) {
    this.diary = diary;
  }

  /**
   * @param people how many sit for it by nomination in these weeks
   * @param attendances how often one of them is in a meeting for it
   * @param withoutHours how many of these are in meetings whose hours are not known
   * @param hours of the others, added up
   * @param preparationHours what they have said they prepare for them
   */
  public record BodyLoad(
      OrganisationId bodyId,
      int people,
      int attendances,
      int withoutHours,
      double hours,
      double preparationHours) {}

  /**
   * Of each body that has a seat for the place and somebody in it, by its code. Cancelled meetings
   * take no time, and seats that are no body's in particular are not counted.
   *
   * @param from the weeks begin with the one of this day
   */
  public List<BodyLoad> ofPlace(PlaceId place, LocalDate from, int weeks) {
    LocalDate monday = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return diary.read(
        SELECT,
        row ->
            new BodyLoad(
                new OrganisationId(row.getString(1)),
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                row.getDouble(5),
                row.getDouble(6)),
        place.value(),
        monday,
        monday.plusWeeks(weeks));
  }
}
