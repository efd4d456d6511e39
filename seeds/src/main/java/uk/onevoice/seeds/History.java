package uk.onevoice.seeds;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * What general practice did in the two years before, as {@code history.json} says it: days are told
 * by how many there are from then to the day of the load. The year before the load is in {@code
 * local.json}.
 *
 * @param until the first day of the load on which none of it is entered
 * @param first what is told entry by entry before all else; what it keeps is for stories as well
 * @param stories what is told entry by entry, each in the order in which it happened
 */
record History(
    LocalDate until,
    List<Agreements.Entry> first,
    List<Series> meetings,
    List<Asked> mandates,
    Rising ambition,
    List<List<Agreements.Entry>> stories) {

  /**
   * Meetings of a forum, from {@code first} days ago until a year ago.
   *
   * @param items that come up in turn, one at a meeting and two at each third
   * @param influences what came of an item, in turn; none where nobody of us spoke
   * @param prepared whether what was agreed beforehand is recorded
   * @param minutes whether there are any
   */
  record Series(
      String place,
      String forum,
      String by,
      String confirmedBy,
      int first,
      int everyWeeks,
      DayOfWeek weekday,
      Demonstration.Hours hours,
      List<Person> present,
      List<String> partners,
      List<Item> items,
      List<String> influences,
      boolean prepared,
      boolean minutes) {}

  record Person(String person, String capacity) {}

  record Item(String title, String topic) {}

  /** A mandate that has run out, and who granted it when. */
  record Asked(
      String place,
      String topic,
      String by,
      String holder,
      String holderRole,
      int start,
      int end,
      List<Answers> answers) {}

  record Answers(int ago, List<String> practices) {}

  /** What practices have signed of their federation's ambition. */
  record Rising(String place, String by, String federation, List<Signing> practices) {}

  record Signing(String practice, List<Signed> signed) {}

  record Signed(int ago, int level) {}

  static History read() {
    return Demonstration.read("history.json", History.class);
  }
}
