package uk.onevoice.projection.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** An ICS over time: never joined silently over a day on which it followed others. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "projection"))
class TrendTest {
  private static final String TREND = "/v1/ics/WYVICB01/trend";

  private boolean said;

  /** So that others find the ICS as it was, whoever is first. */
  @AfterEach
  void it_was_a_mistake() {
    if (!said) {
      return;
    }
    said = false;
    Wyvern.isTold()
        .say(
            "organisations",
            "organisation-" + Wyvern.NEIGHBOUR,
            "OrganisationSucceeded",
            "organisationId",
            Wyvern.NEIGHBOUR,
            "successors",
            List.of(),
            "kind",
            "SPLIT",
            "date",
            LocalDate.of(2026, 4, 15));
    Wyvern.tell();
  }

  @Test
  void a_trend_over_a_succession_is_marked_with_a_break() {
    Wyvern.isTold();
    assertThat(trend(TREND + "?asOf=2026-05-31").getList("breaks"))
        .as("before it is said")
        .isEmpty();
    said = true;
    Wyvern.isTold()
        .say(
            "organisations",
            "organisation-" + Wyvern.NEIGHBOUR,
            "OrganisationSucceeded",
            "organisationId",
            Wyvern.NEIGHBOUR,
            "successors",
            List.of(Wyvern.NEIGHBOUR, Wyvern.ICS),
            "kind",
            "SPLIT",
            "date",
            LocalDate.of(2026, 4, 15));
    Wyvern.tell();
    JsonPath then = trend(TREND + "?asOf=2026-05-31&from=2026-02-15");
    assertThat(then.getList("points.on"))
        .containsExactly("2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31");
    assertThat(then.getList("points.segment")).containsExactly(0, 0, 1, 1);
    assertThat(then.getList("points.practices")).containsExactly(5, 5, 6, 6);
    assertThat(then.getList("points.registeredPatients"))
        .isEqualTo(Arrays.asList(null, 11_000, 17_000, 17_000));
    assertThat(then.getString("footprintOn")).isNull();
    assertThat(then.getList("breaks.on")).containsExactly("2026-04-15");
    assertThat(then.<Map<String, String>>getList("breaks[0].follows"))
        .containsExactly(
            Map.of("odsCode", "WYVICB02", "name", "NHS Brackmoor Integrated Care Board"));
    assertThat(then.getList("breaks[0].followedBy")).isEmpty();

    JsonPath now = trend(TREND + "?asOf=2026-05-31&from=2026-02-15&footprint=NOW");
    assertThat(now.getString("footprintOn")).isEqualTo("2026-05-31");
    assertThat(now.getList("points.segment")).containsOnly(0);
    assertThat(now.getList("breaks.on")).as("it is still told").containsExactly("2026-04-15");
    assertThat(trend(TREND + "?asOf=2026-04-14").getList("breaks")).as("the day before").isEmpty();
    JsonPath other = trend("/v1/ics/WYVICB02/trend?asOf=2026-05-31");
    assertThat(other.getList("breaks[0].followedBy.odsCode"))
        .containsExactly("WYVICB01", "WYVICB02");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?footprint=OLD",
        "?from=yesterday",
        "?from=2026-06-01&asOf=2026-05-31",
        "?from=2000-01-01"
      })
  void questions_that_make_no_sense_are_refused(String query) {
    Wyvern.isTold();
    assertThat(Caller.as("nadia.velloso").get(TREND + query).statusCode()).isEqualTo(400);
    assertThat(Caller.as("nadia.velloso").get("/v1/ics/WYVX/trend").statusCode()).isEqualTo(404);
  }

  private static JsonPath trend(String path) {
    var answer = Caller.as("nadia.velloso").get(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.jsonPath();
  }
}
