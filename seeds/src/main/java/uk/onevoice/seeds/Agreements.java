package uk.onevoice.seeds;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What general practice agrees in the demonstration, as {@code agreements.json} says it: mandates
 * whole, positions, who decides what, ambition, changes outside and feedback, in the order in which
 * they happen; and what it prepares, records and reports round meetings, as {@code
 * round-meetings.json} says it likewise; and what it bids for, as {@code opportunities.json} does;
 * and what the team of a key relationship keeps, as {@code relationships.json} does.
 *
 * @param until the first day on which the mandates have run out, so that nothing of it is entered
 */
record Agreements(LocalDate until, List<Entry> entries) {
  /**
   * What somebody enters, or reads to go on with it. In path and body {@code {place:…}}, {@code
   * {body:…}}, {@code {topic:…}}, {@code {forum:…}}, {@code {person:…}} and {@code {meeting:…}}
   * stand for the id of what is called so, {@code {name}} for what was kept under this name, {@code
   * {day+14}} for two weeks after the day of the load, {@code {day-14}} for two weeks before it and
   * {@code {tuesday}} for the first Tuesday after it.
   *
   * @param what unique, the same in every load
   * @param post the path; null where it is read
   * @param get the path; null where it is entered
   * @param keep by name, where it is found in the answer
   * @param ago how many days before the day of the load it was entered; null where that is now
   * @param on the day on which it was entered, where that is the same for every load
   */
  record Entry(
      String what,
      String by,
      @Nullable String post,
      @Nullable String get,
      @Nullable JsonNode body,
      @Nullable Map<String, String> keep,
      @Nullable Integer ago,
      @Nullable LocalDate on) {}

  static Agreements read() {
    return Demonstration.read("agreements.json", Agreements.class);
  }

  static Agreements opportunities() {
    return Demonstration.read("opportunities.json", Agreements.class);
  }

  static Agreements roundMeetings() {
    return Demonstration.read("round-meetings.json", Agreements.class);
  }

  static Agreements relationships() {
    return Demonstration.read("relationships.json", Agreements.class);
  }

  /** What general practice and a partner do in their joint group. */
  static Agreements jointGroups() {
    return Demonstration.read("joint-groups.json", Agreements.class);
  }

  /** What that team thinks, and whom it would like to meet; after {@link #relationships}. */
  static Agreements judgements() {
    return Demonstration.read("judgements.json", Agreements.class);
  }

  /** Whom a leader keeps in touch with on purpose; after {@link #relationships}. */
  static Agreements keyLists() {
    return Demonstration.read("key-lists.json", Agreements.class);
  }
}
