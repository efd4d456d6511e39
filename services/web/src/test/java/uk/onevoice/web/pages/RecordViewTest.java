package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.PeopleRights.Erasure;
import uk.onevoice.web.api.PeopleRights.Export;
import uk.onevoice.web.api.PeopleRights.Mention;
import uk.onevoice.web.api.PeopleRights.Mentions;
import uk.onevoice.web.api.PeopleRights.Part;
import uk.onevoice.web.api.PeopleRights.Record;
import uk.onevoice.web.api.PeopleRights.Request;
import uk.onevoice.web.api.PeopleRights.Words;

class RecordViewTest {
  private static final Instant THEN = Instant.parse("2026-11-24T10:00:00Z");
  private static final LocalDate DUE = LocalDate.of(2026, 12, 24);

  @Test
  void who_has_not_answered_is_named() {
    assertThat(
            RecordView.erasure(
                new Erasure(THEN, List.of(part("meetings", THEN), part("mandates", null)))))
        .isEqualTo("Erased at 10:00am on 24 November 2026. Not answered yet: mandates.");
    assertThat(RecordView.erasure(new Erasure(THEN, List.of(part("meetings", THEN)))))
        .endsWith("Every part of the service has answered.");
    assertThat(
            RecordView.exports(
                    List.of(
                        new Export(
                            "e1",
                            THEN,
                            DUE,
                            List.of(part("organisations", null), part("relationships", null)))),
                    "/copies/")
                .getFirst()
                .state())
        .isEqualTo("Waiting for people and roles and key relationships");
    assertThat(
            RecordView.exports(
                List.of(new Export("e1", THEN, DUE, List.of(part("meetings", THEN)))), "/copies/"))
        .containsExactly(
            new RecordView.ExportView("10:00am on 24 November 2026", "Ready", "/copies/e1"));
  }

  private static Part part(String service, @Nullable Instant at) {
    return new Part(service, null, at);
  }

  @Test
  void a_request_says_by_when_it_is_answered_until_it_is() {
    assertThat(
            RecordView.requests(
                List.of(
                    new Request("r1", "ERASURE", null, THEN, DUE, null, null),
                    new Request("r2", "CORRECTION", "Wrong", THEN, DUE, "DECLINED", THEN))))
        .extracting(RecordView.RequestView::state)
        .containsExactly("Open, to be answered by 24 December 2026", "Declined");
  }

  @Test
  void what_is_kept_is_written_in_plain_words_and_what_does_not_answer_is_named() {
    var about =
        new Record(
            "meetings",
            List.of(
                new Words("w1", "item-title", "Thanks", THEN, null, null, false),
                new Words("w2", "something-newer", "Words", THEN, THEN, "w1", true)),
            new Mentions(List.of(new Mention("AttendanceRecorded", THEN, "NAMED")), null));
    var entered =
        new Record(
            "meetings",
            List.of(),
            new Mentions(List.of(new Mention("SomethingNewer", THEN, "ACTED")), "12"));

    var parts =
        RecordView.parts(
            List.of(
                new Records.Answer("meetings", about, entered),
                new Records.Answer("mandates", null, null)));

    var meetings = parts.getFirst();
    assertThat(meetings.words())
        .extracting(RecordView.WordsView::kind, RecordView.WordsView::ownView)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("Title of something on an agenda", false),
            org.assertj.core.api.Assertions.tuple("Something newer", true));
    assertThat(meetings.words().getLast().written()).contains("corrected at");
    assertThat(String.valueOf(meetings.about()))
        .contains("Noted as present at a meeting", "Speaks of you");
    assertThat(meetings.moreAbout()).as("these are all").isNull();
    assertThat(String.valueOf(meetings.entered())).contains("Something newer", "Entered by you");
    assertThat(meetings.moreEntered())
        .isEqualTo("/your-record/entries/meetings?only=ENTERED&after=12");
    assertThat(parts.getLast().answered()).isFalse();
  }

  @Test
  void what_a_team_knows_of_somebody_is_read_in_words() {
    assertThat(
            RecordView.readable(
                "counterpart",
                """
                {"name": "Dr Sunita Pellow", "roleTitle": "Medical director", "inRoleSince": "2026-04-01",
                 "sitsOn": null, "authority": "CAN_SIGN", "earlierRoles": [{"roleTitle": "Clinical lead"}]}\
                """))
        .isEqualTo(
            "Name: Dr Sunita Pellow. Role: Medical director. Since: 1 April 2026."
                + " Authority to agree: can sign. Before: Clinical lead");
    assertThat(RecordView.readable("counterpart", "Dr Pellow, corrected"))
        .isEqualTo("Dr Pellow, corrected");
    assertThat(RecordView.readable("talk", "{}")).isEqualTo("{}");
    assertThat(
            RecordView.readable(
                "judgement",
                "How open to working with general practice: yes. Opinion."
                    + " [0192f0c0-c0c0-7000-8000-000000000001]"))
        .isEqualTo("How open to working with general practice: yes. Opinion.");
  }
}
