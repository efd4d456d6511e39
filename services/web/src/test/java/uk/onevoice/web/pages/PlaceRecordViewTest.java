package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Places.Belonging;
import uk.onevoice.web.api.Places.Count;
import uk.onevoice.web.api.Places.Detail;
import uk.onevoice.web.api.Places.Part;
import uk.onevoice.web.api.Places.Patients;
import uk.onevoice.web.api.Places.PlaceRecord;
import uk.onevoice.web.api.Places.Said;
import uk.onevoice.web.ui.Form;

/** A place's record, its history and its federations, in words. */
class PlaceRecordViewTest {
  private static final LocalDate START = LocalDate.of(2022, 7, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final String ME = "person:me";

  @Test
  void a_place_says_whether_it_goes_on_and_its_last_day_not_the_first_after_it() {
    assertThat(sentence(null, null)).isEqualTo("Marl goes on since 1 July 2022.");
    assertThat(sentence(LocalDate.of(2026, 10, 1), null))
        .isEqualTo("Marl closed; its last day was 30 September 2026.");
    assertThat(sentence(LocalDate.of(2027, 4, 1), null))
        .isEqualTo("Marl closes; its last day is 31 March 2027.");
    assertThat(sentence(LocalDate.of(2026, 10, 1), "Sedge"))
        .isEqualTo("Marl went on in Sedge after 30 September 2026.");
  }

  @Test
  void practices_left_in_a_closed_place_are_still_to_be_moved() {
    PlaceRecordView view =
        PlaceRecordView.of(
            place(TODAY, null),
            List.of(belonging(START, null), belonging(START, TODAY)),
            List.of(),
            List.of(),
            TODAY);
    assertThat(view.practiceSentence())
        .isEqualTo("1 practice still to be moved: until then they count as without a place.");
    assertThat(view.practices().rows().get(1).getLast().text()).isEqualTo("24 November 2026");
  }

  @Test
  void codes_are_taken_as_people_paste_them() {
    assertThat(PracticeCodes.of(List.of("A1"), " b2, c3;\n\nB2\ta1 "))
        .containsExactly("A1", "B2", "C3");
    assertThat(PracticeCodes.of(List.of(), "  \n ")).isEmpty();
    Form form = Form.blank();
    PracticeCodes.name(form, List.of("A1", "B2"));
    assertThat(form.refused()).isFalse();
  }

  @Test
  void a_history_says_who_as_far_as_the_reader_may_know() {
    Said ended =
        new Said(
            Instant.parse("2026-11-20T09:12:00Z"),
            "AffiliationEnded",
            ME,
            "Dr Me",
            null,
            null,
            LocalDate.of(2026, 10, 1),
            List.of(
                new Detail("memberId", "P1", "Ford Surgery"),
                new Detail("affiliationId", "x", null),
                new Detail("end", "2026-10-01", null)));
    HistoryWords.Entry entry = HistoryWords.of(ended, ME);
    assertThat(entry.what()).isEqualTo("Belongs no more");
    assertThat(entry.on()).isEqualTo("Last day: 30 September 2026");
    assertThat(entry.details()).containsExactly("Who: Ford Surgery");
    assertThat(entry.who()).isEqualTo("You");

    Said renamed =
        new Said(
            Instant.parse("2026-11-20T09:12:00Z"),
            "SomethingNewer",
            "person:other",
            null,
            "F1",
            "The federation",
            START,
            List.of(new Detail("from", "2022-07-01", null), new Detail("name", "Marl", null)));
    HistoryWords.Entry other = HistoryWords.of(renamed, ME);
    assertThat(other.what()).isEqualTo("SomethingNewer");
    assertThat(other.on()).isEqualTo("From 1 July 2022");
    assertThat(other.who()).isEqualTo("A person of the registry, for The federation");
    assertThat(HistoryWords.who("person:other", "Dr Nadia Velloso", ME))
        .isEqualTo("Dr Nadia Velloso");
    assertThat(HistoryWords.who("client:import", null, ME)).isEqualTo("A system");
    assertThat(HistoryWords.who("service:organisations", null, ME)).isEqualTo("OneVoice itself");
  }

  @Test
  void a_share_says_of_how_many_and_what_is_not_known() {
    assertThat(
            ShareWords.sentence(new Part(new Count(43, 45), new Patients(401_100, 410_200, 1), 1)))
        .isEqualTo("43 of 45 practices are in a federation (96%), with 98% of the patients.");
    assertThat(ShareWords.sentence(new Part(new Count(1, 2), null, 1)))
        .isEqualTo(
            "1 of 2 practices is in a federation (50%); of their patients nothing is known.");
  }

  private static String sentence(@Nullable LocalDate end, @Nullable String into) {
    return PlaceRecordView.sentence(place(end, into), TODAY);
  }

  private static PlaceRecord place(@Nullable LocalDate end, @Nullable String into) {
    return new PlaceRecord(
        "p",
        "Marl",
        "Q1",
        null,
        null,
        null,
        START,
        end,
        into == null ? null : "q",
        into,
        List.of(),
        List.of());
  }

  private static Belonging belonging(LocalDate start, @Nullable LocalDate end) {
    return new Belonging("a", "P1", null, start, end);
  }
}
