package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Meetings.Agreement;
import uk.onevoice.web.api.Meetings.AmendmentMade;
import uk.onevoice.web.api.Meetings.Assessment;
import uk.onevoice.web.api.Meetings.Attendance;
import uk.onevoice.web.api.Meetings.Closed;
import uk.onevoice.web.api.Meetings.DisputeOpen;
import uk.onevoice.web.api.Meetings.Hours;
import uk.onevoice.web.api.Meetings.Item;
import uk.onevoice.web.api.Meetings.Meeting;

/** What a meeting's page says of its items. */
class MeetingViewTest {
  private static Item item(@Nullable String outcome, @Nullable Assessment influence) {
    return item("Rooms for clinics", outcome, null, influence);
  }

  private static Item item(
      @Nullable String title,
      @Nullable String outcome,
      @Nullable Agreement agreement,
      @Nullable Assessment influence) {
    return new Item(
        "i",
        title,
        "community-services",
        null,
        null,
        outcome == null ? null : "FOR",
        null,
        outcome,
        agreement,
        influence,
        null,
        List.of());
  }

  private static Assessment claim(String by, @Nullable String confirmedBy, boolean evidence) {
    return new Assessment(
        "CHANGED",
        by,
        confirmedBy,
        confirmedBy != null,
        evidence ? "Minute 4" : null,
        evidence,
        null);
  }

  private static Meeting meeting(
      List<Item> items,
      List<Attendance> attendances,
      @Nullable Closed closed,
      List<AmendmentMade> amendments) {
    return new Meeting(
        "m",
        "p",
        "Place board",
        LocalDate.of(2026, 11, 24),
        null,
        new Hours("14:00", "16:30"),
        false,
        items,
        attendances,
        List.of(),
        closed,
        amendments);
  }

  private static MeetingView view(Meeting meeting) {
    return MeetingView.of(
        meeting, "me", MeetingViewTest::name, code -> code, _ -> "rooms mandate of Marl Valley");
  }

  private static Attendance there(String person, String capacity, String... unmandated) {
    return new Attendance(person, capacity, "PRESENT", null, null, List.of(unmandated));
  }

  private static Optional<String> name(String person) {
    return person.equals("nadia") ? Optional.of("Dr Nadia Velloso") : Optional.empty();
  }

  @Test
  void the_sentence_names_the_items_that_are_left() {
    assertThat(MeetingView.sentence(List.of())).startsWith("No item yet.");
    assertThat(MeetingView.sentence(List.of(item("AGREED", null), item(null, null))))
        .isEqualTo("2 items. 1 is done, item 2 is left.");
    assertThat(MeetingView.sentence(List.of(item(null, null), item(null, null))))
        .isEqualTo("2 items. None is done, items 1 and 2 are left.");
    assertThat(MeetingView.sentence(List.of(item("AGREED", null))))
        .isEqualTo("1 item. It has an outcome.");
  }

  @Test
  void
      a_yes_outside_of_every_mandate_is_called_provisional_in_the_first_sentence_and_at_its_item() {
    Item agreed =
        item(
            "Rooms",
            "AGREED",
            new Agreement("i", "PROVISIONAL", null, null, List.of("NOT_CITED")),
            null);
    assertThat(MeetingView.sentence(List.of(item("NOTED", null), agreed)))
        .endsWith("What was agreed on item 2 is provisional and binds nobody yet.");
    MeetingItemView shown = MeetingItemView.of(agreed, 2, "me", MeetingViewTest::name);
    assertThat(shown.provisional()).isTrue();
    assertThat(shown.agreement())
        .isEqualTo(
            "Agreed for general practice only provisionally: it binds nobody until practices stand by it. No mandate covers it, because none was named.");
    assertThat(MeetingWords.agreement(new Agreement("i", "COVERED", "use", "mandate", List.of())))
        .isEqualTo("Agreed for general practice, inside the limits of a mandate.");
  }

  @Test
  void a_claim_that_nobody_else_confirmed_does_not_count() {
    assertThat(
            MeetingItemView.resultWords(
                item("AGREED", claim("other", null, true)), "me", MeetingViewTest::name))
        .isEqualTo(
            "Decided: agreed. For general practice: changed, written by a colleague. It does not count until a second person confirms it.");
    assertThat(
            MeetingItemView.resultWords(
                item("AGREED", claim("me", "other", true)), "me", MeetingViewTest::name))
        .isEqualTo(
            "Decided: agreed. For general practice: changed, written by you. Confirmed by a second person.");
  }

  @Test
  void a_claim_is_confirmed_by_another_person_and_not_without_what_shows_it() {
    MeetingItemView bare =
        MeetingItemView.of(
            item("AGREED", claim("nadia", null, false)), 1, "me", MeetingViewTest::name);
    assertThat(bare.mayConfirm()).isFalse();
    assertThat(bare.resultWords()).contains("nothing is written down that shows it");
    assertThat(
            MeetingItemView.of(
                    item("AGREED", claim("nadia", null, true)), 1, "me", MeetingViewTest::name)
                .mayConfirm())
        .isTrue();
    MeetingItemView own =
        MeetingItemView.of(
            item("AGREED", claim("me", null, false)), 1, "me", MeetingViewTest::name);
    assertThat(own.mayConfirm()).isFalse();
    assertThat(own.mayDispute()).isFalse();
    assertThat(own.needsEvidence()).isTrue();
  }

