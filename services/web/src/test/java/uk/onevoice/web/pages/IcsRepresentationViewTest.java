package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.IcsRepresentation;
import uk.onevoice.web.api.MeasureTrend;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Link;

/** What the pages of an ICS say of its figures, now, a year ago and quarter by quarter. */
class IcsRepresentationViewTest {
  private static final AsOf TODAY = new AsOf(null);

  @Test
  void the_sentence_says_who_can_speak_and_where_nobody_can() throws IOException {
    assertThat(view().sentence())
        .isEqualTo(
            "On community services someone can speak for 90 of 204 practices. In Tarrow Coast nobody can speak for any of its 71 practices.");
  }

  @Test
  void each_place_has_a_line_of_its_own_past_or_why_there_is_none() throws IOException {
    List<IcsRepresentationView.Place> places = view().places();
    assertThat(places)
        .extracting(place -> place.past().line() != null)
        .containsExactly(true, false, true);
    assertThat(places.getFirst().past().words())
        .startsWith("Practices agreed, each quarter from November 2025: ")
        .endsWith(", 38, 38, 38.");
    assertThat(places.get(1).past().words())
        .isEqualTo("Nobody was asked, so there is no line to draw.");
  }

  @Test
  void each_figure_leads_to_its_quarters() throws IOException {
    List<List<Cell>> rows = view().table().rows();
    assertThat(row(rows, "Outcomes changed, of those assessed").getFirst().href())
        .isEqualTo("/ics/WYVICB01/representation/M7/over-time");
    assertThat(row(rows, "Empty seats").getFirst().href())
        .isEqualTo("/ics/WYVICB01/representation/M11/over-time");
    assertThat(row(rows, "Practices that agreed: Community services").getFirst().href())
        .isEqualTo("/ics/WYVICB01/representation/M1/over-time");
  }

  @Test
  void of_many_places_the_table_is_turned_and_quarters_are_found_below_it() throws IOException {
    assertThat(view().overTime()).isEmpty();
    IcsRepresentation ics = answer("ics-representation", IcsRepresentation.class);
    List<IcsRepresentation.PlaceBeside> many = new ArrayList<>(ics.places());
    many.addAll(ics.places());
    IcsRepresentationView turned =
        IcsRepresentationView.of(
            new IcsRepresentation(
                ics.odsCode(),
                ics.name(),
                ics.asOf(),
                ics.weekly(),
                ics.footprint(),
                ics.listSizeMonth(),
                ics.measures(),
                ics.aYearAgo(),
                many),
            places("m1").stream().collect(Collectors.toMap(MeasureTrend::areaId, one -> one)),
            TODAY,
            TODAY);
    assertThat(turned.table().rows()).hasSize(7);
    assertThat(turned.overTime())
        .extracting(Link::href)
        .contains(
            "/ics/WYVICB01/representation/M1/over-time",
            "/ics/WYVICB01/representation/M16/over-time");
  }

  @Test
  void a_measure_over_time_is_told_in_words_and_in_a_table() throws IOException {
    MeasureTrend whole = trend("trend-ics-m7");
    assertThat(IcsMeasurePages.sentence("M7", whole))
        .startsWith("In the whole ICS on 23 November 2026: ")
        .contains(". On 23 November 2025: ");
    assertThat(IcsMeasurePages.notes(whole)).isEmpty();
    assertThat(
            IcsMeasurePages.table(
                    "Outcomes",
                    List.of(place("m7", "Marl Valley"), whole),
                    measure -> IcsFigures.words("M7", measure))
                .rows())
        .hasSize(whole.points().size())
        .allMatch(row -> row.size() == 3);
    assertThat(MeasurePast.of("M7", whole).line()).isNotNull();
    assertThat(MeasurePast.of("M7", place("m7", "Tarrow Coast")).words())
        .isEqualTo("Too little is known for a line.");
  }

  @Test
  void practices_that_agreed_are_told_over_time_topic_by_topic() throws IOException {
    MeasureTrend whole = trend("trend-ics-m1");
    assertThat(TopicsOverTime.sentence(whole))
        .startsWith("In the whole ICS on 23 November 2026, Community services: 90 of 204, ")
        .contains(". On 23 November 2025: ");
    List<MeasureTrend> trends = new ArrayList<>(places("m1"));
    trends.add(whole);
    List<IcsMeasurePages.Part> parts = TopicsOverTime.parts(trends);
    assertThat(parts).extracting(IcsMeasurePages.Part::topic).containsExactly("Community services");
    assertThat(parts.getFirst().pasts()).hasSize(4);
    assertThat(parts.getFirst().table().rows().getLast())
        .extracting(Cell::text)
        .contains("38 of 45, 81% of patients", "Not asked");
    MeasureTrend nobody =
        new MeasureTrend("x", "X", List.of(places("m1").get(1).points().getLast()));
    assertThat(TopicsOverTime.sentence(nobody)).startsWith("No practice has been asked");
    assertThat(TopicsOverTime.parts(List.of(nobody))).isEmpty();
  }

  private static List<Cell> row(List<List<Cell>> rows, String about) {
    return rows.stream()
        .filter(row -> row.getFirst().text().equals(about))
        .findFirst()
        .orElseThrow();
  }

  private static IcsRepresentationView view() throws IOException {
    IcsRepresentation ics = answer("ics-representation", IcsRepresentation.class);
    Map<String, MeasureTrend> trends =
        places("m1").stream().collect(Collectors.toMap(MeasureTrend::areaId, place -> place));
    return IcsRepresentationView.of(ics, trends, TODAY, TODAY);
  }

  private static MeasureTrend place(String measure, String name) throws IOException {
    return places(measure).stream()
        .filter(place -> place.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<MeasureTrend> places(String measure) throws IOException {
    return answer("trends-places-" + measure, MeasureTrend.OfPlaces.class).places();
  }

  private static MeasureTrend trend(String file) throws IOException {
    return answer(file, MeasureTrend.class);
  }

  private static <T> T answer(String file, Class<T> type) throws IOException {
    var json =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    try (InputStream answer =
        Objects.requireNonNull(
            IcsRepresentationViewTest.class.getResourceAsStream("/api/" + file + ".json"))) {
      return json.readValue(answer, type);
    }
  }
}
