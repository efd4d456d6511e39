package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Areas.IcsStructure;

/** The sentence of an ICS says what its figures say, and no more. */
class StructureSentencesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private static IcsStructure ics(
      @Nullable Integer practices,
      @Nullable Integer trusts,
      Map<String, Integer> sectors,
      @Nullable Integer councils) {
    return new IcsStructure(
        "WYVICB01",
        "Wyvern and Marlshire",
        true,
        DAY,
        practices,
        39,
        0,
        1,
        trusts,
        sectors,
        councils,
        2,
        104,
        1,
        0,
        1_930_400L,
        YearMonth.of(2026, 10),
        0,
        List.of(),
        null);
  }

  @Test
  void one_hospital_trust_and_one_council_stand_against_all_practices() {
    assertThat(StructureSentences.headline(ics(204, 3, Map.of("ACUTE", 1, "COMMUNITY", 2), 1)))
        .isEqualTo(
            "The hospital trust and the council each speak with one voice. General practice has 204 practices, so it needs a shared one.");
  }

  @Test
  void several_trusts_and_councils_each_have_a_voice() {
    assertThat(StructureSentences.headline(ics(612, 9, Map.of("ACUTE", 4), 5)))
        .isEqualTo(
            "Each of the 4 hospital trusts and each of the 5 councils speaks with one voice. General practice has 612 practices, so it needs a shared one.");
  }

  @Test
  void trusts_of_no_known_sector_are_called_trusts() {
    assertThat(StructureSentences.headline(ics(120, 3, Map.of("UNKNOWN", 3), null)))
        .startsWith("Each of the 3 NHS trusts speaks with one voice.");
  }

  @Test
  void without_known_partners_only_general_practice_is_spoken_of() {
    assertThat(StructureSentences.headline(ics(120, null, Map.of(), null)))
        .isEqualTo(
            "General practice has 120 practices, and each decides for itself, so it needs a shared voice.");
  }

  @Test
  void one_practice_needs_no_shared_voice() {
    assertThat(StructureSentences.headline(ics(1, null, Map.of(), null)))
        .isEqualTo("General practice has 1 practice.");
  }

  @Test
  void what_is_not_known_is_not_called_none() {
    assertThat(StructureSentences.headline(ics(null, null, Map.of(), null)))
        .isEqualTo(
            "No list of practices speaks of this ICS on this day, so nothing can be counted.");
    assertThat(StructureSentences.headline(ics(0, 1, Map.of(), 1)))
        .isEqualTo("No practice is listed for this ICS on this day.");
    assertThat(StructureSentences.partnersHeading(ics(10, null, Map.of(), 1)))
        .isEqualTo("2 partners known, 2 voices");
  }

  @Test
  void partners_are_counted_by_what_they_do() {
    IcsStructure ics = ics(204, 4, Map.of("ACUTE", 1, "COMMUNITY", 1, "UNKNOWN", 2), 1);

    assertThat(StructureSentences.partners(ics))
        .extracting(StructureSentences.Partners::words)
        .containsExactly(
            "1 ICB", "1 hospital trust", "1 community trust", "2 NHS trusts", "1 council");
    assertThat(StructureSentences.partnersHeading(ics)).isEqualTo("6 partners, 6 voices");
  }

  @Test
  void the_small_print_names_day_month_and_what_is_not_known() {
    assertThat(StructureSentences.fresh(DAY, YearMonth.of(2026, 10), 204, 3))
        .isEqualTo(
            "As on 23 November 2026. List sizes: October 2026, known for 201 of 204 practices.");
    assertThat(StructureSentences.fresh(DAY, null, 204, 204))
        .isEqualTo("As on 23 November 2026. List sizes are not known.");
  }
}
