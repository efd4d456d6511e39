package uk.onevoice.projection.representation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.representation.Areas.Rows;
import uk.onevoice.projection.representation.Coverage.Topic;

/** Asks what practices of areas let others say, and what is said for them. */
final class MandateMeasures {
  private final Areas areas;
  private final LocalDate asOf;

  MandateMeasures(Areas areas) {
    this.areas = areas;
    this.asOf = areas.facts().time().asOf();
  }

  /** The area's practices, and the month their list sizes are of. */
  private record Whole(int practices, int unknown, @Nullable String month) {}

  private record Practice(@Nullable String month, boolean sized) {}

  private record ClassRow(Coverage.Asked asked, Coverage.Class answers, int holders) {}

  private @Nullable Rows<Practice> practices;

  /** Asked once for all measures of practices. */
  private Rows<Practice> practices() {
    Rows<Practice> known = practices;
    if (known == null) {
      known =
          areas.atOnceOfRegistry(
              "members_of_areas",
              row -> new Practice(row.getString("month"), row.getObject("patients") != null));
      practices = known;
    }
    return known;
  }

  private static Whole whole(List<Practice> practices) {
    return new Whole(
        practices.size(),
        (int) practices.stream().filter(practice -> !practice.sized()).count(),
        practices.isEmpty() ? null : practices.getFirst().month());
  }

  Map<String, Measure> coverage(String name) {
    Rows<Practice> practices = practices();
    Rows<ClassRow> rows =
        areas.atOnceBesideRegistry(
            "coverage_of_mandates",
            row ->
                new ClassRow(
                    new Coverage.Asked(
                        row.getString("topic_id"),
                        row.getString("topic"),
                        row.getString("label"),
                        row.getString("board"),
                        List.of((String[]) row.getArray("mandates").getArray())),
                    new Coverage.Class(
                        row.getInt("practices"),
                        row.getObject("patients", Long.class),
                        row.getInt("without_list_size")),
                    row.getInt("holders")));
    return areas.each(
        (area, audience) -> coverage(name, whole(practices.of(area)), rows.of(area), audience));
  }

  private Measure coverage(String name, Whole whole, List<ClassRow> rows, Audience audience) {
    if (!audience.sees(Part.COVERAGE)) {
      return Measure.withheld(name, asOf, "Not for this role.");
    }
    List<Topic> topics = new ArrayList<>();
    for (int i = 0; i < rows.size(); i += 4) {
      ClassRow granted = rows.get(i);
      topics.add(
          Topic.of(
              granted.asked(),
              granted.holders() > 1,
              rows.subList(i, i + 4).stream().map(ClassRow::answers).toList(),
              audience));
    }
    // No figure over all topics: it would flatter.
    return new Measure(
        name,
        true,
        false,
        null,
        null,
        whole.practices() == 0 ? null : whole.practices(),
        whole.practices() == 0 ? null : whole.unknown(),
        asOf,
        whole.month(),
        new Coverage(topics));
  }

  Map<String, Measure> contradictions(String name) {
    Rows<Integer> spokenOn = areas.rows("spoken_on", row -> row.getInt("topics"));
    Rows<LocalDate> since =
        areas.rows("contradictions", row -> row.getObject("since", LocalDate.class));
    return areas.each((area, audience) ->
        Contradictions.measure(name, asOf, since.of(area), spokenOn.one(area), audience));
  }

  Map<String, Measure> ambition(String name) {
    Rows<Practice> practices = practices();
    Rows<Ambition.Level> levels =
        areas.atOnce(
            "levels_of_ambition",
            row ->
                new Ambition.Level(
                    row.getString("level"),
                    row.getInt("practices"),
                    row.getObject("patients", Long.class),
                    row.getInt("without_list_size")));
    Rows<Ambition.FollowThrough> asks =
        areas.atOnce(
            "follow_through_of_areas",
            row ->
                new Ambition.FollowThrough(
                    row.getInt("asks_due"), row.getInt("acted_on"), row.getInt("not_said")));
    return areas.each((area, audience) ->
        Ambition.measure(
            name,
            asOf,
            whole(practices.of(area)).month(),
            levels.of(area),
            asks.one(area),
            audience));
  }
}
