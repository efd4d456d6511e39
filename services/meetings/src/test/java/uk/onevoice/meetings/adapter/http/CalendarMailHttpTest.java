package uk.onevoice.meetings.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.meetings.adapter.http.MarlValley.BOARD;
import static uk.onevoice.meetings.adapter.http.MarlValley.TODAY;
import static uk.onevoice.meetings.adapter.http.MarlValley.VALLEY;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.onevoice.directory.Directory;
import uk.onevoice.meetings.adapter.mail.CalendarMail;
import uk.onevoice.testkit.stack.ServiceUnderTest;
import uk.onevoice.vault.VaultSweep;

/** Invitations by e-mail, from the address somebody says to the message that is read there. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "meetings"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarMailHttpTest {
  @Inject Directory directory;
  @Inject CalendarMail mail;
  @Inject VaultSweep sweep;

  @BeforeAll
  void who_is_who() {
    MarlValley.isKnownTo(directory);
  }

  @Test
  void invitations_go_to_a_confirmed_address_once_and_again_when_something_changes()
      throws Exception {
    String address = "owen." + UUID.randomUUID() + "@example.org";
    String key = UUID.randomUUID().toString();
    String wish = "{\"address\":\"%s\"}".formatted(address);
    assertThat(owen().post("/v1/calendars/mail", wish, key).statusCode()).isEqualTo(204);
    assertThat(owen().post("/v1/calendars/mail", wish, key).statusCode()).isEqualTo(204);
    sweep.sweep();
    String meeting = sitting();
    mail.tell();
    mail.tell();
    var mailbox = new Mailbox(address);
    assertThat(mailbox.messages())
        .as("nothing but the code goes to an address that is not confirmed")
        .hasSize(1);
    Matcher code = Pattern.compile("code: (\\S{22})").matcher(mailbox.messages().getFirst().text());
    assertThat(code.find()).isTrue();
    problem(
        nadia().post("/v1/calendars/mail/confirmation", code(code.group(1))),
        422,
        "code-not-valid");
    assertThat(owen().post("/v1/calendars/mail/confirmation", code(code.group(1))).statusCode())
        .isEqualTo(204);
    assertThat(owen().get("/v1/calendars/mail").jsonPath().getMap(""))
        .isEqualTo(Map.of("address", address, "confirmed", true));

    mail.tell();
    mail.tell();
    String uid = "UID:meeting-" + meeting.substring(meeting.lastIndexOf('/') + 1);
    assertThat(about(mailbox, uid)).hasSize(1);

    accepted(nadia().post(meeting + "/moves", "{\"on\":\"%s\"}".formatted(TODAY.plusDays(41))));
    mail.tell();
    accepted(nadia().post(meeting + "/cancellation", "{}"));
    mail.tell();
    mail.lookAgain();
    mail.tell();
    List<Mailbox.Message> sent = about(mailbox, uid);
    assertThat(sent)
        .extracting(Mailbox.Message::method)
        .containsExactly("REQUEST", "REQUEST", "CANCEL");
    for (int i = 0; i < sent.size(); i++) {
      assertThat(sent.get(i).calendar())
          .contains("METHOD:" + sent.get(i).method())
          .contains("SEQUENCE:" + i)
          .contains("ATTENDEE:mailto:" + address);
    }
    assertThat(sent)
        .extracting(
            message -> message.calendar().lines().filter(line -> line.startsWith("UID:")).toList())
        .as("one UID in all of them")
        .containsOnly(List.of(uid + "@localhost"));
    assertThat(mailbox.messages())
        .allSatisfy(message -> {
          assertThat(message.from()).isEqualTo("onevoice@localhost");
          assertThat(message.subject() + message.text()).doesNotContainIgnoringCase("board");
        });

    Response removed =
        owen()
            .request()
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .post("/v1/calendars/mail/removal");
    assertThat(removed.statusCode()).isEqualTo(204);
    int before = mailbox.messages().size();
    sitting();
    mail.tell();
    assertThat(mailbox.messages()).hasSize(before);
  }

  @Test
  void who_stood_in_and_sits_there_now_is_invited_again_and_whoever_stands_in_as_before_is_not()
      throws Exception {
    String address = "owen." + UUID.randomUUID() + "@example.org";
    assertThat(
            owen()
                .post("/v1/calendars/mail", "{\"address\":\"%s\"}".formatted(address))
                .statusCode())
        .isEqualTo(204);
    mail.tell();
    var mailbox = new Mailbox(address);
    Matcher code = Pattern.compile("code: (\\S{22})").matcher(mailbox.messages().getFirst().text());
    assertThat(code.find()).isTrue();
    assertThat(owen().post("/v1/calendars/mail/confirmation", code(code.group(1))).statusCode())
        .isEqualTo(204);
    String series = series();
    String seat = seat(series);
    String standIn = nominated(series, seat, "SUBSTITUTE");
    String uid = "UID:meeting-" + meetingOf(series).substring("/v1/meetings/".length());
    mail.tell();
    mail.lookAgain();
    mail.tell();
    assertThat(about(mailbox, uid)).hasSize(1);

    accepted(nadia().post(series + "/nominations/" + standIn + "/withdrawal", "{}"));
    nominated(series, seat, "NOMINEE");
    mail.tell();
    mail.lookAgain();
    mail.tell();
    List<Mailbox.Message> sent = about(mailbox, uid);
    assertThat(sent).extracting(Mailbox.Message::method).containsExactly("REQUEST", "REQUEST");
    assertThat(sent.getFirst().calendar()).contains("TRANSP:TRANSPARENT");
    assertThat(sent.getLast().calendar()).doesNotContain("TRANSP").contains("SEQUENCE:0");
    assertThat(sent.getLast().text()).startsWith("You sit in a meeting.");
  }

  private static List<Mailbox.Message> about(Mailbox mailbox, String uid) {
    return mailbox.messages().stream().filter(message -> message.calendar().contains(uid)).toList();
  }

  /** A meeting in which Owen sits. */
  private static String sitting() {
    String series = series();
    nominated(series, seat(series), "NOMINEE");
    return meetingOf(series);
  }

  private static String series() {
    String series =
        nadia()
            .post(
                "/v1/meeting-series",
                """
                {"placeId":"%s","forumId":"%s","first":"%s","rule":"FREQ=WEEKLY;COUNT=1",
                 "hours":{"start":"14:00","end":"16:00"},"retention":"BOARD"}\
                """
                    .formatted(VALLEY, BOARD, TODAY.plusDays(40)))
            .path("seriesId");
    return "/v1/meeting-series/" + series;
  }

  private static String seat(String series) {
    return nadia()
        .post(series + "/seats", "{\"label\":\"PCN\",\"start\":\"%s\"}".formatted(TODAY))
        .path("seatId");
  }

  private static String nominated(String series, String seat, String part) {
    Response nominated =
        nadia()
            .post(
                series + "/seats/" + seat + "/nominations",
                "{\"personId\":\"%s\",\"part\":\"%s\",\"start\":\"%s\"}"
                    .formatted(MarlValley.owen(), part, TODAY));
    assertThat(nominated.statusCode()).as(nominated.asString()).isEqualTo(201);
    return nominated.path("nominationId");
  }

  private static String meetingOf(String series) {
    return "/v1/meetings/" + nadia().get(series).jsonPath().getString("meetings[0].meetingId");
  }

  private static String code(String code) {
    return "{\"code\":\"%s\"}".formatted(code);
  }

  private static Caller nadia() {
    return Caller.as("nadia.velloso");
  }

  private static Caller owen() {
    return Caller.as("owen.tallant");
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
