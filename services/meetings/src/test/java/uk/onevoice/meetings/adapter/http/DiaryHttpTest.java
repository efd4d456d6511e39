package uk.onevoice.meetings.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.meetings.adapter.http.MarlValley.BOARD;
import static uk.onevoice.meetings.adapter.http.MarlValley.COAST;
import static uk.onevoice.meetings.adapter.http.MarlValley.FEDERATION;
import static uk.onevoice.meetings.adapter.http.MarlValley.TODAY;
import static uk.onevoice.meetings.adapter.http.MarlValley.VALLEY;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.onevoice.directory.Directory;
import uk.onevoice.meetings.adapter.store.Diary;
import uk.onevoice.meetings.adapter.store.EmptyChairs;
import uk.onevoice.meetings.adapter.store.EmptyChairs.EmptySeat;
import uk.onevoice.meetings.adapter.store.SeriesMeetings;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.SeriesId;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** Series, seats, the diary and calendars, over HTTP. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "meetings"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiaryHttpTest {
  private static final String SERIES = "/v1/meeting-series";

  @Inject Directory directory;
  @Inject SeriesMeetings meetings;
  @Inject EmptyChairs chairs;
  @Inject Diary diary;

  @BeforeAll
  void who_is_who() {
    MarlValley.isKnownTo(directory);
  }

  @Test
  void the_days_of_a_series_are_meetings_a_year_ahead_and_go_on_as_time_goes_by() {
    LocalDate first = second(DayOfWeek.TUESDAY, TODAY.plusMonths(1));
    String series = started(first, "FREQ=MONTHLY;BYDAY=2TU");
    JsonPath read = nadia().get(series).jsonPath();
    assertThat(read.getString("forumNow")).isEqualTo("Place partnership");
    assertThat(read.getString("terms")).isEqualTo("To agree what the place does.");
    assertThat(read.getString("link")).isEqualTo("https://example.org/terms");
    List<String> days = read.getList("meetings.on");
    assertThat(days).hasSizeBetween(11, 13);
    assertThat(days)
        .startsWith(first.toString(), second(DayOfWeek.TUESDAY, first.plusMonths(1)).toString());
    assertThat(read.getMap("meetings[0].hours"))
        .isEqualTo(Map.of("start", "14:00", "end", "16:00"));

    meetings.planAll(TODAY.plusMonths(3));
    meetings.planAll(TODAY.plusMonths(3));
    List<String> later = nadia().get(series).jsonPath().getList("meetings.on");
    assertThat(later).hasSizeBetween(days.size() + 2, days.size() + 4).doesNotHaveDuplicates();
    assertThat(later).startsWith(days.toArray(String[]::new));

    JsonPath meeting = nadia().get(meetingOf(series, 0)).jsonPath();
    assertThat(meeting.getString("seriesId")).isEqualTo(id(series));
    assertThat(meeting.getString("forum")).isEqualTo("Place partnership");
    assertThat(meeting.getBoolean("cancelled")).isFalse();
  }

  @Test
  void one_meeting_moves_alone_and_says_so() {
    String series = started(TODAY.plusDays(7), "FREQ=WEEKLY;COUNT=3");
    String one = meetingOf(series, 0);
    LocalDate moved = TODAY.plusDays(9);
    accepted(
        nadia()
            .post(
                one + "/moves",
                "{\"on\":\"%s\",\"hours\":{\"start\":\"09:30\",\"end\":\"10:30\"},\"reason\":\"The hall is taken.\"}"
                    .formatted(moved)));
    accepted(nadia().post(meetingOf(series, 2) + "/cancellation", "{\"reason\":\"Holidays.\"}"));

    JsonPath read = nadia().get(series).jsonPath();
    assertThat(read.getList("meetings.on"))
        .containsExactly(
            moved.toString(), TODAY.plusDays(14).toString(), TODAY.plusDays(21).toString());
    assertThat(read.getList("meetings.moved")).containsExactly(true, false, false);
    assertThat(read.getList("meetings.cancelled")).containsExactly(false, false, true);

    Response changes = nadia().get(one + "/changes?limit=1");
    assertThat(changes.jsonPath().getList("items.what")).containsExactly("SCHEDULED");
    JsonPath next = nadia().get(one + "/changes?limit=1&after=" + changes.path("next")).jsonPath();
    assertThat(next.getMap("items[0]"))
        .containsEntry("what", "MOVED")
        .containsEntry("on", moved.toString())
        .containsEntry("reason", "The hall is taken.")
        .containsEntry("withSeries", false);
    assertThat(next.getString("next")).isNull();
    assertThat(nadia().get("/v1/meetings?placeId=" + VALLEY).jsonPath().getList("items.meetingId"))
        .contains(one.substring(one.lastIndexOf('/') + 1));

    problem(
        nadia().post(one + "/moves", "{\"on\":\"%s\"}".formatted(TODAY.minusDays(1))),
        422,
        "moved-into-the-past");
    problem(
        nadia().post(meetingOf(series, 2) + "/items", "{\"title\":\"x\",\"topic\":\"x\"}"),
        409,
        "meeting-cancelled");
    problem(grace().post(one + "/cancellation", "{}"), 404, "not-found");
    problem(grace().get(one + "/changes"), 404, "not-found");
  }

  @Test
  void this_and_later_meetings_move_and_keep_their_agenda() {
    String series = started(TODAY.plusDays(7), "FREQ=WEEKLY;COUNT=4");
    String second = meetingOf(series, 1);
    assertThat(
            nadia()
                .post(second + "/items", "{\"title\":\"Front door\",\"topic\":\"front-door\"}")
                .statusCode())
        .isEqualTo(201);
    LocalDate from = TODAY.plusDays(10);
    accepted(
        nadia()
            .post(
                series + "/schedule",
                """
                {"from":"%s","first":"%s","rule":"FREQ=WEEKLY;COUNT=2",
                 "hours":{"start":"09:00","end":"10:00"}}\
                """
                    .formatted(from, TODAY.plusDays(15))));
    JsonPath read = nadia().get(series).jsonPath();
    assertThat(read.getList("meetings.on"))
        .contains(
            TODAY.plusDays(7).toString(),
            TODAY.plusDays(15).toString(),
            TODAY.plusDays(22).toString());
    assertThat(read.getList("meetings.findAll { !it.cancelled }.on")).hasSize(3);
    JsonPath moved = nadia().get(second).jsonPath();
    assertThat(moved.getString("on")).isEqualTo(TODAY.plusDays(15).toString());
    assertThat(moved.getString("items[0].title")).isEqualTo("Front door");

    accepted(
        nadia().post(series + "/days-left-out", "{\"on\":\"%s\"}".formatted(TODAY.plusDays(22))));
    Response added =
        nadia().post(series + "/extra-days", "{\"on\":\"%s\"}".formatted(TODAY.plusDays(24)));
    assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
    assertThat(nadia().get(added.header("Location")).statusCode()).isEqualTo(200);
    accepted(nadia().post(series + "/ending", "{\"end\":\"%s\"}".formatted(TODAY.plusDays(20))));
    assertThat(nadia().get(series).jsonPath().getList("meetings.findAll { !it.cancelled }.on"))
        .containsExactly(TODAY.plusDays(7).toString(), TODAY.plusDays(15).toString());
    problem(
        nadia().post(series + "/days-left-out", "{\"on\":\"%s\"}".formatted(TODAY.plusDays(7))),
        409,
        "series-has-ended");
  }

  @Test
  void a_rule_that_cannot_be_is_pointed_at() {
    Response refused = nadia().post(SERIES, series(TODAY, "FREQ=DAILY;BYHOUR=9"));
    problem(refused, 400, "invalid-request");
    assertThat(refused.jsonPath().getString("violations[0].pointer")).isEqualTo("/rule");
    Response other =
        nadia()
            .post(
                SERIES,
                series(
                    TODAY,
                    "FREQ=WEEKLY;BYDAY="
                        + (TODAY.getDayOfWeek() == DayOfWeek.MONDAY ? "TU" : "MO")));
    problem(other, 422, "first-day-not-in-rule");
    problem(grace().post(SERIES, series(TODAY, "FREQ=WEEKLY")), 403, "not-allowed");
  }

  @Test
  void a_chair_is_empty_when_nobody_is_nominated_or_nobody_has_come() {
    String series = started(TODAY, "FREQ=DAILY;COUNT=8");
    String seat = created(nadia().post(series + "/seats", seat("Federations")), "seatId");
    String other =
        created(nadia().post(series + "/seats", seat("PCN clinical directors")), "seatId");
    Response nominated =
        nadia()
            .post(
                series + "/seats/" + seat + "/nominations",
                nomination(MarlValley.nadia(), "NOMINEE"));
    String nomination = created(nominated, "nominationId");
    created(
        nadia()
            .post(
                series + "/seats/" + seat + "/nominations",
                nomination(MarlValley.owen(), "SUBSTITUTE")),
        "nominationId");
    problem(
        nadia()
            .post(
                series + "/seats/" + seat + "/nominations",
                nomination(MarlValley.owen(), "NOMINEE")),
        409,
        "seat-taken");
    problem(
        nadia()
            .post(
                series + "/seats/" + seat + "/nominations",
                nomination(UUID.randomUUID(), "NOMINEE")),
        422,
        "nominee-not-known");
    stored(
        owen()
            .post(
                meetingOf(series, 0) + "/attendances",
                "{\"personId\":\"%s\",\"capacity\":\"OBSERVER\"}".formatted(MarlValley.owen())));

    List<String> now = new ArrayList<>();
    @Nullable String next = "";
    while (next != null) {
      JsonPath page =
          nadia()
              .get(
                  "/v1/diary/empty-chairs?limit=1&placeId="
                      + VALLEY
                      + (next.isEmpty() ? "" : "&after=" + next))
              .jsonPath();
      now.addAll(page.getList("items.seatId"));
      next = page.getString("next");
    }
    assertThat(now).contains(other).doesNotContain(seat).doesNotHaveDuplicates();
    assertThat(empty(seat, TODAY.plusDays(3)))
        .as("a substitute came to one of the last three")
        .isEmpty();
    assertThat(empty(seat, TODAY.plusDays(4)))
        .singleElement()
        .satisfies(chair -> {
          assertThat(chair.nominated()).isTrue();
          assertThat(chair.lastPresent()).isEqualTo(TODAY);
        });
    accepted(bare(nadia(), series + "/nominations/" + nomination + "/withdrawal"));
    assertThat(empty(seat, TODAY.plusDays(1)))
        .singleElement()
        .satisfies(chair -> assertThat(chair.nominated()).isFalse());
    accepted(
        nadia()
            .post(
                series + "/seats/" + seat + "/ending",
                "{\"end\":\"%s\"}".formatted(TODAY.plusDays(1))));
    assertThat(empty(seat, TODAY.plusDays(1))).isEmpty();
    problem(grace().get("/v1/diary/empty-chairs?placeId=" + VALLEY), 404, "not-found");
  }

  @Test
  void who_went_stands_beside_who_was_named() {
    String series = started(TODAY, "FREQ=DAILY;COUNT=1");
    String planned = created(nadia().post(series + "/seats", seat("Network")), "seatId");
    String unplanned = created(nadia().post(series + "/seats", seat("Practices")), "seatId");
    String vacant = created(nadia().post(series + "/seats", seat("LMC")), "seatId");
    named(series, planned, MarlValley.nadia(), "NOMINEE");
    named(series, planned, MarlValley.owen(), "SUBSTITUTE");
    named(series, unplanned, MarlValley.femi(), "NOMINEE");
    assertThat(lastYear(series, planned)).as("nobody knows yet").containsEntry("meetings", 0);
    String attendances = meetingOf(series, 0) + "/attendances";
    String came = "{\"personId\":\"%s\",\"capacity\":\"OBSERVER\"".formatted(MarlValley.owen());
    stored(nadia().post(attendances, came + "}"));
    assertThat(lastYear(series, planned)).isEqualTo(went(1, 0, 1, 0, 0));
    assertThat(lastYear(series, unplanned)).isEqualTo(went(1, 0, 0, 0, 1));
    assertThat(lastYear(series, vacant)).isEqualTo(went(0, 0, 0, 0, 0));
    stored(
        nadia()
            .post(
                attendances,
                came
                    + ",\"kind\":\"SUBSTITUTE\",\"substituteForId\":\"%s\"}"
                        .formatted(MarlValley.femi())));
    assertThat(lastYear(series, unplanned)).isEqualTo(went(1, 0, 0, 1, 0));
    stored(
        nadia()
            .post(attendances, came.replace(MarlValley.owen() + "", MarlValley.femi() + "") + "}"));
    assertThat(lastYear(series, unplanned)).isEqualTo(went(1, 1, 0, 0, 0));
  }

  private static void named(String series, String seat, UUID person, String part) {
    created(
        nadia().post(series + "/seats/" + seat + "/nominations", nomination(person, part)),
        "nominationId");
  }

  private static Map<String, Object> lastYear(String series, String seat) {
    return nadia()
        .get(series)
        .jsonPath()
        .getMap("seats.find { it.seatId == '" + seat + "' }.lastYear");
  }

  private static Map<String, Object> went(
      int meetings, int nominee, int substitute, int unplanned, int nobody) {
    return Map.of(
        "meetings", meetings,
        "nominee", nominee,
        "substitute", substitute,
        "unplanned", unplanned,
        "nobody", nobody);
  }

  private List<EmptySeat> empty(String seat, LocalDate day) {
    return chairs.of(new PlaceId(VALLEY), day, null, 200).stream()
        .filter(chair -> chair.seatId().toString().equals(seat))
        .toList();
  }

  @Test
  void hours_by_week_and_what_overlaps_are_told_to_oneself_and_to_leaders() {
    LocalDate monday = TODAY.plusWeeks(20).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    String series = "";
    for (int i = 0; i < 2; i++) {
      series = started(monday, "FREQ=WEEKLY;COUNT=2");
      String seat = created(nadia().post(series + "/seats", seat("LMC")), "seatId");
      created(
          nadia()
              .post(
                  series + "/seats/" + seat + "/nominations",
                  nomination(MarlValley.owen(), "NOMINEE")),
          "nominationId");
    }
    JsonPath own = owen().get("/v1/diary/load?weeks=3&from=" + monday.plusDays(3)).jsonPath();
    assertThat(own.getList("weeks.monday")).hasSize(3).first().isEqualTo(monday.toString());
    assertThat(own.getList("weeks.hours", Double.class)).containsExactly(4.0, 4.0, 0.0);
    assertThat(own.getList("weeks.meetings")).containsExactly(2, 2, 0);
    assertThat(own.getList("weeks.preparationHours", Double.class)).containsExactly(0.0, 0.0, 0.0);
    String time = meetingOf(series, 1) + "/preparation-time";
    accepted(owen().post(time, "{\"minutes\":240}"));
    accepted(owen().post(time, "{\"minutes\":90}"));
    problem(owen().post(time, "{\"minutes\":2881}"), 400, "invalid-request");
    problem(nadia().post(time, "{\"minutes\":90}"), 409, "brief-not-for-you");
    assertThat(
            owen()
                .get("/v1/diary/load?weeks=3&from=" + monday)
                .jsonPath()
                .getList("weeks.preparationHours", Double.class))
        .containsExactly(0.0, 1.5, 0.0);
    assertThat(
            owen().get(meetingOf(series, 1) + "/brief").jsonPath().getInt("ownPreparationMinutes"))
        .isEqualTo(90);
    assertThat(own.getList("clashes.on"))
        .containsExactly(monday.toString(), monday.plusDays(7).toString());

    JsonPath all =
        nadia()
            .get("/v1/diary/load-of-place?placeId=%s&weeks=1&from=%s".formatted(VALLEY, monday))
            .jsonPath();
    assertThat(all.getList("items.personId")).contains(MarlValley.owen().toString());
    problem(
        Caller.as("femi.larkspur").get("/v1/diary/load-of-place?placeId=" + VALLEY),
        403,
        "not-allowed");
    problem(grace().get("/v1/diary/load-of-place?placeId=" + VALLEY), 404, "not-found");
  }

  @Test
  void what_the_seats_of_a_body_take_of_its_people_is_told_to_leaders() {
    LocalDate monday = TODAY.plusWeeks(26).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    String series = started(monday, "FREQ=WEEKLY;COUNT=2");
    String ours = "";
    for (UUID person : List.of(MarlValley.owen(), MarlValley.nadia(), MarlValley.owen())) {
      ours = created(nadia().post(series + "/seats", seatOf(MarlValley.NETWORK)), "seatId");
      created(
          nadia().post(series + "/seats/" + ours + "/nominations", nomination(person, "NOMINEE")),
          "nominationId");
    }
    String theirs = created(nadia().post(series + "/seats", seatOf(FEDERATION)), "seatId");
    created(
        nadia()
            .post(
                series + "/seats/" + theirs + "/nominations",
                nomination(MarlValley.nadia(), "NOMINEE")),
        "nominationId");
    created(
        nadia()
            .post(
                series + "/seats/" + theirs + "/nominations",
                nomination(MarlValley.owen(), "SUBSTITUTE")),
        "nominationId");
    created(nadia().post(series + "/seats", seat("Of nobody in particular")), "seatId");
    accepted(owen().post(meetingOf(series, 1) + "/preparation-time", "{\"minutes\":90}"));
    String path = "/v1/diary/load-of-bodies?placeId=%s&weeks=2&from=".formatted(VALLEY) + monday;
    JsonPath all = nadia().get(path).jsonPath();
    assertThat(all.getList("items.bodyId"))
        .containsExactlyInAnyOrder(MarlValley.NETWORK, FEDERATION);
    String network = "items.find { it.bodyId == '" + MarlValley.NETWORK + "' }";
    assertThat(all.getString(network + ".name")).isEqualTo("Upper Marl PCN");
    assertThat(all.getInt(network + ".people")).as("on two seats is once").isEqualTo(2);
    assertThat(all.getInt(network + ".attendances")).isEqualTo(4);
    assertThat(all.getInt(network + ".withoutHours")).isZero();
    assertThat(all.getDouble(network + ".hours")).isEqualTo(8.0);
    assertThat(all.getDouble(network + ".preparationHours")).isEqualTo(1.5);
    String federation = "items.find { it.bodyId == '" + FEDERATION + "' }";
    assertThat(all.getInt(federation + ".people")).as("who stands in is not counted").isOne();
    assertThat(all.getDouble(federation + ".hours")).isEqualTo(4.0);
    accepted(nadia().post(meetingOf(series, 1) + "/cancellation", "{}"));
    assertThat(nadia().get(path).jsonPath().getDouble(network + ".hours"))
        .as("a cancelled meeting takes no time")
        .isEqualTo(4.0);
    JsonPath first = nadia().get(path + "&limit=1").jsonPath();
    assertThat(first.getList("items")).hasSize(1);
    assertThat(
            nadia()
                .get(path + "&limit=1&after=" + first.getString("next"))
                .jsonPath()
                .getList("items.bodyId"))
        .hasSize(1)
        .doesNotContainAnyElementsOf(first.getList("items.bodyId"));
  }

  private static String seatOf(String body) {
    return "{\"label\":\"Seat\",\"bodyId\":\"%s\",\"start\":\"%s\"}".formatted(body, TODAY);
  }

  @Test
  void a_calendar_is_for_whoever_has_its_address_until_it_is_revoked() {
    String series = started(TODAY.plusDays(7), "FREQ=WEEKLY;COUNT=2");
    String key = UUID.randomUUID().toString();
    String wish = "{\"of\":\"PLACE\",\"id\":\"%s\"}".formatted(VALLEY);
    Response made = nadia().post("/v1/calendars", wish, key);
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    Response again = nadia().post("/v1/calendars", wish, key);
    assertThat(again.<String>path("calendarId")).isEqualTo(made.path("calendarId"));
    problem(nadia().post("/v1/calendars", "{\"of\":\"MINE\"}", key), 422, "idempotency-key-reused");
    String path = again.path("path");

    Response read = Caller.nobody().get(path);
    assertThat(read.statusCode()).as(read.asString()).isEqualTo(200);
    assertThat(read.contentType()).startsWith("text/calendar");
    assertThat(read.asString())
        .contains("UID:meeting-" + id(meetingOf(series, 0)))
        .doesNotContain("Place")
        .doesNotContain("board");
    Response unchanged =
        Caller.nobody().request().header("If-None-Match", read.header("ETag")).get(path);
    assertThat(unchanged.statusCode()).isEqualTo(304);
    for (Response kept : List.of(read, unchanged)) {
      assertThat(kept.headers().getValues("Cache-Control")).containsExactly("private, no-cache");
    }

    accepted(nadia().post(meetingOf(series, 0) + "/cancellation", "{}"));
    Response changed =
        Caller.nobody().request().header("If-None-Match", read.header("ETag")).get(path);
    assertThat(changed.asString()).contains("STATUS:CANCELLED").contains("SEQUENCE:1");

    JsonPath listed = nadia().get("/v1/calendars?limit=1").jsonPath();
    assertThat(listed.getString("items[0].calendarId")).isEqualTo(made.path("calendarId"));
    assertThat(listed.getString("items[0].readAt")).startsWith(TODAY.toString());
    String revocation = "/v1/calendars/" + made.path("calendarId") + "/revocation";
    problem(bare(owen(), revocation), 404, "not-found");
    assertThat(bare(nadia(), revocation).statusCode()).isEqualTo(204);
    problem(Caller.nobody().get(path), 404, "not-found");
    problem(Caller.nobody().get(made.<String>path("path")), 404, "not-found");
    problem(
        nadia().post("/v1/calendars", "{\"of\":\"PLACE\",\"id\":\"%s\"}".formatted(COAST)),
        422,
        "place-not-yours");
  }

  @Test
  void ones_own_calendar_and_that_of_a_forum_hold_what_is_theirs() {
    String series = started(TODAY.plusDays(70), "FREQ=WEEKLY;COUNT=1");
    String uid = "UID:meeting-" + id(meetingOf(series, 0));
    String mine = path(owen().post("/v1/calendars", "{\"of\":\"MINE\"}"));
    String forum =
        path(
            owen()
                .post(
                    "/v1/calendars",
                    "{\"of\":\"FORUM\",\"id\":\"%s\",\"placeId\":\"%s\"}"
                        .formatted(BOARD, VALLEY)));
    assertThat(Caller.nobody().get(forum).asString()).contains(uid);
    assertThat(Caller.nobody().get(mine).asString()).doesNotContain(uid);
    String seat = created(nadia().post(series + "/seats", seat("PCN")), "seatId");
    String nominations = series + "/seats/" + seat + "/nominations";
    created(nadia().post(nominations, nomination(MarlValley.owen(), "SUBSTITUTE")), "nominationId");
    assertThat(event(mine, uid)).contains("you stand in").contains("TRANSP:TRANSPARENT");
    assertThat(event(forum, uid)).doesNotContain("TRANSP");
    String other = created(nadia().post(series + "/seats", seat("Practices")), "seatId");
    created(
        nadia()
            .post(
                series + "/seats/" + other + "/nominations",
                nomination(MarlValley.owen(), "NOMINEE")),
        "nominationId");
    assertThat(event(mine, uid)).doesNotContain("TRANSP");
  }

  @Test
  void the_diary_is_the_same_when_it_is_folded_again() {
    String series = started(TODAY.plusDays(7), "FREQ=WEEKLY;COUNT=2");
    accepted(
        nadia()
            .post(meetingOf(series, 0) + "/moves", "{\"on\":\"%s\"}".formatted(TODAY.plusDays(8))));
    var of = new SeriesId(UUID.fromString(id(series)));
    var before = diary.ofSeriesFrom(of, TODAY);
    diary.forget();
    assertThat(diary.ofSeriesFrom(of, TODAY)).isEqualTo(before).hasSize(2);
  }

  private static String path(Response made) {
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made.path("path");
  }

  private static String created(Response made, String field) {
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made.path(field);
  }

  private static LocalDate second(DayOfWeek day, LocalDate inMonth) {
    return inMonth.with(TemporalAdjusters.dayOfWeekInMonth(2, day));
  }

  /** A new series' path. */
  private static String started(LocalDate first, String rule) {
    return SERIES + "/" + created(nadia().post(SERIES, series(first, rule)), "seriesId");
  }

  /** What a calendar says of one meeting. */
  private static String event(String calendar, String uid) {
    String text = Caller.nobody().get(calendar).asString();
    int at = text.indexOf(uid);
    assertThat(at).as(text).isPositive();
    return text.substring(text.lastIndexOf("BEGIN:VEVENT", at), text.indexOf("END:VEVENT", at));
  }

  private static String series(LocalDate first, String rule) {
    return """
    {"placeId":"%s","forumId":"%s","first":"%s","rule":"%s",
     "hours":{"start":"14:00","end":"16:00"},"retention":"BOARD",
     "terms":"To agree what the place does.","link":"https://example.org/terms"}\
    """
        .formatted(VALLEY, BOARD, first, rule);
  }

  private static String seat(String label) {
    return "{\"label\":\"%s\",\"start\":\"%s\"}".formatted(label, TODAY);
  }

  private static String nomination(UUID person, String part) {
    return "{\"personId\":\"%s\",\"part\":\"%s\",\"start\":\"%s\"}".formatted(person, part, TODAY);
  }

  private static String meetingOf(String series, int nth) {
    return "/v1/meetings/"
        + nadia().get(series).jsonPath().getString("meetings[" + nth + "].meetingId");
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Response bare(Caller caller, String path) {
    return caller.request().header("Idempotency-Key", UUID.randomUUID().toString()).post(path);
  }

  private static Caller nadia() {
    return Caller.as("nadia.velloso");
  }

  private static Caller owen() {
    return Caller.as("owen.tallant");
  }

  private static Caller grace() {
    return Caller.as("grace.ndukwe-hale");
  }

  private static void stored(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
  }

  private static void accepted(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(204);
  }

  private static void problem(Response response, int status, String slug) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.jsonPath().getString("type"))
        .isEqualTo("https://onevoice.example/problems/" + slug);
  }
}
