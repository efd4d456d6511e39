package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Meetings.Assessment;
import uk.onevoice.web.api.Meetings.Attendance;
import uk.onevoice.web.api.Meetings.Item;
import uk.onevoice.web.api.Meetings.Meeting;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/** A meeting in the words of its page. */
public record MeetingView(
    String meetingId,
    String heading,
    String what,
    String sentence,
    List<ItemView> items,
    String attendanceSentence,
    List<String> present,
    @Nullable String capacity) {

  /** An item with what is known of it and the ids of its questions. */
  public record ItemView(
      String itemId,
      int number,
      String title,
      String topic,
      String stateWords,
      String stateColour,
      String positionWords,
      String resultWords,
      String influenceWords,
      boolean mayConfirm,
      String assessor,
      String stance,
      String outcome,
      String influence) {
    public String positionId() {
      return MeetingView.positionId(itemId);
    }

    public String outcomeId() {
      return MeetingView.outcomeId(itemId);
    }

    public String influenceId() {
      return MeetingView.influenceId(itemId);
    }
  }

  static String positionId(String itemId) {
    return "p-" + itemId;
  }

  static String outcomeId(String itemId) {
    return "o-" + itemId;
  }

  static String influenceId(String itemId) {
    return "f-" + itemId;
  }

  /**
   * @param people the name of somebody, where the reader may read it
   */
  static MeetingView of(
      Meeting meeting, String readerId, Function<String, Optional<String>> people) {
    List<ItemView> items = new ArrayList<>();
    for (Item item : meeting.items()) {
      items.add(item(item, items.size() + 1, readerId, people));
    }
    Attendance own =
        meeting.attendances().stream()
            .filter(attendance -> attendance.personId().equals(readerId))
            .findFirst()
            .orElse(null);
    return new MeetingView(
        meeting.meetingId(),
        "What happened?",
        forum(meeting) + ", " + Words.weekday(meeting.on()),
        sentence(meeting.items()),
        items,
        attendanceSentence(meeting.attendances(), own),
        present(meeting.attendances(), own, people),
        own == null ? null : own.capacity());
  }

  /** The list of the ICS may call it something else today than when it met. */
  private static String forum(Meeting meeting) {
    return meeting.forumNow() == null || meeting.forumNow().equals(meeting.forum())
        ? meeting.forum()
        : meeting.forum() + " (now called " + meeting.forumNow() + ")";
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
          + " an outcome.";
    }
    int done = items.size() - left.size();
    return Words.sentence(all)
        + ". "
        + (done == 0 ? "None is done" : Words.number(done) + (done == 1 ? " is done" : " are done"))
        + ", "
        + (left.size() == 1 ? "item " : "items ")
        + Words.list(left)
        + (left.size() == 1 ? " is left." : " are left.");
  }

  static String attendanceSentence(List<Attendance> attendances, @Nullable Attendance own) {
    int others = attendances.size() - (own == null ? 0 : 1);
    String rest =
        others == 0
            ? ""
            : ", and "
                + Words.count(others, "other person", "other people")
                + " of general practice";
    if (own != null) {
      return "You were there as "
          + Vocabulary.words(Vocabulary.CAPACITIES, own.capacity()).toLowerCase(java.util.Locale.UK)
          + rest
          + ".";
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
      Function<String, Optional<String>> people) {
    return attendances.stream()
        .filter(attendance -> !attendance.equals(own))
        .flatMap(attendance ->
            people.apply(attendance.personId()).stream()
                .map(name ->
                    name
                        + ": "
                        + Vocabulary.words(Vocabulary.CAPACITIES, attendance.capacity())
                            .toLowerCase(java.util.Locale.UK)))
        .toList();
  }

  private static ItemView item(
      Item item, int number, String readerId, Function<String, Optional<String>> people) {
    Assessment assessment = item.influence();
    boolean confirmable =
        assessment != null
            && !assessment.counts()
            && assessment.confirmedBy() == null
            && !assessment.assessedBy().equals(readerId);
    return new ItemView(
        item.itemId(),
        number,
        item.title() == null ? "An item whose title was erased" : item.title(),
        Topic.words(item.topic()) + Topic.nowCalled(item.topic(), item.topicNow()),
        stateWords(item),
        stateColour(item),
        item.position() == null
            ? "No position put yet."
            : "Position put: "
                + Vocabulary.words(Vocabulary.STANCES, item.position())
                    .toLowerCase(java.util.Locale.UK)
                + ".",
        resultWords(item, readerId, people),
        assessment == null
            ? ""
            : "“" + Vocabulary.words(Vocabulary.INFLUENCES, assessment.influence()) + "”",
        confirmable,
        assessment == null || !confirmable
            ? ""
            : people.apply(assessment.assessedBy()).orElse("A colleague"),
        item.position() == null ? "" : item.position(),
        item.outcome() == null ? "" : item.outcome(),
        assessment == null ? "" : assessment.influence());
  }

  private static String stateWords(Item item) {
    if (item.outcome() == null) {
      return item.position() == null ? "Not recorded" : "Position put";
    }
    Assessment assessment = item.influence();
    if (assessment == null) {
      return "Outcome recorded";
    }
    return assessment.counts()
        ? Vocabulary.words(Vocabulary.INFLUENCES, assessment.influence())
        : "To be confirmed";
  }

  private static String stateColour(Item item) {
    return switch (stateWords(item)) {
      case "Not recorded" -> "grey";
      case "To be confirmed" -> "yellow";
      case "Changed", "Partly" -> "green";
      case "Against us" -> "pink";
      default -> "blue";
    };
  }

  static String resultWords(Item item, String readerId, Function<String, Optional<String>> people) {
    if (item.outcome() == null) {
      return "What came out is not recorded.";
    }
    String outcome =
        "Decided: "
            + Vocabulary.words(Vocabulary.OUTCOMES, item.outcome()).toLowerCase(java.util.Locale.UK)
            + ".";
    Assessment assessment = item.influence();
    if (assessment == null) {
      return outcome + " What it meant for general practice is not assessed.";
    }
    String influence =
        " For general practice: "
            + Vocabulary.words(Vocabulary.INFLUENCES, assessment.influence())
                .toLowerCase(java.util.Locale.UK)
            + ", written by "
            + who(assessment.assessedBy(), readerId, people, "a colleague")
            + ".";
    if (assessment.confirmedBy() != null) {
      return outcome
          + influence
          + " Confirmed by "
          + who(assessment.confirmedBy(), readerId, people, "a second person")
          + ".";
    }
    return assessment.counts()
        ? outcome + influence
        : outcome + influence + " It does not count until a second person confirms it.";
  }

  private static String who(
      String personId,
      String readerId,
      Function<String, Optional<String>> people,
      String somebody) {
    return personId.equals(readerId) ? "you" : people.apply(personId).orElse(somebody);
  }
}
