package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Briefs.Acknowledgement;
import uk.onevoice.web.api.Briefs.Brief;
import uk.onevoice.web.api.Briefs.BriefItem;
import uk.onevoice.web.api.Briefs.Contact;
import uk.onevoice.web.api.Briefs.InTheRoom;
import uk.onevoice.web.api.Briefs.Owed;
import uk.onevoice.web.api.Briefs.Promise;
import uk.onevoice.web.api.Briefs.Promised;
import uk.onevoice.web.api.Briefs.Promises;
import uk.onevoice.web.api.Briefs.RingFirst;
import uk.onevoice.web.api.Meetings.Attendance;
import uk.onevoice.web.ui.Words;

/**
 * What somebody needs who goes to a meeting, in words.
 *
 * @param ringHeading null where there is nobody to ring
 * @param issued how far the brief itself is
 * @param toRead the version that the reader has not said they have read; null where there is none
 * @param readers who has read it, and who goes and has not
 * @param goes whether the reader goes, and so says how long they prepare
 * @param minutes what they have said; empty where they have not
 */
public record BriefView(
    String sentence,
    @Nullable String ringHeading,
    List<Ring> ring,
    String itemsSentence,
    List<BriefItemView> items,
    String roomSentence,
    List<RoomRow> room,
    boolean contactsShown,
    String promisesSentence,
    List<PromiseLine> promises,
    String issued,
    boolean issueAgain,
    @Nullable Integer toRead,
    List<String> readers,
    String prepared,
    boolean preparationOpen,
    boolean goes,
    String minutes) {

  public record Ring(String href, String name, String who, String why) {}

  /**
   * @param known how long ago we spoke; empty where the reader does not see it
   * @param promised what is owed between two people; empty where the reader does not see it
   */
  public record RoomRow(
      String expectedId,
      String who,
      String from,
      String items,
      String known,
      String last,
      String promised) {}

  public record PromiseLine(String who, String what, String href) {}

  /**
   * @param going everybody of general practice who is expected or was there
   * @param interests declared interests, in words, by the id of the item
   */
  static BriefView of(
      Brief brief,
      List<Attendance> going,
      String readerId,
      LocalDate today,
      Function<String, Optional<String>> people,
      UnaryOperator<String> names,
      Map<String, List<String>> interests) {
    Map<String, Integer> numbers = new HashMap<>();
    brief.items().forEach(item -> numbers.put(item.itemId(), numbers.size() + 1));
    List<BriefItemView> items = new ArrayList<>();
    for (BriefItem item : brief.items()) {
      items.add(
          BriefItemView.of(
              item, items.size() + 1, interests.getOrDefault(item.itemId(), List.of()), names));
    }
    long asks = brief.items().stream().filter(item -> item.ask() != null).count();
    return new BriefView(
        sentence(brief.items()),
        brief.ringFirst().isEmpty()
            ? null
            : brief.ringFirst().size() == 1
                ? "Ring this one before you go in"
                : "Ring these " + brief.ringFirst().size() + " before you go in",
        brief.ringFirst().stream().map(one -> ring(one, numbers, today, names)).toList(),
        asks
            + " of the "
            + Words.count(items.size(), "item", "items")
            + " need something from you.",
        items,
        roomSentence(brief.room(), brief.contactsShown()),
        brief.room().stream().map(one -> row(one, numbers, names)).toList(),
        brief.contactsShown(),
        promisesSentence(brief.promises()),
        brief.promises().items().stream().map(promise -> promise(promise, today, names)).toList(),
        issued(brief),
        brief.version() == 0 || brief.changedSince(),
        toRead(brief, readerId),
        readers(brief, going, readerId, people),
        brief.preparationCompletedAt() == null
            ? "Until somebody says that all talks are written down, nobody knows which items were not talked about."
            : "All talks were said to be written down at "
                + Words.time(brief.preparationCompletedAt())
                + ".",
        brief.preparationCompletedAt() == null,
        brief.readerGoes(),
        brief.ownPreparationMinutes() == null ? "" : String.valueOf(brief.ownPreparationMinutes()));
  }

  /** Which items may be agreed, which come back, which are outside. */
  static String sentence(List<BriefItem> items) {
    if (items.isEmpty()) {
      return "No item yet.";
    }
    List<String> parts = new ArrayList<>();
    String inside = numbers(items, "INSIDE");
    if (!inside.isEmpty()) {
      parts.add("You may agree " + inside + ".");
    }
    String back = numbers(items, "MUST_COME_BACK");
    if (!back.isEmpty()) {
      parts.add(Words.sentence(back) + " must come back to practices first.");
    }
    String outside = numbers(items, "OUTSIDE");
    if (!outside.isEmpty()) {
      parts.add(
          Words.sentence(outside)
              + (outside.startsWith("items") ? " are" : " is")
              + " outside every mandate.");
    }
    return parts.isEmpty()
        ? "Nothing is asked for yet. Write for each item what we want of it."
        : String.join(" ", parts);
  }

  private static String numbers(List<BriefItem> items, String verdict) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).ask() != null && items.get(i).verdict().verdict().equals(verdict)) {
        numbers.add(String.valueOf(i + 1));
      }
    }
    return numbers.isEmpty()
        ? ""
        : (numbers.size() == 1 ? "item " : "items ") + Words.list(numbers);
  }

  private static Ring ring(
      RingFirst one, Map<String, Integer> numbers, LocalDate today, UnaryOperator<String> names) {
    String last =
        one.lastOn() == null
            ? "We have not spoken yet."
            : "Last spoken to on " + Words.day(one.lastOn()) + ago(one.lastOn(), today) + ".";
    return new Ring(
        "/organisations/" + one.organisationId(),
        one.organisation() == null ? names.apply(one.organisationId()) : one.organisation(),
        Words.list(one.who()),
        Words.sentence(items(one.itemIds(), numbers)) + ". " + last);
  }

  private static String ago(LocalDate day, LocalDate today) {
    long weeks = java.time.temporal.ChronoUnit.WEEKS.between(day, today);
    return weeks < 1 ? "" : ", " + Words.count(weeks, "week", "weeks") + " ago";
  }

  private static String items(List<String> ids, Map<String, Integer> numbers) {
    List<String> known =
        ids.stream()
            .filter(numbers::containsKey)
            .map(numbers::get)
            .sorted()
            .map(String::valueOf)
            .toList();
    return known.isEmpty()
        ? "the whole meeting"
        : (known.size() == 1 ? "item " : "items ") + Words.list(known);
  }

  static String roomSentence(List<InTheRoom> room, boolean contactsShown) {
    if (room.isEmpty()) {
      return "Nobody of partner organisations is named yet.";
    }
    String all =
        Words.sentence(Words.count(room.size(), "entry", "entries"))
            + " for partner organisations.";
    if (!contactsShown) {
      return all;
    }
    long near = bands(room, "WITHIN_60_DAYS");
    long never = bands(room, "NEVER") + bands(room, "NOT_KNOWN");
    return all
        + " We spoke with "
        + (near == 0 ? "none of them" : Words.number(near))
        + " in the last 60 days"
        + (never == 0 ? "." : " and with " + never + " never, as far as we know.");
  }

  private static long bands(List<InTheRoom> room, String band) {
    return room.stream()
        .map(InTheRoom::contact)
        .filter(contact -> contact != null && contact.band().equals(band))
        .count();
  }

  private static RoomRow row(
      InTheRoom one, Map<String, Integer> numbers, UnaryOperator<String> names) {
    @Nullable Contact contact = one.contact();
    return new RoomRow(
        one.expectedId(),
        one.who() == null ? "Nobody named" : one.who(),
        one.organisation() == null ? names.apply(one.organisationId()) : one.organisation(),
        Words.sentence(items(one.itemIds(), numbers)),
        contact == null
            ? ""
            : switch (contact.band()) {
                  case "WITHIN_60_DAYS" -> "Spoken to in the last 60 days";
                  case "WITHIN_120_DAYS" -> "Spoken to in the last 120 days";
                  case "OLDER" -> "Not spoken to for over 120 days";
                  case "NEVER" -> "Never spoken to";
                  default -> "Not known";
                }
                + (contact.holders() == 0
                    ? ""
                    : ", " + Words.count(contact.holders(), "person", "people") + " in touch"),
        contact == null || contact.lastOn() == null ? "" : Words.day(contact.lastOn()),
        promised(one.promised()));
  }

  private static String promised(@Nullable Promised promised) {
    if (promised == null) {
      return "";
    }
    return promised.ours().open() + promised.theirs().open() == 0
        ? "Nothing is open"
        : (owed("We owe ", promised.ours()) + owed("They owe ", promised.theirs())).strip();
  }

  private static String owed(String who, Owed owed) {
    if (owed.open() == 0 || owed.firstDue() == null) {
      return "";
    }
    return who
        + owed.open()
        + (owed.open() == 1 ? ", due " : ", the first due ")
        + Words.day(owed.firstDue())
        + (owed.overdue() == 0 ? "" : ", " + owed.overdue() + " overdue")
        + ". ";
  }

  static String promisesSentence(Promises promises) {
    long ours = promises.items().stream().filter(Promise::ours).count();
    long theirs = promises.items().size() - ours;
    return (theirs + ours == 0
            ? "No action of a meeting is open between us and those in the room."
            : "They owe us " + theirs + ". We owe them " + ours + ".")
        + (promises.fromRelationships()
            ? " What two people promised each other stands with who is in the room."
            : "");
  }

  private static PromiseLine promise(
      Promise promise, LocalDate today, UnaryOperator<String> names) {
    long late = java.time.temporal.ChronoUnit.DAYS.between(promise.dueOn(), today);
    return new PromiseLine(
        (promise.ours() ? "We, " : "")
            + (promise.owner() == null ? names.apply(promise.ownerId()) : promise.owner()),
        (promise.what() == null
                ? "An action whose words are no longer kept"
                : promise.what().replaceFirst("\\.$", ""))
            + ". Due "
            + Words.day(promise.dueOn())
            + (promise.overdue() && late > 0
                ? ", " + Words.count(late, "day", "days") + " late."
                : "."),
        "/meetings/" + promise.meetingId());
  }

  private static String issued(Brief brief) {
    if (brief.version() == 0 || brief.issuedAt() == null) {
      return "The brief is not issued yet. Whoever goes sees it as it stands and cannot say that they have read it.";
    }
    return "Version "
        + brief.version()
        + " of the brief was issued at "
        + Words.time(brief.issuedAt())
        + (brief.change() == null ? "." : ": “" + brief.change() + "”.")
        + (brief.changedSince()
            ? " Something has been written since, so it has to be issued again."
            : "");
  }

  private static @Nullable Integer toRead(Brief brief, String readerId) {
    boolean read =
        brief.acknowledgements().stream()
            .anyMatch(one -> one.personId().equals(readerId) && one.latest());
    return brief.version() == 0 || read || !brief.readerGoes() ? null : brief.version();
  }

  private static List<String> readers(
      Brief brief,
      List<Attendance> going,
      String readerId,
      Function<String, Optional<String>> people) {
    List<String> lines = new ArrayList<>();
    for (Acknowledgement one : brief.acknowledgements()) {
      lines.add(
          Words.sentence(MeetingItemView.who(one.personId(), readerId, people, "a colleague"))
              + ": read version "
              + one.version()
              + " at "
              + Words.time(one.at())
              + (one.latest() ? "" : ", not the latest")
              + (one.inTime() ? "" : ", after the meeting had begun")
              + ".");
    }
    if (brief.version() > 0) {
      going.stream()
          .filter(one -> !one.kind().equals("APOLOGIES"))
          .filter(one ->
              brief.acknowledgements().stream()
                  .noneMatch(read -> read.personId().equals(one.personId())))
          .map(one ->
              Words.sentence(MeetingItemView.who(one.personId(), readerId, people, "a colleague"))
                  + ": not read yet.")
          .forEach(lines::add);
    }
    return lines;
  }
}
