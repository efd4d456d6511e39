package uk.onevoice.web.pages;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Briefs.BriefItem;
import uk.onevoice.web.api.Briefs.CoveringMandate;
import uk.onevoice.web.api.Briefs.LastOutcome;
import uk.onevoice.web.api.Briefs.PreAlignment;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/**
 * An item before the meeting.
 *
 * @param edge the class of its edge: inside, must come back, outside or without an ask
 * @param may what the reader may do about it, in words
 * @param mandates those that cover it
 * @param beforehand whether it was talked about, in words
 * @param talks each of the talks
 * @param interests interests in it that people of general practice have declared
 * @param last how the topic went the last time; null where nobody knows
 */
public record BriefItemView(
    String itemId,
    int number,
    String title,
    String topic,
    String tag,
    String colour,
    String edge,
    @Nullable String position,
    @Nullable String ask,
    String may,
    List<Link> mandates,
    List<Link> positions,
    String beforehand,
    List<Talk> talks,
    List<String> interests,
    @Nullable Link last) {

  /**
   * @param after whether it was recorded when the meeting had begun
   */
  public record Talk(String id, String words, boolean after) {}

  static BriefItemView of(
      BriefItem item, int number, List<String> interests, UnaryOperator<String> names) {
    boolean asks = item.ask() != null;
    return new BriefItemView(
        item.itemId(),
        number,
        MeetingWords.title(item.title()),
        MeetingWords.topic(item.topic(), item.topicNow()),
        asks ? tag(item.verdict().verdict()) : "No ask",
        asks ? colour(item.verdict().verdict()) : "grey",
        asks ? edge(item.verdict().verdict()) : "ov-no",
        item.position(),
        item.ask(),
        may(item),
        item.verdict().mandates().stream().map(one -> mandate(one, names)).toList(),
        item.publicPositions().stream()
            .map(one ->
                new Link(
                    names.apply(one.bodyId())
                        + (one.state().equals("PUBLIC") ? ": public" : ": agreed")
                        + " since "
                        + Words.day(one.on()),
                    "/positions/" + one.positionId()))
            .toList(),
        beforehand(item.preAligned()),
        item.preAlignments().stream().map(one -> talk(one, names)).toList(),
        interests,
        item.lastOutcome() == null ? null : last(item.lastOutcome()));
  }

  private static String tag(String verdict) {
    return switch (verdict) {
      case "INSIDE" -> "✓ Inside";
      case "MUST_COME_BACK" -> "↩ Must come back first";
      default -> "✕ Outside";
    };
  }

  private static String colour(String verdict) {
    return switch (verdict) {
      case "INSIDE" -> "green";
      case "MUST_COME_BACK" -> "yellow";
      default -> "pink";
    };
  }

  private static String edge(String verdict) {
    return switch (verdict) {
      case "INSIDE" -> "ov-in";
      case "MUST_COME_BACK" -> "ov-chk";
      default -> "ov-out";
    };
  }

  private static String may(BriefItem item) {
    return switch (item.verdict().verdict()) {
      case "INSIDE" -> "A mandate in force covers it and lists nothing that has to come back.";
      case "MUST_COME_BACK" ->
          item.verdict().why().equals("NO_LIMITS_STATED")
              ? "A mandate covers it and does not say how far it goes: say what we think, and agree nothing before practices are asked."
              : "A mandate covers it within limits. Read them first: what is not listed as yours to agree comes back to practices.";
      default -> outside(item.verdict().why());
    };
  }

  private static String outside(String why) {
    return switch (why) {
      case "NO_LISTED_TOPIC" ->
          "Its topic is none of the list, so no mandate can cover it. If you agree, it is only provisional.";
      case "OTHER_TABLE" ->
          "The mandate on this topic is for another board or group. If you agree, it is only provisional.";
      case "NOT_IN_FORCE" ->
          "The mandate on this topic is not in force on that day. If you agree, it is only provisional.";
      default ->
          "No mandate covers it. If you agree, it is only provisional and practices must stand by it.";
    };
  }

  private static Link mandate(CoveringMandate one, UnaryOperator<String> names) {
    return new Link(
        (one.holderRole() == null ? "" : one.holderRole() + " of ")
            + names.apply(one.holderId())
            + ", until "
            + Words.day(one.end().minusDays(1)),
        "/mandates/" + one.mandateId());
  }

  private static String beforehand(String preAligned) {
    return switch (preAligned) {
      case "PRE_ALIGNED" -> "Agreed beforehand.";
      case "TALKED_NOT_AGREED" -> "Talked about beforehand, and nothing agreed that counts.";
      case "COLD" -> "Not talked about with anybody.";
      default -> "Whether it was talked about is not known.";
    };
  }

  private static Talk talk(PreAlignment one, UnaryOperator<String> names) {
    String with =
        one.organisation() == null ? names.apply(one.organisationId()) : one.organisation();
    return new Talk(
        one.preAlignmentId(),
        with
            + (one.agreed() ? " agreed on " : " did not agree on ")
            + Words.day(one.on())
            + (one.recordedAfter()
                ? ". Recorded after the meeting had begun: it does not count."
                : one.agreed() && !one.counts() ? ". Too long ago to count." : "."),
        one.recordedAfter());
  }

  private static Link last(LastOutcome last) {
    return new Link(
        "The last time: "
            + MeetingWords.lower(Vocabulary.OUTCOMES, last.outcome())
            + " at "
            + last.forum()
            + " on "
            + Words.day(last.on()),
        "/meetings/" + last.meetingId());
  }
}
