package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Meetings.Assessment;
import uk.onevoice.web.api.Meetings.Attendance;
import uk.onevoice.web.api.Meetings.Item;
import uk.onevoice.web.api.Meetings.Meeting;

/** What a meeting's page says of its items. */
class MeetingViewTest {
  private static Item item(@Nullable String outcome, @Nullable Assessment influence) {
    return new Item(
        "i", "Rooms for clinics", "community-services", null, "FOR", outcome, influence);
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
  void a_claim_that_nobody_else_confirmed_does_not_count() {
    assertThat(
            MeetingView.resultWords(
                item("AGREED", new Assessment("CHANGED", "other", null, false)),
                "me",
                MeetingViewTest::name))
        .isEqualTo(
            "Decided: agreed. For general practice: changed, written by a colleague. It does not count until a second person confirms it.");
    assertThat(
            MeetingView.resultWords(
                item("AGREED", new Assessment("CHANGED", "me", "other", true)),
                "me",
                MeetingViewTest::name))
        .isEqualTo(
            "Decided: agreed. For general practice: changed, written by you. Confirmed by a second person.");
  }

  @Test
  void who_wrote_and_who_was_there_is_named_to_who_may_read_the_name() {
    assertThat(
            MeetingView.resultWords(
                item("AGREED", new Assessment("CHANGED", "nadia", "owen", true)),
                "me",
                MeetingViewTest::name))
        .isEqualTo(
            "Decided: agreed. For general practice: changed, written by Dr Nadia Velloso. Confirmed by a second person.");
    Meeting meeting =
        new Meeting(
            "m",
            "p",
            "Place board",
            LocalDate.of(2026, 11, 24),
            null,
            List.of(item("AGREED", new Assessment("CHANGED", "nadia", null, false))),
            List.of(
                new Attendance("me", "OBSERVER"),
                new Attendance("nadia", "DELEGATE"),
                new Attendance("owen", "DELEGATE")));
    MeetingView view = MeetingView.of(meeting, "me", MeetingViewTest::name);
    assertThat(view.items().getFirst().assessor()).isEqualTo("Dr Nadia Velloso");
    assertThat(view.attendanceSentence())
        .isEqualTo("You were there as observer, and 2 other people of general practice.");
    assertThat(view.present()).containsExactly("Dr Nadia Velloso: delegate, with a mandate");
  }

  private static Optional<String> name(String person) {
    return person.equals("nadia") ? Optional.of("Dr Nadia Velloso") : Optional.empty();
  }

  @Test
  void what_nobody_recorded_stays_visible_as_such() {
    assertThat(MeetingView.resultWords(item(null, null), "me", MeetingViewTest::name))
        .isEqualTo("What came out is not recorded.");
    assertThat(MeetingView.resultWords(item("NOTED", null), "me", MeetingViewTest::name))
        .isEqualTo("Decided: noted. What it meant for general practice is not assessed.");
  }

  @Test
  void an_item_stays_when_its_title_was_erased() {
    Meeting meeting =
        new Meeting(
            "m",
            "p",
            "Place board",
            LocalDate.of(2026, 11, 24),
            null,
            List.of(new Item("i", null, "community-services", null, null, null, null)),
            List.of());

    assertThat(MeetingView.of(meeting, "me", MeetingViewTest::name).items())
        .extracting(MeetingView.ItemView::title)
        .containsExactly("An item whose title was erased");
  }

  @Test
  void presence_is_said_without_calling_it_agreement() {
    Attendance own = new Attendance("me", "OBSERVER");

    assertThat(MeetingView.attendanceSentence(List.of(own), own))
        .isEqualTo("You were there as observer.");
    assertThat(MeetingView.attendanceSentence(List.of(), null))
        .isEqualTo("Nobody of general practice is recorded as present.");
    assertThat(MeetingView.attendanceSentence(List.of(own, new Attendance("b", "DELEGATE")), own))
        .isEqualTo("You were there as observer, and 1 other person of general practice.");
  }
}
