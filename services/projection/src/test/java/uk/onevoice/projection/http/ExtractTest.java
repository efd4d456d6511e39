package uk.onevoice.projection.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** Tables for the warehouse of an ICB, whole and from where they were broken off. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "projection"))
class ExtractTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EXTRACT = "/v1/ics/" + Wyvern.ICS + "/extract/";

  /** A Thursday, the Monday before, and the one before that. */
  private static final String THURSDAY = "asOf=2026-05-14";

  private static final String MONDAY = "2026-05-11";
  private static final String WEEK_BEFORE = "2026-05-04";

  @BeforeEach
  void tell() {
    Wyvern.isTold();
  }

  @Test
  void the_structure_is_each_practice_with_the_bodies_it_belongs_to() {
    List<JsonNode> rows = rows(get("structure?" + THURSDAY));
    assertThat(column(rows, "practiceOdsCode"))
        .containsExactly("WYVP0001", "WYVP0002", "WYVP0003", "WYVP0004", "WYVP0005", "WYVP0006");
    JsonNode first = rows.getFirst();
    assertThat(first.path("asOf").asText()).isEqualTo("2026-05-14");
    assertThat(first.path("placeName").asText()).isEqualTo("Marl Valley");
    assertThat(first.path("pcnOdsCode").asText()).isEqualTo("WYVN0001");
    assertThat(first.path("subIcbOdsCode").asText()).isEqualTo("WYVSUB01");
    assertThat(first.path("listSize").asLong()).isEqualTo(1_000);
    assertThat(first.path("listSizeMonth").asText()).isEqualTo("2026-03");
    assertThat(rows.get(3).path("listSize").isNull()).as("not known is not none").isTrue();
    assertThat(rows.get(3).path("pcnOdsCode").isNull()).isTrue();
    assertThat(rows.get(5).path("placeId").isNull()).isTrue();
    assertThat(rows(get("structure?asOf=2026-03-16&from=2026-03-09")))
        .as("two Mondays before the sixth came")
        .hasSize(10);
  }

  @Test
  void representation_is_what_the_views_tell_the_same_system_of_each_week() {
    Response response = get("representation?" + THURSDAY + "&from=" + WEEK_BEFORE);
    assertThat(response.contentType()).isEqualTo("application/x-ndjson;charset=utf-8");
    assertThat(response.asString()).doesNotContain("WYVP", "nadia", "owen");
    List<JsonNode> rows = rows(response);
    for (String week : List.of(WEEK_BEFORE, MONDAY)) {
      JsonPath view =
          Caller.as("icb-client")
              .get("/v1/ics/" + Wyvern.ICS + "/representation?asOf=" + week)
              .jsonPath();
      List<JsonNode> told =
          rows.stream().filter(row -> row.path("asOf").asText().equals(week)).toList();
      assertThat(column(told, "areaName").stream().distinct())
          .containsExactly(view.getString("name"), "Marl Valley", "Tarrow Coast");
      List<String> keys = column(of(told, Wyvern.ICS), "measure");
      assertThat(keys.stream().distinct()).hasSize(16).startsWith("M1", "M2").endsWith("M16");
      assertAsIn(view, "measures.", of(told, Wyvern.ICS));
      assertAsIn(view, "places[0].measures.", of(told, Wyvern.VALLEY));
      assertAsIn(view, "places[1].measures.", of(told, Wyvern.COAST));
    }
    assertThat(column(rows, "asOf").stream().distinct()).containsExactly(WEEK_BEFORE, MONDAY);
    assertThat(column(rows, "state")).contains("TOLD", "WITHHELD");
  }

  /** Every figure and every withholding as in the view. */
  private static void assertAsIn(JsonPath view, String measures, List<JsonNode> rows) {
    for (JsonNode row : rows) {
      String measure = measures + row.path("measure").asText() + ".";
      String figure = row.path("topic").isNull() ? measure : measure + "topics[0].";
      for (String column : List.of("numerator", "denominator", "unknown")) {
        assertThat(row.path(column).isNull() ? null : row.path(column).asInt())
            .as("%s %s", figure, column)
            .isEqualTo(view.get(figure + column));
      }
      assertThat(row.path("state").asText().equals("WITHHELD"))
          .as(measure)
          .isEqualTo(view.getBoolean(measure + "withheld"));
      assertThat(row.path("reason").isNull() ? null : row.path("reason").asText())
          .isEqualTo(view.getString(measure + "reason"));
    }
  }

  @Test
  void whoever_was_cut_off_goes_on_behind_any_row_they_have() {
    String asked = "representation?" + THURSDAY + "&from=" + WEEK_BEFORE;
    List<String> whole = get(asked).asString().lines().toList();
    for (int have : new int[] {1, 20, whole.size() / 2 + 1, whole.size() - 1, whole.size()}) {
      String cursor = rowOf(whole.get(have - 1)).path("cursor").asText();
      assertThat(get("representation?after=" + cursor).asString().lines())
          .as("behind row %d of %d", have, whole.size())
          .containsExactlyElementsOf(whole.subList(have, whole.size()));
    }
    List<String> table = csv("structure?" + THURSDAY).lines().toList();
    String third = table.get(3);
    String rest = csv("structure?after=" + third.substring(third.lastIndexOf(',') + 1));
    List<String> after = new ArrayList<>(List.of(table.getFirst()));
    after.addAll(table.subList(4, table.size()));
    assertThat(rest.lines()).as("a heading and what follows").containsExactlyElementsOf(after);
  }

  @Test
  void a_table_for_spreadsheets_has_the_same_columns_in_the_same_order() {
    Response response = table("structure?" + THURSDAY);
    assertThat(response.contentType()).isEqualTo("text/csv;charset=utf-8");
    List<String> lines = response.asString().lines().toList();
    assertThat(lines).hasSize(7);
    List<String> names = new ArrayList<>();
    rows(get("structure?" + THURSDAY)).getFirst().fieldNames().forEachRemaining(names::add);
    assertThat(lines.getFirst()).isEqualTo(String.join(",", names));
    assertThat(lines.get(4)).contains(",WYVP0004,Practice number 4,WV4 1AA,").contains(",,,");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "icb-client, representation?from=2026-05-12&asOf=2026-05-14, 400",
    "icb-client, structure?after=none, 400",
    "icb-client, people, 404",
    "partner-client, structure, 403",
    "nadia.velloso, representation, 403",
    "rowan.pike, representation, 403",
    "nobody, structure, 401"
  })
  void what_is_not_there_or_not_for_them_is_refused(String who, String path, int status) {
    assertThat(Caller.as(who).get(EXTRACT + path).statusCode()).isEqualTo(status);
    assertThat(Caller.as("icb-client").get("/v1/ics/WYVP0001/extract/structure").statusCode())
        .isEqualTo(404);
  }

  private static List<JsonNode> of(List<JsonNode> rows, String area) {
    return rows.stream().filter(row -> row.path("areaId").asText().equals(area)).toList();
  }

  private static List<String> column(List<JsonNode> rows, String name) {
    return rows.stream().map(row -> row.path(name).asText()).toList();
  }

  private static List<JsonNode> rows(Response response) {
    return response.asString().lines().map(ExtractTest::rowOf).toList();
  }

  private static JsonNode rowOf(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(line, notJson);
    }
  }

  private static Response get(String path) {
    Response response = Caller.as("icb-client").get(EXTRACT + path);
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    return response;
  }

  private static String csv(String path) {
    return table(path).asString();
  }

  private static Response table(String path) {
    return Caller.as("icb-client").request().header("Accept", "text/csv").get(EXTRACT + path);
  }
}
