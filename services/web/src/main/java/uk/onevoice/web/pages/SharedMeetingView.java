package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.MeetingRecords.Invited;
import uk.onevoice.web.api.MeetingRecords.Shared;
import uk.onevoice.web.api.MeetingRecords.SharedAttendance;
import uk.onevoice.web.api.MeetingRecords.SharedItem;
import uk.onevoice.web.ui.Words;

/** A meeting for an organisation that was there: what whoever sat in it knows, and no more. */
public record SharedMeetingView(
    String heading,
    String when,
    String sentence,
    List<Item> items,
    List<String> generalPractice,
    List<String> partners) {

  /**
   * @param agreed what a yes of general practice is worth; null where nobody said yes for it
   */
  public record Item(
      int number,
      String title,
      String topic,
      String outcome,
      String presence,
      @Nullable String agreed) {}

  static SharedMeetingView of(
      Shared meeting, Function<String, Optional<String>> people, UnaryOperator<String> names) {
    List<Item> items = new ArrayList<>();
    for (SharedItem item : meeting.items()) {
      items.add(item(item, items.size() + 1));
    }
    return new SharedMeetingView(
        meeting.forum(),
        Words.weekday(meeting.on()) + ".",
        sentence(meeting.items()),
        items,
        meeting.generalPractice().stream().map(one -> attendance(one, people)).toList(),
        meeting.partners().stream().map(one -> MeetingWords.partner(one, names)).toList());
  }

  static String sentence(List<SharedItem> items) {
    long agreed =
        items.stream()
            .filter(item ->
                List.of("COVERED", "RATIFIED")
                    .contains(String.valueOf(item.agreedForGeneralPractice())))
            .count();
    long provisional =
        items.stream()
            .filter(item -> "PROVISIONAL".equals(item.agreedForGeneralPractice()))
            .count();
    return Words.sentence(Words.count(items.size(), "item", "items"))
        + ". General practice agreed to "
        + (agreed == 0 ? "none of them" : Words.number(agreed) + " of them")
        + (provisional == 0
            ? "."
            : ", and provisionally to " + provisional + ": that binds nobody yet.");
  }

  private static Item item(SharedItem item, int number) {
    return new Item(
        number,
        MeetingWords.title(item.title()),
        MeetingWords.topic(item.topic(), item.topicNow()),
        item.outcome() == null
            ? "What came out is not recorded."
            : "Decided: " + MeetingWords.lower(Vocabulary.OUTCOMES, item.outcome()) + ".",
        item.attendanceLine(),
        agreed(item.agreedForGeneralPractice()));
  }

  private static @Nullable String agreed(@Nullable String standing) {
    return switch (standing == null ? "" : standing) {
      case "" -> null;
      case "COVERED", "RATIFIED" -> "General practice agreed.";
      case "TAKEN_BACK" -> "What was agreed for general practice was taken back.";
      default ->
          "General practice agreed only provisionally. It binds nobody until practices stand by it.";
    };
  }

  private static String attendance(
      SharedAttendance one, Function<String, Optional<String>> people) {
    return people.apply(one.personId()).orElse("Somebody of general practice")
        + ": "
        + MeetingWords.lower(MeetingWords.KINDS, one.kind())
        + ". "
        + (one.forGeneralPractice()
            ? "Spoke for general practice, under a mandate."
            : "Did not speak for general practice.");
  }

  static String invitation(Invited meeting) {
    return "Your organisation is invited on "
        + Words.weekday(meeting.on())
        + " for "
        + Words.count(meeting.items().size(), "item", "items")
        + (meeting.cancelled() ? ". The meeting is cancelled." : ".");
  }
}
