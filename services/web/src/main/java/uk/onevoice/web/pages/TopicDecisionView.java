package uk.onevoice.web.pages;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Doings.Different;
import uk.onevoice.web.api.Doings.Happened;
import uk.onevoice.web.api.Doings.InPlace;
import uk.onevoice.web.api.Doings.Timeline;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/** How a topic was decided in one place and in others, in words. */
final class TopicDecisionView {
  private TopicDecisionView() {}

  /** A topic and what came of it in each place. */
  record Both(String topicId, String topic, String sentence, List<Decision> places) {}

  /** What came of it in one place; {@code timeline} leads to how it came to that. */
  record Decision(String place, String words, String meeting, String href, String timeline) {}

  static Both of(Different different) {
    return new Both(
        different.topicId(),
        different.topic(),
        sentence(different.places()),
        different.places().stream()
            .map(place ->
                new Decision(
                    name(place),
                    Words.sentence(words(place)) + ".",
                    place.forum() + ", " + Words.day(place.on()),
                    "/meetings/" + place.meetingId(),
                    "/topics/" + different.topicId() + "/timeline/" + place.placeId()))
            .toList());
  }

  private static String name(InPlace place) {
    return place.place() == null ? "A place" : place.place();
  }

  /** Decided as we asked in Marl Valley, put off in Tarrow Coast. */
  static String sentence(List<InPlace> places) {
    return Words.sentence(
        String.join("; ", places.stream().map(each -> words(each) + " in " + name(each)).toList())
            + ".");
  }

  static String words(InPlace place) {
    return switch (place.outcome()) {
      case "AGREED", "VOTED" ->
          switch (place.went()) {
            case "FOR" -> "decided as we asked";
            case "AGAINST" -> "decided against what we asked";
            default -> "decided";
          };
      case "DEFERRED" -> "put off";
      case "NOTED" -> "only noted";
      default -> "not decided";
    };
  }

  static String differentSentence(int count, boolean more) {
    return count == 0
        ? "No topic was decided differently in two places in the last year."
        : Words.sentence(Words.count(count, "topic was", "topics were"))
            + " decided differently in two places"
            + (more ? ", on this page." : " in the last year.");
  }

  /** How long before the decision general practice had to do with it. */
  static String lead(Timeline timeline) {
    Integer days = timeline.leadDays();
    if (timeline.decidedOn() == null) {
      return timeline.firstInvolvementOn() == null
          ? "Nothing is known of this topic here yet."
          : "It is not decided. General practice has had to do with it since "
              + Words.day(timeline.firstInvolvementOn())
              + ".";
    }
    String decided = "It was decided on " + Words.day(timeline.decidedOn());
    if (days == null) {
      return decided + "; nothing is known of general practice before.";
    }
    if (days < 0) {
      return decided
          + ", "
          + Words.count(-days, "day", "days")
          + " before general practice first had to do with it.";
    }
    return days == 0
        ? decided + ", on the day on which general practice first had to do with it."
        : decided + ". General practice came in " + Words.count(days, "day", "days") + " before.";
  }

  /** One thing that happened. */
  record Step(String day, String what, String note, @Nullable String href, boolean decided) {}

  static List<Step> steps(List<Happened> items, UnaryOperator<String> bodies) {
    return items.stream()
        .map(each ->
            new Step(
                Words.day(each.on()),
                what(each, bodies),
                each.recordedAfter()
                    ? "Written down when the meeting had begun, so it does not count as before."
                    : "",
                each.meetingId() == null ? null : "/meetings/" + each.meetingId(),
                each.kind().equals("OUTCOME")))
        .toList();
  }

  private static String what(Happened each, UnaryOperator<String> bodies) {
    String body = each.organisationId() == null ? "" : bodies.apply(each.organisationId());
    return switch (each.kind()) {
      case "CONVERSATION" -> "Talked with " + or(body, "a partner");
      case "POSITION_PROPOSED" -> or(body, "A body") + " began to form a view";
      case "POSITION_AGREED" -> or(body, "A body") + " agreed its view" + stance(each);
      case "POSITION_PUBLISHED" -> or(body, "A body") + " published its view" + stance(each);
      case "PRE_ALIGNMENT" ->
          "Talked with "
              + or(body, "a partner")
              + " before the meeting"
              + (each.agreed() == null
                  ? ""
                  : each.agreed() ? ": of one mind" : ": not of one mind");
      case "ITEM" -> "Came up at a meeting";
      case "POSITION_PUT" -> "General practice put its position" + stance(each);
      case "OUTCOME" ->
          "What came out: "
              + Vocabulary.words(Vocabulary.OUTCOMES, each.outcome()).toLowerCase(Locale.UK);
      default -> each.kind();
    };
  }

  private static String or(String name, String unknown) {
    return name.isEmpty() ? unknown : name;
  }

  private static String stance(Happened each) {
    return each.stance() == null
        ? ""
        : ": " + Vocabulary.words(Vocabulary.STANCES, each.stance()).toLowerCase(Locale.UK);
  }

  static String title(String topic, String place) {
    return "How " + Topic.words("", topic) + " came to be decided in " + place;
  }
}
