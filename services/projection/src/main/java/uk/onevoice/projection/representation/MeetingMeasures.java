package uk.onevoice.projection.representation;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import uk.onevoice.projection.representation.Areas.Rows;

/** Asks the measures of areas' meetings, each cut to what the audience may see. */
final class MeetingMeasures {
  private final Areas areas;
  private final LocalDate asOf;

  MeetingMeasures(Areas areas) {
    this.areas = areas;
    this.asOf = areas.facts().time().asOf();
  }

  Map<String, Measure> spread(String name) {
    Rows<Spread.Carried> rows =
        areas.rows(
            "attendance_spread",
            row ->
                Spread.Carried.of(
                    row.getString("series_id"),
                    row.getInt("meetings"),
                    row.getInt("unrecorded"),
                    row.getInt("attendances"),
                    row.getInt("people"),
                    row.getInt("squares"),
                    row.getInt("lead"),
                    row.getInt("substitutes"),
                    row.getInt("continued")));
    return areas.each((area, audience) -> Spread.measure(name, asOf, rows.of(area), audience));
  }

  private record CodeCount(boolean attended, String code, int items) {}

  Map<String, Measure> influence(String name) {
    Rows<CodeCount> rows =
        areas.rows(
            "influence",
            row ->
                new CodeCount(
                    row.getBoolean("attended"), row.getString("code"), row.getInt("items")));
    return areas.each((area, audience) ->
        Influence.measure(
            name,
            asOf,
            rows.of(area).stream()
                .filter(CodeCount::attended)
                .collect(Collectors.toMap(CodeCount::code, CodeCount::items)),
            rows.of(area).stream().filter(row -> !row.attended()).mapToInt(CodeCount::items).sum(),
            audience));
  }

  Map<String, Measure> beforehand(String name) {
    Rows<Beforehand.Counted> rows =
        areas.rows(
            "pre_alignment",
            row ->
                new Beforehand.Counted(
                    row.getString("class"),
                    row.getInt("items"),
                    row.getInt("assessed"),
                    row.getInt("changed")));
    return areas.each((area, audience) -> Beforehand.measure(name, asOf, rows.of(area), audience));
  }

  private record Loop(int due, int inTime, LoopClosure detail) {}

  Map<String, Measure> loopClosure(String name) {
    Rows<Loop> rows =
        areas.rows(
            "loop_closure",
            row ->
                new Loop(
                    row.getInt("due"),
                    row.getInt("told_in_time"),
                    new LoopClosure(
                        row.getInt("not_yet_due"),
                        row.getObject("median_days", Integer.class),
                        row.getInt("told"),
                        row.getInt("read"),
                        row.getInt("overdue_actions"))));
    return areas.each((area, audience) -> {
      Loop loop = rows.one(area);
      return LoopClosure.measure(name, asOf, loop.due(), loop.inTime(), loop.detail(), audience);
    });
  }

  Map<String, Measure> emptyChairs(String name) {
    Rows<EmptyChairs.Seat> rows =
        areas.rows(
            "seat_use",
            row ->
                new EmptyChairs.Seat(
                    row.getString("seat_id"),
                    row.getString("series_id"),
                    row.getString("forum"),
                    row.getString("label"),
                    row.getString("body_id"),
                    row.getBoolean("nominated"),
                    row.getInt("meetings"),
                    row.getInt("attended")));
    return areas.each((area, audience) -> EmptyChairs.measure(name, asOf, rows.of(area), audience));
  }

  private record Hours(int people, int minutes, int withoutHours, Load detail) {}

  Map<String, Measure> load(String name) {
    Rows<Hours> rows =
        areas.rows(
            "meeting_load",
            row ->
                new Hours(
                    row.getInt("people"),
                    row.getInt("minutes"),
                    row.getInt("without_hours"),
                    new Load(row.getInt("over_funded"), row.getInt("without_sessions"))));
    return areas.each((area, audience) -> {
      Hours hours = rows.one(area);
      return Load.measure(
          name,
          asOf,
          hours.people(),
          hours.minutes(),
          hours.withoutHours(),
          hours.detail(),
          audience);
    });
  }

  Map<String, Measure> underpinned(String name) {
    Rows<Underpinned.Partner> rows =
        areas.named(
            "set_piece_partner",
            "a.area, f.organisation_id",
            row ->
                new Underpinned.Partner(
                    row.getString("organisation_id"),
                    row.getString("name"),
                    row.getInt("meetings"),
                    row.getBoolean("held")));
    return areas.each((area, audience) -> Underpinned.measure(name, asOf, rows.of(area), audience));
  }
}
