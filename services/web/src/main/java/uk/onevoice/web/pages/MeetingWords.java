package uk.onevoice.web.pages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Meetings.Agreement;
import uk.onevoice.web.api.Meetings.Attendance;
import uk.onevoice.web.api.Meetings.Hours;
import uk.onevoice.web.api.Meetings.Meeting;
import uk.onevoice.web.api.Meetings.PartnerAttendance;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/** The words for what meetings are made of. */
final class MeetingWords {
  static final List<Choice> KINDS =
      List.of(
          new Choice("PRESENT", "In the room"),
          new Choice("VIRTUAL", "By video"),
          new Choice("SUBSTITUTE", "In somebody’s place"),
          new Choice("IN_ATTENDANCE", "In attendance only"),
          new Choice("APOLOGIES", "Sent apologies"),
          new Choice("EXPECTED", "Expected"));

  static final List<Choice> PARTNER_KINDS =
      KINDS.stream().filter(kind -> !kind.value().equals("SUBSTITUTE")).toList();

  static final List<Choice> MARKS =
      List.of(
          new Choice("NOT_CONSULTED", "Present, not consulted"),
          new Choice("NOT_AGREED", "Present, not agreed"));

  static final List<Choice> WITHOUT_US =
      List.of(new Choice("NO", "No"), new Choice("YES", "Yes"), new Choice("UNSURE", "Not sure"));

  private MeetingWords() {}

  /** The list of the ICS may call it something else today than when it met. */
  static String forum(Meeting meeting) {
    return meeting.forumNow() == null || meeting.forumNow().equals(meeting.forum())
        ? meeting.forum()
        : meeting.forum() + " (now called " + meeting.forumNow() + ")";
  }

  static String when(Meeting meeting) {
    return Words.weekday(meeting.on())
        + hours(meeting.hours())
        + (meeting.cancelled() ? ". It is cancelled" : "")
        + ".";
  }

  private static String hours(@Nullable Hours hours) {
    return hours == null ? "" : ", " + clock(hours.start()) + " to " + clock(hours.end());
  }

  /** 14:30 is written 2:30pm. */
  static String clock(String time) {
    int hour = Integer.parseInt(time.substring(0, 2));
    String minutes = time.substring(2).equals(":00") ? "" : time.substring(2);
    return (hour % 12 == 0 ? 12 : hour % 12) + minutes + (hour < 12 ? "am" : "pm");
  }

  static String title(@Nullable String title) {
    return title == null ? "An item whose title was erased" : title;
  }

  static String topic(String topic, @Nullable String now) {
    return Topic.words(topic) + Topic.nowCalled(topic, now);
  }

  static String lower(List<Choice> choices, @Nullable String value) {
    return Vocabulary.words(choices, value).toLowerCase(Locale.UK);
  }

  static String agreement(Agreement agreement) {
    String why = outside(agreement.outside());
    return switch (agreement.standing()) {
      case "COVERED" -> "Agreed for general practice, inside the limits of a mandate.";
      case "RATIFIED" -> "Agreed for general practice: practices have stood by it.";
      case "TAKEN_BACK" -> "What was agreed for general practice was taken back. It binds nobody.";
      default ->
          "Agreed for general practice only provisionally: it binds nobody until practices stand by it."
              + (why.isEmpty() ? "" : " " + why);
    };
  }

  private static String outside(List<String> reasons) {
    if (reasons.isEmpty()) {
      return "";
    }
    return "No mandate covers it, because "
        + Words.list(
            reasons.stream()
                .map(reason ->
                    switch (reason) {
                      case "NOT_CITED" -> "none was named";
                      case "ONLY_SPOKE" -> "under the one named somebody only spoke";
                      case "OTHER_MEETING" -> "the one named was used in another meeting";
                      case "OTHER_ITEM" -> "the one named was used on another item";
                      case "OTHER_TOPIC" -> "the one named is on another topic";
                      case "OTHER_TABLE" -> "the one named is for another board or group";
                      case "OTHER_DAY" -> "the one named was used on another day";
                      default -> "what it was agreed under was taken back";
                    })
                .toList())
        + ".";
  }

  /** What was stored of somebody who came as a delegate and had no mandate for it. */
  static String unmandated(List<String> reasons) {
    if (reasons.isEmpty()) {
      return "";
    }
    return "Stored as: no mandate, because "
        + Words.list(
            reasons.stream()
                .map(reason ->
                    switch (reason) {
                      case "NOT_CITED" -> "none was named";
                      case "NOT_KNOWN" -> "the one named is none of this place";
                      case "NOT_IN_FORCE" -> "the one named was not in force on that day";
                      case "HOLDER" -> "the one named is held by another role";
                      case "TABLE" -> "the one named is not for this board or group";
                      default -> "the one named is for nothing on the agenda";
                    })
                .toList())
        + ".";
  }

  /** How somebody of general practice was there, in one line without their name. */
  static String attendance(
      Attendance one, Function<String, Optional<String>> people, UnaryOperator<String> mandates) {
    StringBuilder line =
        new StringBuilder(lower(Vocabulary.CAPACITIES, one.capacity()))
            .append(", ")
            .append(lower(KINDS, one.kind()));
    if (one.substituteForId() != null) {
      line.append(" (")
          .append(people.apply(one.substituteForId()).orElse("a colleague"))
          .append("’s)");
    }
    line.append(".");
    if (one.mandateId() != null && one.unmandated().isEmpty()) {
      line.append(" Under the ").append(mandates.apply(one.mandateId())).append(".");
    }
    String stored = unmandated(one.unmandated());
    return stored.isEmpty() ? line.toString() : line + " " + stored;
  }

  static String partner(PartnerAttendance partner, UnaryOperator<String> names) {
    return (partner.name() == null ? names.apply(partner.organisationId()) : partner.name())
        + ": "
        + lower(KINDS, partner.kind());
  }

  /** Whether somebody was there in whatever way. */
  static boolean wasThere(String kind) {
    return !kind.equals("EXPECTED") && !kind.equals("APOLOGIES");
  }

  /** 2.1 MB, 340 kB. */
  static String size(long bytes) {
    return bytes >= 1_000_000
        ? Math.round(bytes / 100_000.0) / 10.0 + " MB"
        : Math.max(1, Math.round(bytes / 1000.0)) + " kB";
  }
}
