package uk.onevoice.projection.representation;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import uk.onevoice.projection.reading.Snapshot;

/** Asks the measures of a place's meetings, each cut to what the audience may see. */
final class MeetingMeasures {
  private final Snapshot facts;
  private final Audience audience;
  private final LocalDate asOf;

  MeetingMeasures(Snapshot facts, Audience audience) {
    this.facts = facts;
    this.audience = audience;
    this.asOf = facts.time().asOf();
  }

  Measure spread(String name, String placeId) {
    return Spread.measure(
        name,
        asOf,
        facts.list(
            "select * from attendance_spread(?, :asOf, :knownAt)",
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
                    row.getInt("continued")),
            placeId),
        audience);
  }

  private record CodeCount(boolean attended, String code, int items) {}

  Measure influence(String name, String placeId) {
    List<CodeCount> rows =
        facts.list(
            "select attended, code, items from influence(?, :asOf, :knownAt)",
            row -> new CodeCount(row.getBoolean(1), row.getString(2), row.getInt(3)),
            placeId);
    return Influence.measure(
        name,
        asOf,
        rows.stream()
            .filter(CodeCount::attended)
            .collect(Collectors.toMap(CodeCount::code, CodeCount::items)),
        rows.stream().filter(row -> !row.attended()).mapToInt(CodeCount::items).sum(),
        audience);
  }

  Measure beforehand(String name, String placeId) {
    return Beforehand.measure(
        name,
        asOf,
        facts.list(
            "select class, items, assessed, changed from pre_alignment(?, :asOf, :knownAt)",
            row ->
                new Beforehand.Counted(
                    row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4)),
            placeId),
        audience);
  }

  private record Loop(int due, int inTime, LoopClosure detail) {}

  Measure loopClosure(String name, String placeId) {
    Loop loop =
        facts
            .first(
                "select * from loop_closure(?, :asOf, :knownAt)",
                row ->
                    new Loop(
                        row.getInt("due"),
                        row.getInt("told_in_time"),
                        new LoopClosure(
                            row.getInt("not_yet_due"),
                            row.getObject("median_days", Integer.class),
                            row.getInt("told"),
                            row.getInt("read"),
                            row.getInt("overdue_actions"))),
                placeId)
            .orElseThrow();
    return LoopClosure.measure(name, asOf, loop.due(), loop.inTime(), loop.detail(), audience);
  }

  Measure emptyChairs(String name, String placeId) {
    return EmptyChairs.measure(
        name,
        asOf,
        facts.list(
            "select * from seat_use(?, :asOf, :knownAt)",
            row ->
                new EmptyChairs.Seat(
                    row.getString("seat_id"),
                    row.getString("series_id"),
                    row.getString("forum"),
                    row.getString("label"),
                    row.getString("body_id"),
                    row.getBoolean("nominated"),
                    row.getInt("meetings"),
                    row.getInt("attended")),
            placeId),
        audience);
  }

  private record Hours(int people, int minutes, int withoutHours, Load detail) {}

  Measure load(String name, String placeId) {
    Hours hours =
        facts
            .first(
                "select * from meeting_load(?, :asOf, :knownAt)",
                row ->
                    new Hours(
                        row.getInt("people"),
                        row.getInt("minutes"),
                        row.getInt("without_hours"),
                        new Load(row.getInt("over_funded"), row.getInt("without_sessions"))),
                placeId)
            .orElseThrow();
    return Load.measure(
        name,
        asOf,
        hours.people(),
        hours.minutes(),
        hours.withoutHours(),
        hours.detail(),
        audience);
  }

  Measure underpinned(String name, String placeId) {
    return Underpinned.measure(
        name,
        asOf,
        facts.list(
            """
            select p.organisation_id, o.name, p.meetings, p.held
            from set_piece_partner(?, :asOf, :knownAt) p
            left join organisation_at(:asOf, :knownAt) o on o.organisation_id = p.organisation_id
            order by p.organisation_id\
            """,
            row ->
                new Underpinned.Partner(
                    row.getString(1), row.getString(2), row.getInt(3), row.getBoolean(4)),
            placeId),
        audience);
  }
}
