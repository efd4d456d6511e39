package uk.onevoice.projection.representation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import uk.onevoice.projection.representation.Evidence.What;
import uk.onevoice.projection.representation.EvidenceRows.Beside;

/** What the figures of meetings are made of. */
final class MeetingEvidence {
  /** The forum of a meeting, as it was called when it was entered. */
  private static final String FORUM =
      """
      left join meeting_fact m
        on m.meeting_id = i.meeting_id and m.known_from <= :knownAt and :knownAt < m.known_to\
      """;

  private final EvidenceRows rows;

  MeetingEvidence(EvidenceRows rows) {
    this.rows = rows;
  }

  /** M6: each meeting, and whether anybody entered who was there. Of people there are no rows. */
  List<Evidence> meetings() {
    return rows.list(
        What.MEETING,
        """
        select i.meeting_id as key, i.meeting_id as id, null as within_id, i.place_id,
          null as organisation_id, m.forum as label, i.day, m.known_from as recorded, m.entered_for,
          i.attended
        from held_meeting($area) i\
        """
            + " "
            + FORUM,
        row -> row.getBoolean("attended") ? "RECORDED" : "NOT_RECORDED",
        (why, _) -> why.equals("RECORDED") ? Counts.OUT_OF : Counts.NOT_KNOWN);
  }

  /** M7: each item with an outcome. */
  List<Evidence> outcomes() {
    return rows.list(
        What.ITEM,
        """
        select i.meeting_id || '|' || i.item_id as key, i.item_id as id, i.meeting_id as within_id,
          i.place_id, null as organisation_id, m.forum as label, i.day, i.recorded, i.entered_for,
          i.there, i.code
        from influence_item($area) i\
        """
            + " "
            + FORUM,
        row -> row.getBoolean("there") ? row.getString("code") : "NOT_THERE",
        (why, row) -> row.getBoolean("there") ? Influence.counting(why) : Counts.NOT_IN_IT);
  }

  /** M8: each relevant item at which somebody was there. */
  List<Evidence> beforehand() {
    return rows.list(
        What.ITEM,
        """
        select i.meeting_id || '|' || i.item_id as key, i.item_id as id, i.meeting_id as within_id,
          i.place_id, null as organisation_id, m.forum as label, i.day, i.recorded, i.entered_for,
          i.class
        from pre_alignment_item($area) i\
        """
            + " "
            + FORUM,
        row -> row.getString("class"),
        (why, _) ->
            switch (why) {
              case "PRE_ALIGNED" -> Counts.IN;
              case "COLD" -> Counts.OUT_OF;
              default -> Counts.OUT_OF_AND_NOT_KNOWN;
            });
  }

  /** M10: each item of which the practices of a mandate had to hear, once for each mandate. */
  List<Evidence> heard() {
    return rows.list(
        What.ITEM,
        """
        select concat_ws('|', i.meeting_id, i.mandate_id, x.item_id) as key, x.item_id as id,
          i.meeting_id as within_id, i.place_id, null as organisation_id, m.forum as label, i.day,
          i.recorded, i.entered_for, loop_class(i.due_on, i.told_on, :asOf) as class
        from loop_report($area) i
        cross join lateral unnest(i.items) x (item_id)\
        """
            + " "
            + FORUM,
        row -> Objects.requireNonNullElse(row.getString("class"), "NO_DAYS_SET"),
        (why, _) ->
            switch (why) {
              case "TOLD_IN_TIME" -> Counts.IN;
              case "NOT_IN_TIME" -> Counts.OUT_OF;
              default -> Counts.NOT_IN_IT;
            });
  }

  /** M11: each seat of general practice. */
  List<Evidence> seats() {
    return rows.list(
        What.SEAT,
        """
        select u.*, u.seat_id as key, u.seat_id as id, u.series_id as within_id, r.place_id,
          u.body_id as organisation_id, case when isfinite(s.valid_from) then s.valid_from end as day,
          s.known_from as recorded, s.entered_for
        from seat_use($area) u
        join seat_fact s on s.seat_id = u.seat_id
        left join lateral (
          select f.place_id
          from series_fact f
          where f.series_id = u.series_id and f.known_from <= :knownAt and :knownAt < f.known_to
          order by f.valid_from desc
          limit 1) r on true
        where s.valid_from <= :asOf and :asOf < s.valid_to
          and s.known_from <= :knownAt and :knownAt < s.known_to\
        """,
        row -> use(seat(row)),
        (_, row) ->
            seat(row).empty()
                ? Counts.IN
                : seat(row).unknown() ? Counts.OUT_OF_AND_NOT_KNOWN : Counts.OUT_OF);
  }

  private static String use(EmptyChairs.Seat seat) {
    if (!seat.nominated()) {
      return "NOBODY_NAMED";
    }
    return seat.empty() ? "NOBODY_CAME" : seat.unknown() ? "TOO_FEW_MEETINGS" : "SOMEBODY_CAME";
  }

  private static EmptyChairs.Seat seat(ResultSet row) throws SQLException {
    return new EmptyChairs.Seat(
        row.getString("seat_id"),
        row.getString("series_id"),
        row.getString("forum"),
        row.getString("label"),
        row.getString("body_id"),
        row.getBoolean("nominated"),
        row.getInt("meetings"),
        row.getInt("attended"));
  }

  /** M12: each time that somebody was at a meeting, and how long. Who it was is not said. */
  List<Evidence> hours() {
    return rows.list(
        What.ATTENDANCE,
        """
        select i.meeting_id || '|' || row_number() over (
            partition by i.meeting_id order by i.person_id collate "C") as key,
          i.meeting_id as id, null as within_id, i.place_id, null as organisation_id,
          m.forum as label, i.day, null::timestamptz as recorded, null as entered_for,
          i.minutes::int as minutes
        from load_attendance($area) i\
        """
            + " "
            + FORUM,
        row -> row.getObject("minutes") == null ? "HOURS_NOT_KNOWN" : "HOURS_KNOWN",
        (why, _) -> why.equals("HOURS_KNOWN") ? List.of(Counts.NUMERATOR) : Counts.NOT_KNOWN,
        new Beside(false, true));
  }

  /** M15: each partner that was at a meeting, with the last one. */
  List<Evidence> partners() {
    return rows.list(
        What.PARTNER,
        """
        with came as materialized (
          select p.organisation_id, max(h.day) as day
          from held_meeting($area) h
          join partner_attendance_fact p on p.meeting_id = h.meeting_id
          where p.known_from <= :knownAt and :knownAt < p.known_to
          group by p.organisation_id)
        select f.organisation_id as key, f.organisation_id as id, null as within_id,
          null as place_id, f.organisation_id, null as label, c.day, null::timestamptz as recorded,
          null as entered_for, f.held
        from set_piece_partner($area) f
        join came c on c.organisation_id = f.organisation_id\
        """,
        row -> row.getBoolean("held") ? "SOMEBODY_KEEPS_IN_TOUCH" : "NOBODY_KEEPS_IN_TOUCH",
        (_, row) -> row.getBoolean("held") ? Counts.IN : Counts.OUT_OF);
  }
}
