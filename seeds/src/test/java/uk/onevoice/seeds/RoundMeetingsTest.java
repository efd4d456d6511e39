package uk.onevoice.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the demonstration has before and after meetings, entered through the public API. */
class RoundMeetingsTest {
  private static final String NADIA = "nadia.velloso";
  private static final String OWEN = "owen.tallant";
  private static final String FEMI = "femi.larkspur";

  /** Somebody of the ICB, who is not of general practice of any place. */
  private static final String ROWAN = "rowan.pike";

  @Test
  void the_place_board_has_three_seats_and_one_is_empty() {
    JsonNode board = board();
    assertThat(board.path("meetings"))
        .as("a year ahead of when it was set, every eight weeks")
        .hasSize(6);
    assertThat(board.path("seats").findValuesAsText("label"))
        .containsExactly("Federation lead", "LMC officer", "PCN clinical directors");
    assertThat(board.at("/seats/0/nominations").findValuesAsText("part"))
        .containsExactlyInAnyOrder("NOMINEE", "SUBSTITUTE");
    JsonNode empty =
        Wyvern.as(FEMI)
            .get("/v1/diary/empty-chairs?placeId=" + Wyvern.place("Marl Valley"))
            .path("items");
    assertThat(empty).hasSize(1);
    assertThat(empty.at("/0/label").asText()).isEqualTo("PCN clinical directors");
    assertThat(empty.at("/0/why").asText()).isEqualTo("NOBODY_NOMINATED");
  }

  @Test
  void the_next_place_board_is_prepared() {
    String board = board().at("/meetings/0/meetingId").asText();
    JsonNode brief = Wyvern.as(NADIA).get("/v1/meetings/" + board + "/brief");
    assertThat(brief.path("version").asInt()).isEqualTo(1);
    assertThat(brief.path("changedSince").asBoolean()).isFalse();
    assertThat(brief.path("acknowledgements").findValuesAsText("personId"))
        .as("who stands in has read it, who goes has not")
        .containsExactly(person(OWEN));
    assertThat(brief.path("items")).hasSize(6);
    assertThat(brief.path("items").findValues("verdict"))
        .extracting(verdict -> verdict.path("verdict").asText())
        .as("the mandate on community services says no limits, so it has to be read first")
        .containsExactly(
            "OUTSIDE", "OUTSIDE", "MUST_COME_BACK", "OUTSIDE", "MUST_COME_BACK", "OUTSIDE");
    assertThat(brief.at("/items/2/preAligned").asText()).isEqualTo("PRE_ALIGNED");
    assertThat(brief.at("/items/3/preAligned").asText()).isEqualTo("UNKNOWN");
    assertThat(brief.path("room").findValuesAsText("organisationId"))
        .containsExactly("WYVT0001", "WYVICB01", "WYVT0002");
  }

