package uk.onevoice.web.pages;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.MeetingRecords.Minutes;
import uk.onevoice.web.ui.Words;

/** How far minutes are, in a sentence. */
final class MinutesWords {
  private MinutesWords() {}

  static String state(Minutes minutes) {
    String corrections =
        minutes.corrections().isEmpty()
            ? ""
            : " "
                + Words.sentence(
                    Words.count(minutes.corrections().size(), "correction", "corrections"))
                + (minutes.corrections().size() == 1 ? " stands" : " stand")
                + " beside the text.";
    return switch (minutes.state()) {
          case "PUBLISHED" -> "The minutes were published" + on(minutes.publishedOn()) + ".";
          case "APPROVED" ->
              "The minutes were approved" + on(minutes.approvedOn()) + " and are not published.";
          default -> "The minutes are a draft of " + Words.day(minutes.draftedOn()) + ".";
        }
        + corrections;
  }

  private static String on(@Nullable LocalDate day) {
    return day == null ? "" : " on " + Words.day(day);
  }
}
