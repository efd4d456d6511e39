package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.KeyLists.Empty;
import uk.onevoice.web.api.KeyLists.Key;
import uk.onevoice.web.api.KeyLists.KeyList;
import uk.onevoice.web.api.KeyLists.TalkTime;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** A leader's own key list in the words of its pages. */
public record KeyListView(
    String placeId,
    String sentence,
    boolean flag,
    List<Card> cards,
    List<Link> others,
    boolean full,
    String time) {
  private static final int WEEK = 7;
  private static final int WEEKS_FROM = 14;
  private static final int WEEKS = 4;
  private static final int HOUR = 60;
  private static final String NEAR = "UP_TO_60";

  /**
   * A slot of the list, filled or not.
   *
   * @param slotId null for one that is empty
   * @param state due, empty, or nothing
   * @param links what can be done about an empty one
   */
  public record Card(
      @Nullable String slotId,
      String kind,
      String organisation,
      String who,
      String spoke,
      boolean cold,
      String next,
      String reason,
      String state,
      List<Link> links) {}

  static KeyListView of(
      KeyList list, UnaryOperator<String> names, @Nullable Double protectedHours, LocalDate today) {
    return new KeyListView(
        list.placeId(),
        sentence(list),
        list.keys().stream().anyMatch(Key::goingCold) || !list.empty().isEmpty(),
        Stream.concat(
                list.keys().stream().map(key -> card(key, names, today)),
                list.empty().stream().map(empty -> card(empty, names)))
            .toList(),
        list.others().stream()
            .map(own ->
                new Link(names.apply(own.organisationId()) + ", " + kind(own.kind()), own.slotId()))
            .toList(),
        list.keys().size() >= list.enough(),
        time(list.time(), protectedHours));
  }

  /** 4 of your 5 slots are filled. In 3 of them both sides have spoken in the last 60 days. */
  static String sentence(KeyList list) {
    int wanted = list.kinds().size();
    int filled = wanted - list.empty().size();
    String slots =
        filled + " of your " + wanted + " slots " + (filled == 1 ? "is" : "are") + " filled.";
    if (list.keys().isEmpty()) {
      return slots;
    }
    int all = list.keys().size();
    long near = list.keys().stream().filter(key -> key.band().equals(NEAR)).count();
    return slots
        + " In "
        + near
        + " of "
        + Words.count(all, "relationship", "relationships")
        + " both sides have spoken in the last 60 days.";
  }

  private static Card card(Key key, UnaryOperator<String> names, LocalDate today) {
    return new Card(
        key.slotId(),
        kind(key.kind()),
        names.apply(key.organisationId()),
        key.counterparts().isEmpty()
            ? "With whom is not written down"
            : String.join("; ", key.counterparts()),
        spoke(key.lastTwoWayContact(), key.daysSince()),
        key.goingCold(),
        next(key.nextContact(), today),
        key.reason() == null ? "" : key.reason(),
        key.goingCold() ? "due" : "",
        List.of());
  }

  private static Card card(Empty empty, UnaryOperator<String> names) {
    List<Link> links = new ArrayList<>();
    empty
        .slots()
        .forEach(slot ->
            links.add(new Link(names.apply(slot.organisationId()), "/slots/" + slot.slotId())));
    return new Card(
        null,
        kind(empty.kind()),
        "Empty slot: nobody yet",
        "",
        links.isEmpty() ? "No organisation of this kind is among the place's slots." : "",
        false,
        "",
        "",
        "empty",
        links);
  }

  /** Spoke 21 September 2026, 9 weeks ago. */
  static String spoke(@Nullable LocalDate last, @Nullable Integer days) {
    return last == null || days == null
        ? "Both sides have not spoken yet"
        : "Spoke " + Words.day(last) + ", " + ago(days);
  }

  static String ago(int days) {
    return days == 0
        ? "today"
        : days == 1
            ? "yesterday"
            : (days < WEEKS_FROM ? days + " days" : days / WEEK + " weeks") + " ago";
  }

  static String next(@Nullable LocalDate planned, LocalDate today) {
    if (planned == null) {
      return "No talk is planned.";
    }
    return planned.isBefore(today)
        ? "A talk was planned for " + Words.day(planned) + " and is not logged."
        : "Next talk planned for " + Words.day(planned) + ".";
  }

  /** When to speak next: the talk that is planned, else what the rhythm says. */
  static String nextContact(Key key, LocalDate today) {
    if (key.nextContact() != null) {
      return next(key.nextContact(), today);
    }
    String rhythm = Words.count(key.everyDays(), "day", "days");
    return key.goingCold()
        ? "Overdue: "
            + rhythm
            + " without a talk of both sides were over on "
            + Words.day(key.due())
            + "."
        : "Talk by "
            + Words.day(key.due())
            + ", so that "
            + rhythm
            + " do not pass. No talk is planned.";
  }

  /** What talks took, beside the hours that are protected; meetings are no talks. */
  static String time(TalkTime time, @Nullable Double protectedHours) {
    String took =
        time.talks() == 0
            ? "You logged no talk in the last 4 weeks."
            : "Your "
                + Words.count(time.talks(), "talk", "talks")
                + " in the last 4 weeks took "
                + LoadView.hours((double) time.minutes() / HOUR)
                + (time.withoutMinutes() == 0
                    ? "."
                    : "; "
                        + time.withoutMinutes()
                        + " of them "
                        + (time.withoutMinutes() == 1 ? "does" : "do")
                        + " not say how long.");
    return protectedHours == null
        ? took
        : took
            + " "
            + LoadView.hours(protectedHours * WEEKS)
            + " of these weeks are protected for talks and meetings.";
  }

  static String kind(String kind) {
    return Vocabulary.words(Vocabulary.SLOT_KINDS, kind);
  }
}
