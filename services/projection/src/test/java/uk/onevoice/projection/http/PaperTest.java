package uk.onevoice.projection.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** A board paper says what the view says to the same caller. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "projection"))
class PaperTest {
  private static final String PLACE = "/v1/places/" + Wyvern.VALLEY + "/representation";
  private static final String ICS = "/v1/ics/" + Wyvern.ICS + "/representation";

  /** A Thursday. */
  private static final String THURSDAY = "?asOf=2026-05-14";

  /** Whose figure is a count out of another. */
  private static final List<String> COUNTED =
      List.of("M2", "M3", "M4", "M5", "M7", "M8", "M9", "M10", "M11", "M14", "M15", "M16");

  @BeforeEach
  void tell() {
    Wyvern.isTold();
  }

  @ParameterizedTest
  @CsvSource({
    "nadia.velloso, 14 May 2026.",
    "femi.larkspur, 14 May 2026.",
    "icb-client, '11 May 2026, as it was known at 6am on'",
    "partner-client, '11 May 2026, as it was known at 6am on'",
    "colm.ashgrove, '11 May 2026, as it was known at 6am on'"
  })
  void the_paper_of_a_place_has_the_figures_of_its_view_for_this_caller(String who, String asOf)
      throws IOException {
    JsonPath view = Caller.as(who).get(PLACE + THURSDAY).jsonPath();
    String page = page(Caller.as(who).get(PLACE + "/paper" + THURSDAY));
    assertThat(page)
        .startsWith("Who speaks for general practice in Marl Valley")
        .contains("As on " + asOf);
    assertThat(page)
        .contains(
            "On community services, somebody can speak for %d of %d practices in Marl Valley."
                .formatted(
                    view.getInt("measures.M1.topics[0].numerator"),
                    view.getInt("measures.M1.topics[0].denominator")));
    assertFigures(view, page);
    boolean answers = view.get("measures.M1.topics[0].practices.declined") != null;
    assertThat(page.contains("On conditions 1, no 1, no answer 1")).isEqualTo(answers);
    JsonPath matrix =
        Caller.as(who).get("/v1/places/" + Wyvern.VALLEY + "/matrix" + THURSDAY).jsonPath();
    List<String> gaps = matrix.getList("gaps.words");
    assertThat(gaps != null).isEqualTo(answers);
    assertThat(page).doesNotContain("Gaps to close");
  }

  @Test
  void gaps_are_for_general_practice_and_where_there_are_none_nothing_is_said() throws IOException {
    String emptySeat = "?asOf=2026-03-12";
    List<String> gaps =
        Caller.as("nadia.velloso")
            .get("/v1/places/" + Wyvern.VALLEY + "/matrix" + emptySeat)
            .jsonPath()
            .getList("gaps.words");
    assertThat(gaps).isNotEmpty();
    assertThat(page(Caller.as("nadia.velloso").get(PLACE + "/paper" + emptySeat)))
        .contains("Gaps to close")
        .contains(gaps.getFirst());
    assertThat(page(Caller.as("icb-client").get(PLACE + "/paper" + emptySeat)))
        .doesNotContain("Gaps to close");
  }

  @ParameterizedTest
  @CsvSource({"nadia.velloso", "icb-client"})
  void the_paper_of_an_ics_has_the_figures_of_its_view_for_this_caller(String who)
      throws IOException {
    JsonPath view = Caller.as(who).get(ICS + THURSDAY).jsonPath();
    String page = page(Caller.as(who).get(ICS + "/paper" + THURSDAY));
    assertThat(page)
        .contains(
            "somebody can speak for 1 of 6 practices in the whole ICS.",
            "Marl Valley and Tarrow Coast have no leadership group.",
            "neither the sum nor the mean of its places");
    assertFigures(view, page);
  }

  private static void assertFigures(JsonPath view, String page) {
    for (String key : COUNTED) {
      String name = view.getString("measures." + key + ".name");
      Integer of = view.get("measures." + key + ".denominator");
      String figure =
          view.getBoolean("measures." + key + ".withheld")
              ? "Withheld"
              : of == 0
                  ? "None recorded"
                  : view.getInt("measures." + key + ".numerator") + " of " + of;
      assertThat(page).as(key).contains(name + " " + figure);
    }
  }

  @Test
  void who_has_it_is_told_so_and_who_may_not_ask_is_told_nothing() {
    for (String who : List.of("nadia.velloso", "icb-client")) {
      Response first = Caller.as(who).get(PLACE + "/paper" + THURSDAY);
      assertThat(first.contentType()).isEqualTo("application/pdf");
      assertThat(
              Caller.as(who)
                  .request()
                  .header("If-None-Match", first.header("ETag"))
                  .get(PLACE + "/paper" + THURSDAY)
                  .statusCode())
          .isEqualTo(304);
    }
    assertThat(Caller.as("nobody").get(PLACE + "/paper").statusCode()).isEqualTo(401);
    String none = PLACE.replace(Wyvern.VALLEY, Wyvern.FEDERATION);
    assertThat(Caller.as("nadia.velloso").get(none + "/paper").statusCode()).isEqualTo(404);
    assertThat(Caller.as("nadia.velloso").get("/v1/ics/WYVP0001/representation/paper").statusCode())
        .isEqualTo(404);
  }

  /** The words of the page, each row of a table on lines that are put together. */
  private static String page(Response response) throws IOException {
    assertThat(response.statusCode()).isEqualTo(200);
    byte[] bytes = response.asByteArray();
    try (PDDocument document = Loader.loadPDF(bytes)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
