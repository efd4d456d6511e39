package uk.onevoice.meetings.adapter.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.validate.ValidationResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.meetings.adapter.calendar.CalendarText.Ask;
import uk.onevoice.meetings.adapter.store.Diary.Entry;
import uk.onevoice.meetings.domain.Hours;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PlaceId;

class CalendarTextTest {
  private static final Hours AFTERNOON = new Hours(LocalTime.of(14, 0), LocalTime.of(16, 0));
  private static final LocalDate SUMMER = LocalDate.of(2026, 10, 20);
  private static final LocalDate AUTUMN_CHANGE = LocalDate.of(2026, 10, 25);
  private static final LocalDate WINTER = LocalDate.of(2026, 10, 27);
  private static final LocalDate SPRING_CHANGE = LocalDate.of(2027, 3, 28);
  private static final Instant MADE = Instant.parse("2026-07-12T09:00:01.9Z");
  private static final CalendarText TEXT = new CalendarText(URI.create("https://onevoice.example"));

  @Test
  void a_meeting_is_at_the_same_hour_of_the_clock_before_and_after_a_change() throws Exception {
    var events =
        events(
            feed(
                List.of(
                    entry(1, SUMMER, AFTERNOON, false, 0),
                    entry(2, AUTUMN_CHANGE, AFTERNOON, false, 0),
                    entry(3, WINTER, AFTERNOON, false, 0),
                    entry(4, SPRING_CHANGE.minusDays(1), AFTERNOON, false, 0),
                    entry(5, SPRING_CHANGE, AFTERNOON, false, 0))));
    assertThat(events)
        .extracting(event -> instant(event))
        .containsExactly(
            Instant.parse("2026-10-20T13:00:00Z"),
            Instant.parse("2026-10-25T14:00:00Z"),
            Instant.parse("2026-10-27T14:00:00Z"),
            Instant.parse("2027-03-27T14:00:00Z"),
            Instant.parse("2027-03-28T13:00:00Z"));
  }

  @Test
  void another_reader_finds_the_same_hours() {
    var calendar =
        Biweekly.parse(
                feed(
                    List.of(
                        entry(1, SUMMER, AFTERNOON, false, 0),
                        entry(2, AUTUMN_CHANGE, AFTERNOON, false, 0),
                        entry(3, SPRING_CHANGE.minusDays(1), AFTERNOON, false, 0),
                        entry(4, SPRING_CHANGE, AFTERNOON, false, 0))))
            .first();
    assertThat(calendar.getEvents())
        .extracting(event -> event.getDateStart().getValue().toInstant())
        .containsExactly(
            Instant.parse("2026-10-20T13:00:00Z"),
            Instant.parse("2026-10-25T14:00:00Z"),
            Instant.parse("2027-03-27T14:00:00Z"),
            Instant.parse("2027-03-28T13:00:00Z"));
  }

  @Test
  void so_does_the_reader_of_browsers_by_the_clocks_that_the_calendar_brings() {
    var read =
        IcalJs.read(
            feed(
                List.of(
                    entry(1, SUMMER, AFTERNOON, false, 0),
                    entry(2, AUTUMN_CHANGE.minusDays(1), AFTERNOON, false, 0),
                    entry(3, AUTUMN_CHANGE, AFTERNOON, false, 4),
                    entry(4, SPRING_CHANGE.minusDays(1), AFTERNOON, true, 2),
                    entry(5, SPRING_CHANGE, AFTERNOON, false, 0),
                    entry(6, WINTER, null, false, 0))));
    assertThat(read.method()).isEmpty();
    assertThat(read.events())
        .extracting(IcalJs.Event::start)
        .startsWith(
            Instant.parse("2026-10-20T13:00:00Z"),
            Instant.parse("2026-10-24T13:00:00Z"),
            Instant.parse("2026-10-25T14:00:00Z"),
            Instant.parse("2027-03-27T14:00:00Z"),
            Instant.parse("2027-03-28T13:00:00Z"));
    assertThat(read.events()).extracting(IcalJs.Event::sequence).containsExactly(0, 0, 4, 2, 0, 0);
    assertThat(read.events())
        .extracting(IcalJs.Event::status)
        .containsExactly(
            "CONFIRMED", "CONFIRMED", "CONFIRMED", "CANCELLED", "CONFIRMED", "CONFIRMED");
    assertThat(read.events().subList(0, 5))
        .allSatisfy(event -> {
          assertThat(event.zone()).isEqualTo("Europe/London");
          assertThat(event.wholeDay()).isFalse();
          assertThat(event.end()).isEqualTo(event.start().plusSeconds(2 * 60 * 60));
        });
    assertThat(read.events().getLast().wholeDay()).isTrue();
  }

  private static Instant instant(VEvent event) {
    return ZonedDateTime.from(event.<Temporal>getStartDate().orElseThrow().getDate()).toInstant();
  }

