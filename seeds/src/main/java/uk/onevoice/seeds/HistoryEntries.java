package uk.onevoice.seeds;

import static uk.onevoice.seeds.RegistryEntries.fields;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.seeds.Agreements.Entry;
import uk.onevoice.seeds.History.Answers;
import uk.onevoice.seeds.History.Asked;
import uk.onevoice.seeds.History.Item;
import uk.onevoice.seeds.History.Rising;
import uk.onevoice.seeds.History.Series;
import uk.onevoice.seeds.History.Signed;
import uk.onevoice.seeds.History.Signing;

/**
 * The entries of a history, as they were made then. Each list is in order; lists know nothing of
 * each other, so that they may be entered side by side.
 */
final class HistoryEntries {
  /** The year before the load is told elsewhere; what follows a meeting takes a week. */
  private static final int LAST = 366 + 7;

  private static final List<String> STANCES = List.of("FOR", "CONDITIONAL", "FOR", "AGAINST");
  private static final List<String> OUTCOMES = List.of("AGREED", "AGREED", "NOTED", "DEFERRED");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final History history;
  private final LocalDate day;

  /**
   * @param day of the load
   */
  HistoryEntries(History history, LocalDate day) {
    this.history = history;
    this.day = day;
  }

  /** What no other entry waits for, and others may be about. */
  List<List<Entry>> mandates() {
    return history.mandates().stream().map(HistoryEntries::mandate).toList();
  }

  List<List<Entry>> all() {
    List<List<Entry>> all = new ArrayList<>(history.stories());
    history.meetings().forEach(series -> all.addAll(meetings(series)));
    history
        .ambition()
        .practices()
        .forEach(signing -> all.add(ambition(history.ambition(), signing)));
    return all;
  }

  private static List<Entry> mandate(Asked asked) {
    String name = "history: " + asked.topic() + " in " + asked.place();
    List<Entry> entries = new ArrayList<>();
    entries.add(
        post(
            name,
            asked.by(),
            "/v1/mandates",
            fields(
                "placeId",
                "{place:" + asked.place() + "}",
                "topicId",
                "{topic:" + asked.topic() + "}",
                "holderId",
                "{body:" + asked.holder() + "}",
                "holderRole",
                asked.holderRole(),
                "start",
                ago(asked.start()),
                "end",
                ago(asked.end())),
            Map.of("asked", "/mandateId"),
            asked.start()));
    for (Answers answers : asked.answers()) {
      for (String practice : answers.practices()) {
        entries.add(
            post(
                name + ": " + practice,
                RegistryEntries.PRACTICES,
                "/v1/mandates/{asked}/responses",
                fields("practiceId", practice, "answer", "GRANT", "on", ago(answers.ago())),
                null,
                answers.ago()));
      }
    }
    return entries;
  }

  private static List<Entry> ambition(Rising rising, Signing signing) {
    String name = "history: ambition of " + signing.practice();
    Signed first = signing.signed().getFirst();
    List<Entry> entries = new ArrayList<>();
    entries.add(
        post(
            name,
            rising.by(),
            "/v1/ambition-agreements",
            fields(
                "federationId",
                "{body:" + rising.federation() + "}",
                "practiceId",
                signing.practice(),
                "level",
                first.level(),
                "reviewOn",
                "{day+180}"),
            Map.of("agreement", "/agreementId"),
            first.ago()));
    for (Signed signed : signing.signed()) {
      entries.add(
          post(
              name + " at " + signed.level() + ", " + signed.ago(),
              RegistryEntries.PRACTICES,
              "/v1/ambition-agreements/{agreement}/signatures",
              fields("level", signed.level(), "on", ago(signed.ago())),
              null,
              signed.ago()));
    }
    return entries;
  }

  /** Each meeting by itself; items and what came of them go on in turn from one to the next. */
  private List<List<Entry>> meetings(Series series) {
    List<List<Entry>> meetings = new ArrayList<>();
    LocalDate on =
        day.minusDays(series.first()).with(TemporalAdjusters.nextOrSame(series.weekday()));
    int item = 0;
    for (int count = 1; !on.isAfter(day.minusDays(LAST)); count++) {
      int items = series.items().isEmpty() ? 0 : count % 3 == 0 ? 2 : 1;
      meetings.add(meeting(series, (int) (day.toEpochDay() - on.toEpochDay()), item, items));
      item += items;
      on = on.plusWeeks(series.everyWeeks());
    }
    return meetings;
  }

