package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.PlaceId;

/** Seats at which nobody of general practice is heard. */
@ApplicationScoped
public class EmptyChairs {
  /**
   * A person is the same under a record that was merged into another. A meeting counts as held when
   * its day has passed and it was not cancelled, whoever came.
   */
  private static final String SELECT =
      """
      with seat as (
        select seat.*, series.forum, series.forum_id
        from diary_seat seat join diary_series series using (series_id)
        where series.place_id = ? and seat."start" <= ? and (seat."end" is null or seat."end" > ?)
          and (series."end" is null or series."end" > ?)
      ), named as (
        select nomination.seat_id, nomination."start", nomination."end", nomination.part,
          coalesce(alias.into_id, nomination.person_id) person_id
        from diary_nomination nomination
        join seat using (seat_id)
        left join directory_person_alias alias on alias.person_id = nomination.person_id
      ), held as (
        select seat.seat_id, meeting.meeting_id, meeting."on",
          row_number() over (
            partition by seat.seat_id order by meeting."on" desc, meeting.meeting_id) nth,
          exists (
            select from diary_present present
            left join directory_person_alias alias on alias.person_id = present.person_id
            join named on named.person_id = coalesce(alias.into_id, present.person_id)
            where present.meeting_id = meeting.meeting_id and named.seat_id = seat.seat_id
              and named."start" <= meeting."on"
              and (named."end" is null or named."end" > meeting."on")) heard
        from seat join diary_meeting meeting on meeting.series_id = seat.series_id
        where meeting."on" < ? and meeting."on" >= seat."start" and not meeting.cancelled
      ), found as (
        select seat.series_id, seat.seat_id, seat.forum, seat.forum_id, seat.label, seat.body_id,
          exists (
            select from named
            where named.seat_id = seat.seat_id and named.part = 'NOMINEE'
              and named."start" <= ? and (named."end" is null or named."end" > ?)) nominated,
          (select count(*) = 3 and not bool_or(held.heard) from held
            where held.seat_id = seat.seat_id and held.nth <= 3) nobody_came,
          (select max(held."on") from held
            where held.seat_id = seat.seat_id and held.heard) last_present
        from seat
      )
      select series_id, seat_id, forum, forum_id, label, body_id, nominated, last_present
      from found
      where (not nominated or nobody_came) and (?::uuid is null or seat_id > ?)
      order by seat_id limit ?\
      """;

  private final Diary diary;

  EmptyChairs(Diary diary) {
    this.diary = diary;
  }

  /**
   * @param nominated whether somebody sits there by nomination, and so nobody came
   * @param lastPresent when one of those nominated was last there; null for never
   */
  public record EmptySeat(
      UUID seriesId,
      UUID seatId,
      String forum,
      UUID forumId,
      String label,
      @Nullable String bodyId,
      boolean nominated,
      @Nullable LocalDate lastPresent) {}

  /** In the order of the seats' ids, after this one. */
  public List<EmptySeat> of(PlaceId place, LocalDate today, @Nullable UUID after, int limit) {
    return diary.read(
        SELECT,
        row ->
            new EmptySeat(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7),
                row.getObject(8, LocalDate.class)),
        place.value(),
        today,
        today,
        today,
        today,
        today,
        today,
        after,
        after,
        limit);
  }
}