  @Test
  void a_dispute_is_settled_by_who_has_no_part_in_it() {
    Assessment disputed =
        new Assessment(
            "CHANGED", "nadia", "owen", false, "Minute 4", true, new DisputeOpen("me", "No"));
    MeetingItemView byMe =
        MeetingItemView.of(item("AGREED", disputed), 1, "me", MeetingViewTest::name);
    assertThat(byMe.stateWords()).isEqualTo("Disputed");
    assertThat(byMe.dispute()).isEqualTo("Disputed by you: “No”");
    assertThat(byMe.mayLetStand()).isTrue();
    assertThat(byMe.mayTakeAway()).isFalse();
    assertThat(byMe.mayConfirm()).isFalse();
    MeetingItemView assessor =
        MeetingItemView.of(item("AGREED", disputed), 1, "nadia", MeetingViewTest::name);
    assertThat(assessor.mayLetStand()).isFalse();
    assertThat(assessor.mayTakeAway()).isTrue();
    assertThat(
            MeetingItemView.of(item("AGREED", disputed), 1, "owen", MeetingViewTest::name)
                .mayLetStand())
        .isFalse();
  }

  @Test
  void who_was_there_is_named_to_who_may_read_the_name() {
    MeetingView view =
        view(
            meeting(
                List.of(item("AGREED", claim("nadia", null, true))),
                List.of(
                    there("me", "OBSERVER"),
                    new Attendance("nadia", "DELEGATE", "VIRTUAL", "mandate", null, List.of()),
                    there("owen", "DELEGATE")),
                null,
                List.of()));
    assertThat(view.items().getFirst().assessor()).isEqualTo("Dr Nadia Velloso");
    assertThat(view.what()).isEqualTo("Place board, Tuesday 24 November 2026, 2pm to 4:30pm.");
    assertThat(view.attendanceSentence())
        .isEqualTo("You were there as observer, and 2 other people of general practice.");
    assertThat(view.present())
        .containsExactly(
            "Dr Nadia Velloso: delegate, with a mandate, by video. Under the rooms mandate of Marl Valley.");
  }

  @Test
  void what_was_stored_of_somebody_without_a_mandate_is_said_in_words() {
    Attendance own = there("me", "OBSERVER", "NOT_CITED");
    assertThat(MeetingView.attendanceSentence(List.of(own), own))
        .isEqualTo("You were there as observer. Stored as: no mandate, because none was named.");
    assertThat(MeetingWords.unmandated(List.of("NOT_IN_FORCE", "TABLE")))
        .isEqualTo(
            "Stored as: no mandate, because the one named was not in force on that day and the one named is not for this board or group.");
  }

  @Test
  void apologies_are_no_presence_and_presence_is_no_agreement() {
    Attendance sorry = new Attendance("me", "DELEGATE", "APOLOGIES", null, null, List.of());
    assertThat(MeetingView.attendanceSentence(List.of(sorry), sorry))
        .isEqualTo("Nobody of general practice is recorded as present.");
    assertThat(MeetingView.attendanceSentence(List.of(), null))
        .isEqualTo("Nobody of general practice is recorded as present.");
  }

  @Test
  void what_nobody_recorded_stays_visible_as_such() {
    assertThat(MeetingItemView.resultWords(item(null, null), "me", MeetingViewTest::name))
        .isEqualTo("What came out is not recorded.");
    assertThat(MeetingItemView.reachWords(item(null, null)))
        .isEqualTo("How far we got is not recorded.");
    assertThat(MeetingItemView.resultWords(item("NOTED", null), "me", MeetingViewTest::name))
        .isEqualTo("Decided: noted. What it meant for general practice is not assessed.");
    assertThat(
            view(meeting(List.of(item(null, null, null, null)), List.of(), null, List.of()))
                .items())
        .extracting(MeetingItemView::title)
        .containsExactly("An item whose title was erased");
  }

  @Test
  void what_changed_after_the_record_was_closed_is_shown_with_its_reason() {
    MeetingView view =
        view(
            meeting(
                List.of(item("AGREED", null)),
                List.of(),
                new Closed(LocalDate.of(2026, 11, 25), "me"),
                List.of(
                    new AmendmentMade(
                        LocalDate.of(2026, 11, 26),
                        "nadia",
                        "The vote was forgotten",
                        List.of("i"),
                        true))));
    assertThat(view.closed()).startsWith("The record was closed on 25 November 2026 by you.");
    assertThat(view.amendments())
        .containsExactly(
            "26 November 2026, Dr Nadia Velloso: item 1 and who was there, because “The vote was forgotten”.");
  }
}
