package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Briefs.Acknowledgement;
import uk.onevoice.web.api.Briefs.Brief;
import uk.onevoice.web.api.Briefs.BriefItem;
import uk.onevoice.web.api.Briefs.Contact;
import uk.onevoice.web.api.Briefs.InTheRoom;
import uk.onevoice.web.api.Briefs.Owed;
import uk.onevoice.web.api.Briefs.PreAlignment;
import uk.onevoice.web.api.Briefs.Promise;
import uk.onevoice.web.api.Briefs.Promised;
import uk.onevoice.web.api.Briefs.Promises;
import uk.onevoice.web.api.Briefs.RingFirst;
import uk.onevoice.web.api.Briefs.Verdict;
import uk.onevoice.web.api.Meetings.Attendance;

/** What the page before a meeting says. */
class BriefViewTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Instant ISSUED = Instant.parse("2026-11-20T10:42:00Z");

  private static BriefItem item(
      @Nullable String ask, String verdict, String preAligned, PreAlignment... talks) {
    return new BriefItem(
        "i" + verdict,
        "Rooms",
        "rooms",
        null,
        null,
        ask,
        new Verdict(verdict, "COVERED", List.of()),
        List.of(),
        List.of(talks),
        preAligned,
        null);
  }

  private static Brief brief(int version, boolean changed, Acknowledgement... read) {
    return new Brief(
        "m",
        version,
        version == 0 ? null : ISSUED,
        null,
        changed,
        List.of(read),
        true,
        null,
        null,
        true,
        List.of(item("Start", "INSIDE", "UNKNOWN")),
        List.of(),
        List.of(
            new RingFirst(
                "T1",
                "Hospital",
                List.of("Dr Pellow"),
                LocalDate.of(2026, 9, 21),
                List.of("iINSIDE"))),
        new Promises(
            List.of(
                new Promise(
                    "a1",
                    "m0",
                    "T1",
                    "Hospital",
                    "Letters say who orders each test",
                    false,
                    LocalDate.of(2026, 10, 30),
                    true),
                new Promise("a2", "m0", "F1", null, null, true, LocalDate.of(2026, 11, 25), false)),
            true,
            false));
  }

  private static BriefView view(Brief brief, Attendance... going) {
    return BriefView.of(
        brief,
        List.of(going),
        "me",
        TODAY,
        person -> person.equals("owen") ? Optional.of("Dr Owen Tallant") : Optional.empty(),
        code -> code,
        Map.of());
  }

  @Test
  void the_first_sentence_says_what_may_be_agreed_and_what_not() {
    assertThat(
            BriefView.sentence(
                List.of(
                    item(null, "OUTSIDE", "UNKNOWN"),
                    item("a", "INSIDE", "UNKNOWN"),
                    item("b", "MUST_COME_BACK", "UNKNOWN"),
                    item("c", "INSIDE", "UNKNOWN"),
                    item("d", "OUTSIDE", "UNKNOWN"))))
        .isEqualTo(
            "You may agree items 2 and 4. Item 3 must come back to practices first. Item 5 is outside every mandate.");
    assertThat(BriefView.sentence(List.of(item(null, "INSIDE", "UNKNOWN"))))
        .startsWith("Nothing is asked for yet.");
  }

  @Test
  void whom_to_ring_stands_with_the_items_and_the_last_talk() {
    BriefView view = view(brief(1, false));
    assertThat(view.ringHeading()).isEqualTo("Ring this one before you go in");
    assertThat(view.ring().getFirst().why())
        .isEqualTo("Item 1. Last spoken to on 21 September 2026, 9 weeks ago.");
  }

  @Test
  void promises_are_counted_both_ways_and_an_empty_list_is_not_taken_for_none() {
    BriefView view = view(brief(1, false));
    assertThat(view.promisesSentence()).startsWith("They owe us 1. We owe them 1.");
    assertThat(view.promises().getFirst().what())
        .isEqualTo("Letters say who orders each test. Due 30 October 2026, 24 days late.");
    assertThat(view.promises().getLast().who()).isEqualTo("We, F1");
    assertThat(view.promises().getFirst().who()).isEqualTo("Hospital");
    assertThat(BriefView.promisesSentence(new Promises(List.of(), true, false)))
        .isEqualTo("No action of a meeting is open between us and those in the room.");
    assertThat(BriefView.promisesSentence(new Promises(List.of(), true, true)))
        .endsWith(" What two people promised each other stands with who is in the room.");
  }

  @Test
  void what_two_people_owe_each_other_is_said_of_each_side_with_the_first_day() {
    var promised = new Promised(new Owed(1, 1, LocalDate.of(2026, 11, 13)), new Owed(2, 0, TODAY));
    assertThat(view(inTheRoom(promised)).room().getFirst().promised())
        .isEqualTo(
            "We owe 1, due 13 November 2026, 1 overdue. They owe 2, the first due 23 November 2026.");
    var nothing = new Owed(0, 0, null);
    assertThat(view(inTheRoom(new Promised(nothing, nothing))).room().getFirst().promised())
        .isEqualTo("Nothing is open");
    assertThat(view(inTheRoom(null)).room().getFirst().promised()).isEmpty();
  }

  private static Brief inTheRoom(@Nullable Promised promised) {
    Brief brief = brief(1, false);
    return new Brief(
        brief.meetingId(),
        brief.version(),
        brief.issuedAt(),
        brief.change(),
        brief.changedSince(),
        brief.acknowledgements(),
        brief.readerGoes(),
        brief.ownPreparationMinutes(),
        brief.preparationCompletedAt(),
        brief.contactsShown(),
        brief.items(),
        List.of(new InTheRoom("e1", "T1", "Hospital", null, List.of(), null, promised)),
        brief.ringFirst(),
        brief.promises());
  }

  @Test
  void a_talk_that_was_recorded_too_late_is_shown_as_such_and_does_not_count() {
    BriefItemView late =
        BriefItemView.of(
            item(
                "a",
                "INSIDE",
                "COLD",
                new PreAlignment("p", "T1", "Hospital", TODAY, true, true, false)),
            1,
            List.of(),
            code -> code);
    assertThat(late.beforehand()).isEqualTo("Not talked about with anybody.");
    assertThat(late.talks().getFirst().after()).isTrue();
    assertThat(late.talks().getFirst().words())
        .isEqualTo(
            "Hospital agreed on 23 November 2026. Recorded after the meeting had begun: it does not count.");
    assertThat(
            BriefItemView.of(item("a", "OUTSIDE", "UNKNOWN"), 1, List.of(), code -> code)
                .beforehand())
        .isEqualTo("Whether it was talked about is not known.");
  }

  @Test
  void only_a_version_that_is_issued_and_not_read_can_be_said_to_be_read() {
    assertThat(view(brief(0, true)).toRead()).isNull();
    assertThat(view(brief(0, true)).issued()).startsWith("The brief is not issued yet.");
    assertThat(view(brief(2, false, new Acknowledgement("me", 2, ISSUED, true, true))).toRead())
        .isNull();
    BriefView again = view(brief(2, true, new Acknowledgement("me", 1, ISSUED, false, true)));
    assertThat(again.toRead()).isEqualTo(2);
    assertThat(again.issued()).endsWith("so it has to be issued again.");
  }

  @Test
  void who_goes_and_has_not_read_it_is_named() {
    assertThat(
            view(
                    brief(1, false, new Acknowledgement("me", 1, ISSUED, true, true)),
                    new Attendance("owen", "DELEGATE", "EXPECTED", null, null, List.of()),
                    new Attendance("nadia", "DELEGATE", "APOLOGIES", null, null, List.of()))
                .readers())
        .containsExactly(
            "You: read version 1 at 10:42am on 20 November 2026.",
            "Dr Owen Tallant: not read yet.");
  }

  @Test
  void how_well_we_know_the_room_is_said_only_to_whom_it_is_shown() {
    List<InTheRoom> room =
        List.of(
            new InTheRoom(
                "e1",
                "T1",
                "Hospital",
                null,
                List.of(),
                new Contact(TODAY, "WITHIN_60_DAYS", 1),
                null),
            new InTheRoom("e2", "C1", null, null, List.of(), new Contact(null, "NEVER", 0), null));
    assertThat(BriefView.roomSentence(room, true))
        .isEqualTo(
            "2 entries for partner organisations. We spoke with 1 in the last 60 days and with 1 never, as far as we know.");
    assertThat(BriefView.roomSentence(room, false))
        .isEqualTo("2 entries for partner organisations.");
  }
}