  @Test
  void who_sits_at_the_place_board_and_who_stands_in_is_invited_by_mail() {
    for (String address : List.of(Wyvern.NADIAS_MAIL, Wyvern.OWENS_MAIL)) {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() ->
              assertThat(Wyvern.mail(address))
                  .contains("Confirm your address for OneVoice")
                  .contains("text/calendar")
                  .contains("method=REQUEST"));
    }
  }

  @Test
  void delegates_speak_under_a_mandate_and_others_listen() {
    JsonNode board = meeting("Marl Valley place board", "2026-10-27");
    JsonNode delegate = of(board.path("attendances"), "personId", person(NADIA));
    assertThat(delegate.path("capacity").asText()).isEqualTo("DELEGATE");
    assertThat(delegate.path("mandateId").asText()).isNotEmpty();
    JsonNode urgent = meeting("Urgent and emergency care board", "2026-11-04");
    JsonNode observer = of(urgent.path("attendances"), "personId", person(FEMI));
    assertThat(observer.path("capacity").asText()).isEqualTo("OBSERVER");
    assertThat(observer.at("/unmandated/0").asText()).isEqualTo("NOT_CITED");
  }

  @Test
  void the_last_place_board_has_partners_minutes_and_actions() {
    JsonNode board = meeting("Marl Valley place board", "2026-10-27");
    String id = board.path("meetingId").asText();
    assertThat(board.path("partners").findValuesAsText("organisationId"))
        .containsExactlyInAnyOrder("WYVT0001", "WYVT0002", "WYVICB01");
    assertThat(board.path("closed").isNull()).isFalse();
    assertThat(Wyvern.as(FEMI).get("/v1/meetings/" + id + "/minutes").path("state").asText())
        .isEqualTo("PUBLISHED");
    assertThat(Wyvern.as(ROWAN).get("/v1/meetings/shared").path("items"))
        .extracting(shared -> shared.path("meetingId").asText())
        .contains(id);
    JsonNode actions =
        Wyvern.as(FEMI)
            .get("/v1/actions?meetingId=" + id + "&placeId=" + Wyvern.place("Marl Valley"))
            .path("items");
    assertThat(actions.findValuesAsText("state")).containsExactly("OPEN", "OPEN", "CLOSED");
    assertThat(actions.at("/0/ownerId").asText()).isEqualTo("WYVT0002");
    assertThat(actions.at("/0/due").asText())
        .as("overdue from the day after the load on")
        .isEqualTo(actions.at("/0/openedOn").asText());
    assertThat(actions.at("/0/chases").asInt()).isEqualTo(1);
  }

  @Test
  void presence_in_august_was_no_consent() {
    JsonNode group = meeting("Hospital and GP joint group", "2026-08-27");
    assertThat(group.at("/items/0/mark").asText()).isEqualTo("NOT_AGREED");
    assertThat(group.path("partners").findValuesAsText("organisationId"))
        .containsExactly("WYVT0001");
  }

  @Test
  void practices_that_granted_the_mandate_were_told_and_some_have_read_it() {
    JsonNode told =
        Wyvern.as(NADIA)
            .get("/v1/meetings/feedback-due?placeId=" + Wyvern.place("Marl Valley"))
            .path("items");
    assertThat(told).hasSize(1);
    JsonNode note = told.get(0);
    assertThat(note.path("forum").asText()).isEqualTo("Provider collaborative board");
    assertThat(note.path("state").asText()).isEqualTo("SENT");
    assertThat(note.path("late").asBoolean()).isFalse();
    assertThat(note.path("practices").asInt()).isEqualTo(31);
    assertThat(note.path("read").asInt()).isEqualTo(5);
    assertThat(note.path("replied").asInt()).isEqualTo(1);
    JsonNode board = Wyvern.as(NADIA).get("/v1/meetings/" + note.path("meetingId").asText());
    JsonNode holder = of(board.path("attendances"), "personId", person(OWEN));
    assertThat(holder.path("capacity").asText()).isEqualTo("DELEGATE");
    assertThat(holder.path("mandateId")).isEqualTo(note.path("mandateId"));
  }

  @Test
  void what_is_still_to_come_and_what_was_not_decided_changes_no_figure_of_influence() {
    JsonNode influence =
        Wyvern.as(NADIA)
            .get("/v1/places/" + Wyvern.place("Marl Valley") + "/representation")
            .at("/measures/M7");
    assertThat(influence.path("itemsAttended").asInt())
        .as("31 in November 2026, and fewer as its meetings grow old")
        .isEqualTo(
            DemonstrationTest.itemsOfTheYear(
                "Marl Valley", LocalDate.parse(influence.path("asOf").asText())));
  }

  private static JsonNode board() {
    JsonNode series =
        Wyvern.as(NADIA)
            .get("/v1/meeting-series?placeId=" + Wyvern.place("Marl Valley"))
            .path("items");
    assertThat(series).hasSize(1);
    return Wyvern.as(NADIA).get("/v1/meeting-series/" + series.at("/0/seriesId").asText());
  }

  private static JsonNode meeting(String forum, String day) {
    JsonNode meetings =
        Wyvern.as(NADIA)
            .get("/v1/meetings?limit=100&placeId=" + Wyvern.place("Marl Valley"))
            .path("items");
    List<String> found =
        StreamSupport.stream(meetings.spliterator(), false)
            .filter(meeting -> meeting.path("forum").asText().equals(forum))
            .filter(meeting -> meeting.path("on").asText().equals(day))
            .map(meeting -> meeting.path("meetingId").asText())
            .toList();
    assertThat(found).as("%s of %s", forum, day).hasSize(1);
    return Wyvern.as(NADIA).get("/v1/meetings/" + found.getFirst());
  }

  private static String person(String who) {
    return Wyvern.as(who).get("/v1/people/me").required("personId").asText();
  }

  private static JsonNode of(JsonNode items, String field, String value) {
    return StreamSupport.stream(items.spliterator(), false)
        .filter(item -> item.path(field).asText().equals(value))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No %s %s in %s".formatted(field, value, items)));
  }
}
