package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.web.api.RepresentationMatrix;
import uk.onevoice.web.api.RepresentationMatrix.Base;
import uk.onevoice.web.pages.PlaceRepresentationView.Mark;

class PlaceRepresentationViewTest {
  @Test
  void the_page_says_in_words_and_letters_what_the_matrix_has() throws IOException {
    PlaceRepresentationView view = view("matrix");
    assertThat(view.sentence())
        .isEqualTo(
            "General practice changed an outcome at 1 of the 8 boards and groups that decide about Marl Valley. At 5 of them we sit without effect, or nobody speaks for us.");
    assertThat(view.nobody()).isFalse();
    assertThat(view.numbers())
        .extracting(PlaceRepresentationView.Number::number)
        .containsExactly("1", "2", "2", "3");
    assertThat(view.numbers().getLast().rest())
        .isEqualTo(": 1 empty seat, 1 without a seat, 1 not recorded");
    assertThat(view.levels())
        .extracting(PlaceRepresentationView.Level::name)
        .containsExactly(
            "ICB board",
            "Committees of the ICB",
            "This place",
            "Neighbourhoods",
            "Groups of providers");
    var board = view.levels().get(2).rows().getFirst();
    assertThat(board.whole())
        .isEqualTo(
            new Mark(
                "General practice as a whole",
                "C",
                "C",
                "Outcome changed",
                "▲",
                "up, was S",
                "/here/cell?forum=0192f0c0-f0f0-7000-8000-000000000005&column=WHOLE&period=year"));
    assertThat(board.parts()).extracting(Mark::letter).containsExactly("A", "C", "S", "–", "–");
    assertThat(board.who()).isEqualTo("Somebody (delegate)");
    assertThat(view.levels().get(1).rows())
        .extracting(PlaceRepresentationView.Row::who)
        .containsExactly("Nobody", "Somebody (delegate)", "No seat");
    assertThat(view.outcomes())
        .isEqualTo(
            "3 of 14 assessed outcomes changed, as a second person confirmed. 4 outcomes are not assessed yet.");
  }

  @Test
  void each_gap_leads_to_where_it_is_closed() throws IOException {
    String place = "0192f0c0-bbbb-7000-8000-000000000001";
    assertThat(view("matrix").gaps())
        .extracting(gap -> gap.action() + " " + gap.href())
        .containsExactly(
            "Fill the seat /series/0192f0c0-5e5e-7000-8000-000000000001",
            "Ask for a seat /series/new/" + place,
            "Seek a mandate /drafts/new/" + place,
            "Stop attending /series/0192f0c0-5e5e-7000-8000-000000000001/stopping",
            "Brief who goes /meetings/0192f0c0-eeee-7000-8000-000000000001/before",
            "Record what happened /meetings/0192f0c0-eeee-7000-8000-000000000001/during");
  }

  @Test
  void each_cell_and_gap_and_body_opens_what_is_behind_it() throws IOException {
    PlaceRepresentationView view = view("matrix");
    String forum = "/here/cell?forum=0192f0c0-f0f0-7000-8000-00000000000";
    assertThat(view.levels().get(2).rows().getFirst().parts())
        .extracting(Mark::href)
        .startsWith(forum + "5&column=LMC&period=year", forum + "5&column=FEDERATION&period=year");
    assertThat(view.gaps())
        .extracting(PlaceRepresentationView.GapRow::evidence)
        .startsWith(forum + "2&column=WHOLE&period=year")
        .allSatisfy(href -> assertThat(href).startsWith(forum));
    assertThat(view.bases().stream().flatMap(base -> base.bodies().stream()))
        .isNotEmpty()
        .allSatisfy(
            body -> assertThat(body.mark().href()).contains("&column=", "&body=", "&period=year"));
  }

  @Test
  void each_body_of_a_part_is_told_for_itself() throws IOException {
    assertThat(view("matrix").bases().stream().filter(base -> !base.bodies().isEmpty()))
        .allSatisfy(base ->
            assertThat(base.bodies())
                .extracting(body -> body.name() + " " + body.mark().letter() + ", " + body.words())
                .containsExactly(
                    "Marl North PCN M, 1 seat, at 6 meetings",
                    "Marl South PCN ○, 1 seat, at no meetings",
                    "WYVP0002 A, no seat of its own, at 1 meeting"))
        .hasSize(2);
  }

  @Test
  void gaps_of_an_ics_lead_to_what_belongs_to_no_place() throws IOException {
    assertThat(view("ics-matrix").gaps())
        .extracting(gap -> gap.action() + " " + gap.href())
        .containsExactly(
            "Fill the seat /series/0192f0c0-5e5e-7000-8000-000000000001",
            "Ask for a seat /forums/of/WYVICB01",
            "Seek a mandate /ics/WYVICB01/representation#places",
            "Stop attending /series/0192f0c0-5e5e-7000-8000-000000000001/stopping");
  }

  @Test
  void where_nobody_speaks_the_page_says_what_is_decided_without_us() throws IOException {
    PlaceRepresentationView view = view("matrix-empty");
    assertThat(view.nobody()).isTrue();
    assertThat(view.sentence())
        .isEqualTo(
            "Nobody speaks for general practice in Tarrow Coast at any of the 2 boards and groups that decide about it yet.");
    assertThat(view.withoutUs())
        .extracting(PlaceRepresentationView.WithoutUs::words)
        .containsExactly(
            "Tarrow Coast place board, next on 3 December 2026", "Urgent and emergency care board");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 'No board or group that decides about X is in the list yet.'",
    "1, 1, 0, 0, 'General practice changed an outcome at 1 of the 1 board or group that decides about X.'",
    "2, 0, 1, 0, 'General practice changed no outcome yet at the 2 boards and groups that decide about X. At 1 of them we sit without effect, or nobody speaks for us.'"
  })
  void the_sentence_counts_boards(
      int forums, int changed, int mandated, int sitting, String sentence) {
    assertThat(PlaceRepresentationView.sentence("X", forums, changed, mandated, sitting))
        .isEqualTo(sentence);
  }

  @Test
  void what_a_verdict_is_based_on_is_said() {
    LocalDate day = LocalDate.of(2026, 10, 27);
    assertThat(PlaceRepresentationView.base(new Base(6, 1, 5, day, 9, 8, 3, 6, 1, 3)))
        .isEqualTo(
            "6 meetings, last 27 October 2026. We were at 5. 1 without a record. 9 items decided, 8 with us there; 7 assessed, 3 changed.");
    assertThat(PlaceRepresentationView.base(new Base(0, 0, 0, null, 0, 0, 0, 0, 0, 0)))
        .isEqualTo("No meeting in this time");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, No board or group is shared with you here. Leaders of general practice see them on the pages of their own places.",
    "3, 3, 2, 'At the 3 boards and groups you share, somebody goes for general practice. At 2 of them they can agree things for practices.'",
    "3, 1, 0, 'At 1 of the 3 boards and groups you share, somebody goes for general practice. At none of them they can agree things for practices.'"
  })
  void partners_are_told_who_goes(int forums, int there, int agree, String sentence) {
    assertThat(MatrixReading.sharedSentence(forums, there, agree)).isEqualTo(sentence);
  }

  private static PlaceRepresentationView view(String file) throws IOException {
    var json =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    try (InputStream answer =
        Objects.requireNonNull(
            PlaceRepresentationViewTest.class.getResourceAsStream("/api/" + file + ".json"))) {
      return PlaceRepresentationView.of(
          json.readValue(answer, RepresentationMatrix.class),
          "",
          new CellAddress("/here", "&period=year"),
          _ -> "Somebody");
    }
  }
}
