package uk.onevoice.meetings.adapter.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.meetings.adapter.store.Diary;
import uk.onevoice.meetings.adapter.store.SeatRecords.SeatRecord;
import uk.onevoice.meetings.domain.Hours;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.SeriesId;
import uk.onevoice.meetings.domain.series.NominationId;
import uk.onevoice.meetings.domain.series.Part;
import uk.onevoice.meetings.domain.series.Planned;
import uk.onevoice.meetings.domain.series.RetentionClass;
import uk.onevoice.meetings.domain.series.Rule;
import uk.onevoice.meetings.domain.series.SeatId;
import uk.onevoice.meetings.domain.series.Series.Started;

/** What is answered about series. */
final class SeriesViews {
  private SeriesViews() {}

  record SeriesTerms(
      SeriesId seriesId,
      PlaceId placeId,
      UUID forumId,
      Label forum,
      @Nullable String forumNow,
      LocalDate first,
      Rule rule,
      Hours hours,
      @Nullable LocalDate end) {
    static SeriesTerms of(Started series, ListedForums forums) {
      var start = series.start();
      return new SeriesTerms(
          start.seriesId(),
          start.placeId(),
          start.forumId(),
          start.forum(),
          forums.labelNow(start.forumId()),
          start.first(),
          start.rule(),
          start.hours(),
          series.end());
    }
  }

  /**
   * @param terms null where there are none, or they are no longer kept
   * @param meetings today's and those to come
   */
  record SeriesView(
      @JsonUnwrapped SeriesTerms of,
      RetentionClass retention,
      @Nullable String terms,
      @Nullable String link,
      @Nullable LocalDate plannedUntil,
      List<SeatOfSeries> seats,
      List<MeetingOfSeries> meetings) {
    /**
     * @param standing who stands for a person whose record was merged away
     */
    static SeriesView of(
        Started series,
        ListedForums forums,
        Map<WordsRef, String> words,
        List<Diary.Entry> meetings,
        Map<SeatId, SeatRecord> records,
        UnaryOperator<PersonId> standing) {
      var start = series.start();
      return new SeriesView(
          SeriesTerms.of(series, forums),
          start.retention(),
          start.termsRef() == null ? null : words.get(start.termsRef()),
          start.linkRef() == null ? null : words.get(start.linkRef()),
          series.until(),
          series.seats().keySet().stream()
              .map(seat ->
                  SeatOfSeries.of(
                      seat, series, records.getOrDefault(seat, SeatRecord.NONE), standing))
              .toList(),
          meetings.stream().map(entry -> MeetingOfSeries.of(entry, series)).toList());
    }
  }

  record SeatOfSeries(
      SeatId seatId,
      Label label,
      @Nullable OrganisationId bodyId,
      LocalDate start,
      @Nullable LocalDate end,
      List<NominationView> nominations,
      WentView lastYear) {
    static SeatOfSeries of(
        SeatId id, Started series, SeatRecord record, UnaryOperator<PersonId> standing) {
      var seat = Objects.requireNonNull(series.seats().get(id));
      return new SeatOfSeries(
          id,
          seat.label(),
          seat.bodyId(),
          seat.period().start(),
          seat.period().end(),
          series.nominations().entrySet().stream()
              .filter(each -> each.getValue().seatId().equals(id))
              .map(each ->
                  new NominationView(
                      each.getKey(),
                      standing.apply(each.getValue().personId()),
                      each.getValue().part(),
                      each.getValue().period().start(),
                      each.getValue().period().end()))
              .sorted(Comparator.comparing(NominationView::start))
              .toList(),
          new WentView(
              record.meetings(),
              record.nominee(),
              record.substitute(),
              record.unplanned(),
              record.nobody()));
    }
  }

  /** Who went, of who was named. */
  record WentView(int meetings, int nominee, int substitute, int unplanned, int nobody) {}

  record NominationView(
      NominationId nominationId,
      PersonId personId,
      Part part,
      LocalDate start,
      @Nullable LocalDate end) {}

  /**
   * @param moved whether it is not when its series says
   */
  record MeetingOfSeries(
      MeetingId meetingId, LocalDate on, @Nullable Hours hours, boolean cancelled, boolean moved) {
    static MeetingOfSeries of(Diary.Entry entry, Started series) {
      @Nullable Planned planned = series.planned().get(entry.meetingId());
      boolean moved =
          planned != null
              && !entry.cancelled()
              && !(planned.on().equals(entry.on()) && planned.hours().equals(entry.hours()));
      return new MeetingOfSeries(
          entry.meetingId(), entry.on(), entry.hours(), entry.cancelled(), moved);
    }
  }

  /** Why nobody of general practice is heard at a table. */
  enum EmptyBecause {
    NOBODY_NOMINATED,
    NOBODY_CAME
  }

  /**
   * @param lastPresent when one of those nominated was last there; null for never
   */
  record EmptyChair(
      UUID seriesId,
      UUID seatId,
      String forum,
      @Nullable String forumNow,
      String label,
      @Nullable String bodyId,
      EmptyBecause why,
      @Nullable LocalDate lastPresent) {}
}
