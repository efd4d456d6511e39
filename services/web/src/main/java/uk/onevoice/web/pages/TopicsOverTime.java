package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.MeasureTrend;
import uk.onevoice.web.api.MeasureTrend.Point;
import uk.onevoice.web.api.Representation.Measure;
import uk.onevoice.web.api.Representation.Topic;
import uk.onevoice.web.pages.IcsMeasurePages.Part;
import uk.onevoice.web.ui.Words;

/** How many practices agreed, topic by topic: there is no figure over all topics. */
final class TopicsOverTime {
  private TopicsOverTime() {}

  /** In words, of the topic on which most practices have agreed. */
  static String sentence(MeasureTrend whole) {
    Point last = whole.points().getLast();
    Point first = whole.points().getFirst();
    Topic most =
        topics(List.of(whole)).stream()
            .filter(topic -> IcsFigures.topic(last.measure(), topic) != null)
            .max(Comparator.comparingInt(Topic::numerator))
            .orElse(null);
    if (most == null) {
      return "No practice has been asked whether somebody may speak for it.";
    }
    return "In the whole ICS on "
        + Words.day(last.on())
        + ", "
        + IcsFigures.name(most)
        + ": "
        + agreed(last.measure(), most)
        + (first.segment() == last.segment()
            ? ". On " + Words.day(first.on()) + ": " + agreed(first.measure(), most)
            : "")
        + ".";
  }

  /**
   * @param trends of the places, and last of the whole ICS
   */
  static List<Part> parts(List<MeasureTrend> trends) {
    return topics(trends).stream()
        .map(topic ->
            new Part(
                IcsFigures.name(topic),
                trends.stream().map(trend -> MeasurePast.agreed(trend, topic)).toList(),
                IcsMeasurePages.table(
                    "Practices that agreed: " + IcsFigures.name(topic),
                    trends,
                    measure -> agreed(measure, topic))))
        .toList();
  }

  /** All that were asked about on any of the days, those of the last day first. */
  private static List<Topic> topics(List<MeasureTrend> trends) {
    List<Topic> topics = new ArrayList<>();
    for (MeasureTrend trend : trends.reversed()) {
      for (Point point : trend.points().reversed()) {
        @Nullable List<Topic> asked = point.measure().topics();
        if (asked != null) {
          asked.stream()
              .filter(topic -> topics.stream().noneMatch(other -> same(other, topic)))
              .forEach(topics::add);
        }
      }
    }
    return topics;
  }

  private static boolean same(Topic one, Topic other) {
    return one.topic().equals(other.topic()) && Objects.equals(one.board(), other.board());
  }

  /** Practices, and their patients where they are known and for the reader. */
  private static String agreed(Measure measure, Topic asked) {
    @Nullable Topic topic = IcsFigures.topic(measure, asked);
    String practices = IcsFigures.agreed(topic, measure);
    Integer patients =
        topic == null || topic.patientsPercent() == null ? null : topic.patientsPercent().granted();
    return patients == null ? practices : practices + ", " + patients + "% of patients";
  }
}
