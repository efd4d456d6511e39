package uk.onevoice.web.pages;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Meetings.Assessment;
import uk.onevoice.web.api.Meetings.Item;

/**
 * What came of an item: in words, and what the reader may do about it.
 *
 * @param agreement whether somebody agreed for general practice and what that is worth; null where
 *     nobody did
 * @param mark that presence was no consent; null where nothing was marked
 * @param markCode its name, for the form
 * @param needsEvidence whether the reader claimed a change and has not said what shows it
 * @param dispute what is disputed, in words; null where nothing is
 */
public record MeetingItemView(
    String itemId,
    int number,
    String title,
    String topic,
    String stateWords,
    String stateColour,
    String reachWords,
    String resultWords,
    @Nullable String evidence,
    @Nullable String agreement,
    boolean provisional,
    @Nullable String mark,
    @Nullable String markCode,
    String influenceWords,
    boolean mayConfirm,
    boolean mayDispute,
    boolean mayLetStand,
    boolean mayTakeAway,
    boolean needsEvidence,
    String assessor,
    @Nullable String dispute,
    String influence) {

  static MeetingItemView of(
      Item item, int number, String readerId, Function<String, Optional<String>> people) {
    @Nullable Assessment assessment = item.influence();
    boolean byOther = assessment != null && !assessment.assessedBy().equals(readerId);
    boolean disputed = assessment != null && assessment.dispute() != null;
    boolean claim = assessment != null && claims(assessment.influence());
    boolean open = claim && assessment != null && assessment.confirmedBy() == null && !disputed;
    return new MeetingItemView(
        item.itemId(),
        number,
        MeetingWords.title(item.title()),
        MeetingWords.topic(item.topic(), item.topicNow()),
        stateWords(item),
        stateColour(item),
        reachWords(item),
        resultWords(item, readerId, people),
        assessment == null || assessment.evidence() == null ? null : assessment.evidence(),
        item.agreement() == null ? null : MeetingWords.agreement(item.agreement()),
        item.agreement() != null && item.agreement().standing().equals("PROVISIONAL"),
        markWords(item.mark()),
        item.mark(),
        assessment == null
            ? ""
            : "“" + Vocabulary.words(Vocabulary.INFLUENCES, assessment.influence()) + "”",
        open && byOther && assessment != null && assessment.hasEvidence(),
        byOther && !disputed,
        disputed && byOther && assessment != null && !readerId.equals(assessment.confirmedBy()),
        assessment != null
            && assessment.dispute() != null
            && !assessment.dispute().disputedBy().equals(readerId),
        claim && !byOther && assessment != null && !assessment.hasEvidence(),
        assessment == null || !byOther
            ? ""
            : people.apply(assessment.assessedBy()).orElse("A colleague"),
        assessment == null ? null : disputeWords(assessment, readerId, people),
        assessment == null ? "" : assessment.influence());
  }

  /** Only a claim to have changed something waits for a second person. */
  static boolean claims(String influence) {
    return List.of("CHANGED", "PARTLY").contains(influence);
  }

  private static @Nullable String markWords(@Nullable String mark) {
    return mark == null
        ? null
        : mark.equals("NOT_CONSULTED")
            ? "General practice was present and was not consulted."
            : "General practice was present and did not agree.";
  }

  /** Each step takes in the ones before it. */
  static String reachWords(Item item) {
    if (item.position() != null) {
      return "We put our position: "
          + MeetingWords.lower(Vocabulary.STANCES, item.position())
          + ".";
    }
    return switch (item.reach() == null ? "" : item.reach()) {
      case "NOT_THERE" -> "We were not there for this item.";
      case "PRESENT" -> "We were present and did not speak.";
      case "SPOKE", "POSITION_PUT" -> "We spoke, and put no position.";
      default -> "How far we got is not recorded.";
    };
  }

  private static String stateWords(Item item) {
    if (item.outcome() == null) {
      return item.position() == null ? "Not recorded" : "Position put";
    }
    @Nullable Assessment assessment = item.influence();
    if (assessment == null) {
      return "Outcome recorded";
    }
    return assessment.counts()
        ? Vocabulary.words(Vocabulary.INFLUENCES, assessment.influence())
        : assessment.dispute() == null ? "To be confirmed" : "Disputed";
  }

  private static String stateColour(Item item) {
    return switch (stateWords(item)) {
      case "Not recorded" -> "grey";
      case "To be confirmed", "Disputed" -> "yellow";
      case "Changed", "Partly" -> "green";
      case "Against us" -> "pink";
      default -> "blue";
    };
  }

  static String resultWords(Item item, String readerId, Function<String, Optional<String>> people) {
    if (item.outcome() == null) {
      return "What came out is not recorded.";
    }
    String outcome = "Decided: " + MeetingWords.lower(Vocabulary.OUTCOMES, item.outcome()) + ".";
    @Nullable Assessment assessment = item.influence();
    if (assessment == null) {
      return outcome + " What it meant for general practice is not assessed.";
    }
    String influence =
        " For general practice: "
            + MeetingWords.lower(Vocabulary.INFLUENCES, assessment.influence())
            + ", written by "
            + who(assessment.assessedBy(), readerId, people, "a colleague")
            + ".";
    String without =
        switch (item.sameWithoutUs() == null ? "" : item.sameWithoutUs()) {
          case "YES" -> " It would have come out the same without us.";
          case "NO" -> " It would not have come out like that without us.";
          case "UNSURE" -> " Nobody is sure whether it would have come out the same without us.";
          default -> "";
        };
    return outcome + influence + confirmed(assessment, readerId, people) + without;
  }

  private static String confirmed(
      Assessment assessment, String readerId, Function<String, Optional<String>> people) {
    if (assessment.dispute() != null) {
      return " It is disputed and does not count until that is settled.";
    }
    if (assessment.confirmedBy() != null) {
      return " Confirmed by "
          + who(assessment.confirmedBy(), readerId, people, "a second person")
          + ".";
    }
    if (assessment.counts()) {
      return "";
    }
    return assessment.hasEvidence()
        ? " It does not count until a second person confirms it."
        : " It does not count: nothing is written down that shows it, and a second person has to confirm it.";
  }

  private static @Nullable String disputeWords(
      Assessment assessment, String readerId, Function<String, Optional<String>> people) {
    if (assessment.dispute() == null) {
      return null;
    }
    String reason = assessment.dispute().reason();
    return "Disputed by "
        + who(assessment.dispute().disputedBy(), readerId, people, "a colleague")
        + (reason == null ? "." : ": “" + reason + "”");
  }

  static String who(
      String personId,
      String readerId,
      Function<String, Optional<String>> people,
      String somebody) {
    return personId.equals(readerId) ? "you" : people.apply(personId).orElse(somebody);
  }
}