  private static List<Entry> meeting(Series series, int ago, int firstItem, int items) {
    String name = "history: %s in %s, %d".formatted(series.forum(), series.place(), ago);
    List<Entry> entries = new ArrayList<>();
    entries.add(
        post(
            name,
            series.by(),
            "/v1/meetings",
            fields(
                "placeId",
                "{place:" + series.place() + "}",
                "forumId",
                "{forum:" + series.forum() + "}",
                "on",
                ago(ago),
                "hours",
                fields("start", series.hours().start(), "end", series.hours().end())),
            Map.of("meeting", "/meetingId"),
            ago + 42));
    List<Map<String, Object>> outcomes = new ArrayList<>();
    List<Entry> beforehand = new ArrayList<>();
    List<Entry> confirmations = new ArrayList<>();
    for (int turn = firstItem; turn < firstItem + items; turn++) {
      String id = "item" + turn;
      String what = name + ", item " + turn;
      entries.add(item(series, what, id, turn, ago));
      if (series.prepared() && turn % 2 == 0) {
        beforehand.add(agreedBefore(series, what, id, ago));
      }
      String influence = inTurn(series.influences(), turn);
      outcomes.add(outcome(id, turn, influence));
      if (isClaim(influence)) {
        confirmations.add(
            post(
                what + " confirmed",
                series.confirmedBy(),
                "/v1/meetings/{meeting}/confirmations",
                fields("itemId", "{" + id + "}"),
                null,
                ago - 3));
      }
    }
    entries.addAll(beforehand);
    if (series.prepared()) {
      entries.add(post(name + ", prepared", series.by(), "preparation", ago + 1));
    }
    entries.add(record(series, name, outcomes, ago));
    entries.addAll(confirmations);
    if (series.minutes()) {
      entries.add(
          post(
              name + ", minutes",
              series.by(),
              "/v1/meetings/{meeting}/minutes",
              fields("text", "What was decided is with each item."),
              null,
              ago - 4));
      entries.add(post(name + ", minutes approved", series.by(), "minutes/approval", ago - 5));
      entries.add(post(name + ", minutes published", series.by(), "minutes/publication", ago - 5));
    }
    if (!series.present().isEmpty()) {
      entries.add(post(name + ", closed", series.by(), "closing", ago - 7));
    }
    return entries;
  }

  private static Entry item(Series series, String what, String id, int turn, int ago) {
    Item item = inTurn(series.items(), turn);
    return post(
        what,
        series.by(),
        "/v1/meetings/{meeting}/items",
        fields("title", item.title(), "topicId", "{topic:" + item.topic() + "}"),
        Map.of(id, "/itemId"),
        ago + 14);
  }

  private static Entry agreedBefore(Series series, String what, String id, int ago) {
    return post(
        what + " agreed beforehand",
        series.by(),
        "/v1/meetings/{meeting}/pre-alignments",
        fields(
            "itemId",
            "{" + id + "}",
            "organisationId",
            series.partners().getFirst(),
            "on",
            ago(ago + 10),
            "agreed",
            true),
        null,
        ago + 9);
  }

  private static Map<String, Object> outcome(String id, int turn, String influence) {
    Map<String, Object> row =
        fields("itemId", "{" + id + "}", "outcome", inTurn(OUTCOMES, turn), "influence", influence);
    if (isClaim(influence)) {
      row.put("position", inTurn(STANCES, turn));
      row.put("evidence", "The papers before and after the meeting say so.");
    }
    return row;
  }

  private static Entry record(
      Series series, String name, List<Map<String, Object>> outcomes, int ago) {
    return post(
        name + ", record",
        series.by(),
        "/v1/meetings/{meeting}/record",
        fields(
            "recordId",
            UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            "attendances",
            series.present().stream()
                .map(one ->
                    fields("personId", "{person:" + one.person() + "}", "capacity", one.capacity()))
                .toList(),
            "partners",
            series.partners().stream()
                .map(partner -> fields("organisationId", partner, "kind", "PRESENT"))
                .toList(),
            "items",
            outcomes),
        null,
        ago);
  }

  private static boolean isClaim(String influence) {
    return influence.equals("CHANGED") || influence.equals("PARTLY");
  }

  private static <T> T inTurn(List<T> all, int turn) {
    return all.get(turn % all.size());
  }

  private static String ago(int days) {
    return "{day-" + days + "}";
  }

  /** A step of a meeting that says nothing more. */
  private static Entry post(String what, String by, String step, int ago) {
    return post(what, by, "/v1/meetings/{meeting}/" + step, Map.of(), null, ago);
  }

  private static Entry post(
      String what,
      String by,
      String path,
      Map<String, Object> body,
      @Nullable Map<String, String> keep,
      int ago) {
    return new Entry(what, by, path, null, JSON.valueToTree(body), keep, ago, null);
  }
}
