package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Meetings.AmendmentMade;
import uk.onevoice.web.api.Meetings.Attendance;
import uk.onevoice.web.api.Meetings.Item;
import uk.onevoice.web.api.Meetings.Meeting;
import uk.onevoice.web.ui.Words;

/**
 * What came of a meeting, in the words of its page.
 *
 * @param helped who helped, in a sentence, by the id of the item
 * @param closed that the record is closed, in a sentence; null while it is open
 * @param amendments what changed after that
 */
public record MeetingView(
    String meetingId,
    String heading,
    String what,
    String sentence,
    List<MeetingItemView> items,
    Map<String, String> helped,
    String attendanceSentence,
    List<String> present,
    List<String> partners,
    @Nullable String closed,
    List<String> amendments) {

  /**
   * @param people the name of somebody, where the reader may read it
   * @param names the name of an organisation
   * @param mandates what a mandate is called
   */
  static MeetingView of(
      Meeting meeting,
      String readerId,
      Function<String, Optional<String>> people,
      UnaryOperator<String> names,
      UnaryOperator<String> mandates) {
    List<MeetingItemView> items = new ArrayList<>();
    for (Item item : meeting.items()) {
      items.add(MeetingItemView.of(item, items.size() + 1, readerId, people));
    }
    Attendance own = own(meeting.attendances(), readerId);
    return new MeetingView(
        meeting.meetingId(),
        "What came of it",
        MeetingWords.forum(meeting) + ", " + MeetingWords.when(meeting),
        sentence(meeting.items()),
        items,
        helped(meeting.items(), names),
        attendanceSentence(meeting.attendances(), own),
        present(meeting.attendances(), own, people, mandates),
        meeting.partners().stream().map(one -> MeetingWords.partner(one, names)).toList(),
        meeting.closed() == null
            ? null
            : "The record was closed on "
                + Words.day(meeting.closed().on())
                + " by "
                + MeetingItemView.who(meeting.closed().closedBy(), readerId, people, "a colleague")
                + ". From then on it changes by amendment only, and each is shown.",
        meeting.amendments().stream()
            .map(made -> amendment(made, meeting.items(), readerId, people))
            .toList());
  }

  private static Map<String, String> helped(List<Item> items, UnaryOperator<String> names) {
    Map<String, String> helped = new HashMap<>();
    items.stream()
        .filter(item -> !item.helpedBy().isEmpty())
        .forEach(item ->
            helped.put(
                item.itemId(),
                "Helped by " + Words.list(item.helpedBy().stream().map(names).toList()) + "."));
    return helped;
  }

  static @Nullable Attendance own(List<Attendance> attendances, String readerId) {
    return attendances.stream()
        .filter(attendance -> attendance.personId().equals(readerId))
        .findFirst()
        .orElse(null);
  }

  /** How much of the record is there, and what is left. */
  static String sentence(List<Item> items) {
    if (items.isEmpty()) {
      return "No item yet. Add what general practice brings, or what concerns it.";
    }
    List<String> left = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).outcome() == null) {
        left.add(String.valueOf(i + 1));
      }
    }
    String all = Words.count(items.size(), "item", "items");
    if (left.isEmpty()) {
      return Words.sentence(all)
          + ". "
          + (items.size() == 1 ? "It has" : "All have")
          + " an outcome."
          + provisional(items);
    }
    int done = items.size() - left.size();
    return Words.sentence(all)
        + ". "
        + (done == 0 ? "None is done" : Words.number(done) + (done == 1 ? " is done" : " are done"))
        + ", "
        + (left.size() == 1 ? "item " : "items ")
        + Words.list(left)
        + (left.size() == 1 ? " is left." : " are left.")
        + provisional(items);
  }

  /** A yes is never more than it is, so what is provisional stands in the first sentence. */
  private static String provisional(List<Item> items) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      var agreement = items.get(i).agreement();
      if (agreement != null && agreement.standing().equals("PROVISIONAL")) {
        numbers.add(String.valueOf(i + 1));
      }
    }
    return numbers.isEmpty()
        ? ""
        : " What was agreed on "
            + (numbers.size() == 1 ? "item " : "items ")
            + Words.list(numbers)
            + " is provisional and binds nobody yet.";
  }

  static String attendanceSentence(List<Attendance> attendances, @Nullable Attendance own) {
    List<Attendance> there =
        attendances.stream().filter(one -> MeetingWords.wasThere(one.kind())).toList();
    boolean ownThere = own != null && MeetingWords.wasThere(own.kind());
    int others = there.size() - (ownThere ? 1 : 0);
    if (own != null && ownThere) {
      String rest =
          others == 0
              ? ""
              : ", and "
                  + Words.count(others, "other person", "other people")
                  + " of general practice";
      String stored = MeetingWords.unmandated(own.unmandated());
      return "You were there as "
          + MeetingWords.lower(Vocabulary.CAPACITIES, own.capacity())
          + rest
          + "."
          + (stored.isEmpty() ? "" : " " + stored);
    }
    return others == 0
        ? "Nobody of general practice is recorded as present."
        : Words.sentence(Words.count(others, "person", "people"))
            + " of general practice "
            + (others == 1 ? "is" : "are")
            + " recorded as present.";
  }

  /** The others by name, where the reader may read it; who else was there is counted. */
  private static List<String> present(
      List<Attendance> attendances,
      @Nullable Attendance own,
      Function<String, Optional<String>> people,
      UnaryOperator<String> mandates) {
    return attendances.stream()
        .filter(attendance -> !attendance.equals(own))
        .flatMap(attendance ->
            people.apply(attendance.personId()).stream()
                .map(name -> name + ": " + MeetingWords.attendance(attendance, people, mandates)))
        .toList();
  }

  private static String amendment(
      AmendmentMade made,
      List<Item> items,
      String readerId,
      Function<String, Optional<String>> people) {
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (made.itemIds().contains(items.get(i).itemId())) {
        changed.add("item " + (i + 1));
      }
    }
    if (made.attendance()) {
      changed.add("who was there");
    }
    return Words.day(made.on())
        + ", "
        + MeetingItemView.who(made.amendedBy(), readerId, people, "a colleague")
        + ": "
        + (changed.isEmpty() ? "the record" : Words.list(changed))
        + ", because "
        + (made.reason() == null ? "of something no longer kept" : "“" + made.reason() + "”")
        + ".";
  }
}