  @Test
  void a_calendar_is_valid_and_says_nothing_of_what_a_meeting_is_about() throws Exception {
    String text =
        feed(
            List.of(
                entry(1, SUMMER, AFTERNOON, false, 0),
                entry(2, WINTER, null, false, 1),
                entry(3, WINTER, AFTERNOON, true, 2)));
    valid(text);
    assertThat(text)
        .contains("BEGIN:VTIMEZONE")
        .contains("TZID:Europe/London")
        .contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H")
        .contains("UID:meeting-00000000-0000-0001-0000-000000000003@onevoice.example")
        .contains("STATUS:CANCELLED")
        .contains("SEQUENCE:2")
        .contains("DTSTART;TZID=Europe/London:20261020T140000")
        .contains("DTSTART;VALUE=DATE:20261027")
        .contains("SUMMARY:System meeting – see OneVoice")
        .doesNotContain("Place board");
  }

  @Test
  void the_same_meetings_give_the_same_text() {
    var meetings = List.of(entry(1, SUMMER, AFTERNOON, false, 0));
    assertThat(feed(meetings)).isEqualTo(feed(meetings));
  }

  @Test
  void an_empty_calendar_is_one_too() {
    assertThat(feed(List.of())).contains("BEGIN:VTIMEZONE").doesNotContain("BEGIN:VEVENT");
  }

  @Test
  void an_invitation_asks_one_mailbox_and_a_cancellation_takes_back() throws Exception {
    var meeting = entry(1, SUMMER, AFTERNOON, false, 0);
    String request =
        TEXT.invitation(
            meeting, Ask.REQUEST, "onevoice@example.org", "nadia@example.org", false, MADE);
    valid(request);
    assertThat(request)
        .contains("METHOD:REQUEST")
        .contains("ORGANIZER:mailto:onevoice@example.org")
        .contains("ATTENDEE:mailto:nadia@example.org")
        .as("of two invitations with one sequence the later counts")
        .contains("DTSTAMP:20260712T090001Z");
    String cancel =
        TEXT.invitation(
            entry(1, SUMMER, AFTERNOON, true, 1),
            Ask.CANCEL,
            "onevoice@example.org",
            "nadia@example.org",
            false,
            MADE);
    valid(cancel);
    assertThat(cancel)
        .contains("METHOD:CANCEL")
        .contains("STATUS:CANCELLED")
        .contains("SEQUENCE:1")
        .contains(uid(request));
    IcalJs.Read taken = IcalJs.read(request);
    IcalJs.Read takenBack = IcalJs.read(cancel);
    assertThat(taken.method()).isEqualTo("REQUEST");
    assertThat(takenBack.method()).isEqualTo("CANCEL");
    assertThat(takenBack.events().getFirst().uid()).isEqualTo(taken.events().getFirst().uid());
    assertThat(takenBack.events().getFirst().sequence()).isEqualTo(1);
  }

  @Test
  void who_stands_in_keeps_the_time_free_for_nothing() throws Exception {
    var sits = entry(1, SUMMER, AFTERNOON, false, 0);
    var standsIn = entry(2, WINTER, AFTERNOON, false, 0);
    String text = TEXT.feed(List.of(sits, standsIn), Set.of(standsIn.meetingId()));
    valid(text);
    var events = events(text);
    assertThat(events.getFirst().toString()).doesNotContain("TRANSP");
    assertThat(events.getLast().toString())
        .contains("TRANSP:TRANSPARENT")
        .contains("SUMMARY:System meeting\\, you stand in – see OneVoice");
    String invitation =
        TEXT.invitation(
            standsIn, Ask.REQUEST, "onevoice@example.org", "owen@example.org", true, MADE);
    valid(invitation);
    assertThat(invitation)
        .contains("ATTENDEE;ROLE=OPT-PARTICIPANT:mailto:owen@example.org")
        .contains("TRANSP:TRANSPARENT");
    IcalJs.read(invitation);
  }

  private static String feed(List<Entry> meetings) {
    return TEXT.feed(meetings, Set.of());
  }

  private static String uid(String text) {
    return text.lines().filter(line -> line.startsWith("UID:")).findFirst().orElseThrow();
  }

  private static List<VEvent> events(String text) throws Exception {
    return new CalendarBuilder().build(new StringReader(text)).getComponents("VEVENT");
  }

  private static void valid(String text) throws Exception {
    Calendar calendar = new CalendarBuilder().build(new StringReader(text));
    ValidationResult result = calendar.validate(true);
    assertThat(result.getEntries()).as(text).isEmpty();
    var warnings = Biweekly.parse(text).first().validate(ICalVersion.V2_0);
    assertThat(warnings.isEmpty()).as(warnings + " in " + text).isTrue();
  }

  private static Entry entry(
      int number, LocalDate on, @Nullable Hours hours, boolean cancelled, int sequence) {
    return new Entry(
        new MeetingId(new UUID(1, number)),
        new PlaceId(new UUID(2, 1)),
        "Place board",
        null,
        null,
        on,
        hours,
        cancelled,
        sequence,
        Instant.parse("2026-09-01T08:00:00.123Z"));
  }
}
