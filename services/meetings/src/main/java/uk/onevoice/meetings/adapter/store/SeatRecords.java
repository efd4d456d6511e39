package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import uk.onevoice.meetings.domain.SeriesId;
import uk.onevoice.meetings.domain.series.SeatId;

/** Who was named for a seat beside who went (1.5). */
@ApplicationScoped
public class SeatRecords {
  /**
   * Of meetings of which somebody entered who of general practice was there, and for which the seat
   * had a nominee; of the others nobody knows.
   */
  private static final String SELECT =
      """
      with nominated as (
        select seat.seat_id, meeting.meeting_id, meeting."on",
          coalesce(alias.into_id, nomination.person_id) person_id
        from diary_seat seat
        join diary_meeting meeting on meeting.series_id = seat.series_id and not meeting.cancelled
          and meeting."on" > ? and meeting."on" <= ?
          and meeting."on" >= seat."start" and (seat."end" is null or meeting."on" < seat."end")
        join diary_nomination nomination on nomination.seat_id = seat.seat_id
          and nomination.part = 'NOMINEE' and nomination."start" <= meeting."on"
          and (nomination."end" is null or nomination."end" > meeting."on")
        left join directory_person_alias alias on alias.person_id = nomination.person_id
        where seat.series_id = ?
          and exists (
            select from diary_present present where present.meeting_id = meeting.meeting_id)
      ), there as (
        select present.meeting_id, coalesce(alias.into_id, present.person_id) person_id,
          coalesce(meant.into_id, present.substitute_for) substitute_for
        from diary_present present
        left join directory_person_alias alias on alias.person_id = present.person_id
        left join directory_person_alias meant on meant.person_id = present.substitute_for
        where present.meeting_id in (select meeting_id from nominated)
      ), standing_in as (
        select substitute.seat_id, substitute."start", substitute."end",
          coalesce(alias.into_id, substitute.person_id) person_id
        from diary_nomination substitute
        left join directory_person_alias alias on alias.person_id = substitute.person_id
        where substitute.part = 'SUBSTITUTE'
      ), went as (
        select nominated.seat_id,
          exists (
            select from there where there.meeting_id = nominated.meeting_id
              and there.person_id = nominated.person_id) nominee,
          exists (
            select from there join standing_in on standing_in.person_id = there.person_id
            where there.meeting_id = nominated.meeting_id
              and standing_in.seat_id = nominated.seat_id
              and standing_in."start" <= nominated."on"
              and (standing_in."end" is null or standing_in."end" > nominated."on")) substitute,
          exists (
            select from there where there.meeting_id = nominated.meeting_id
              and there.substitute_for = nominated.person_id) unplanned
        from nominated
      )
      select seat_id, count(*), count(*) filter (where nominee),
        count(*) filter (where not nominee and substitute),
        count(*) filter (where not nominee and not substitute and unplanned)
      from went group by seat_id\
      """;

  private final Diary diary;

  SeatRecords(Diary diary) {
    this.diary = diary;
  }

  /**
   * The last 365 days of a seat.
   *
   * @param meetings of which it is known who was there, while somebody was nominated
   * @param nominee at how many of them the nominee was
   * @param substitute at how many others somebody who was named to stand in
   * @param unplanned at how many others somebody who came for the nominee and was not named
   */
  public record SeatRecord(int meetings, int nominee, int substitute, int unplanned) {
    public static final SeatRecord NONE = new SeatRecord(0, 0, 0, 0);

    /** At how many nobody was who sits there or came for them. */
    public int nobody() {
      return meetings - nominee - substitute - unplanned;
    }
  }

  private record Row(SeatId seat, SeatRecord record) {}

  /** Of each seat of the series of which anything is known, up to today. */
  public Map<SeatId, SeatRecord> of(SeriesId series, LocalDate today) {
    var records = new HashMap<SeatId, SeatRecord>();
    diary
        .read(
            SELECT,
            row ->
                new Row(
                    new SeatId(row.getObject(1, UUID.class)),
                    new SeatRecord(row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5))),
            today.minusDays(365),
            today,
            series.value())
        .forEach(row -> records.put(row.seat(), row.record()));
    return records;
  }
}
