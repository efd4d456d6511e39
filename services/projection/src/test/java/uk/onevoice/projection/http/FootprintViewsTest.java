package uk.onevoice.projection.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.projection.facts.Story;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** The views of an ICS that was followed, and of the one that followed it, by old and new area. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "projection"))
class FootprintViewsTest {
  // Years ahead, so that no other test sees the ICSs of that day.
  private static final LocalDate CHANGE = LocalDate.of(2031, 4, 1);
  private static final String AFTER = "asOf=2031-05-31";
  private static final String OLD = "/v1/ics/" + Wyvern.NEIGHBOUR;
  private static final String NEW = "/v1/ics/" + Wyvern.ICS;

  private static boolean told;

  @BeforeEach
  void the_neighbour_goes_into_Wyvern() {
    Story story = Wyvern.isTold();
    if (told) {
      return;
    }
    told = true;
    story.say(
        "organisations",
        "organisation-" + Wyvern.NEIGHBOUR,
        "OrganisationSucceeded",
        "organisationId",
        Wyvern.NEIGHBOUR,
        "successors",
        List.of(Wyvern.ICS),
        "kind",
        "ACQUISITION",
        "date",
        CHANGE);
    story.say(
        "organisations",
        "affiliations-WYVSUB03",
        "AffiliationEnded",
        "affiliationId",
        Story.affiliation("WYVSUB03", Wyvern.NEIGHBOUR, "COMMISSIONED_BY", Wyvern.START),
        "memberId",
        "WYVSUB03",
        "parentId",
        Wyvern.NEIGHBOUR,
        "kind",
        "COMMISSIONED_BY",
        "end",
        CHANGE);
    story.affiliated("WYVSUB03", Wyvern.ICS, "COMMISSIONED_BY", CHANGE);
    Wyvern.tell();
  }

  @Test
  void an_ICS_that_was_followed_is_told_with_its_old_area_on_request() {
    JsonPath then = ok(OLD + "?" + AFTER);
    assertThat(then.<Integer>get("practices")).as("it has nobody any more").isNull();
    assertThat(then.getString("footprint.chosen")).isEqualTo("THEN");
    assertThat(then.getString("footprint.on")).isEqualTo("2031-05-31");
    assertThat(then.getString("footprint.from")).isEqualTo("2031-04-01");
    assertThat(then.getList("footprint.changes.last().followedBy.odsCode"))
        .containsExactly(Wyvern.ICS);

    JsonPath old = ok(OLD + "?footprint=OLD&" + AFTER);
    assertThat(old.getInt("practices")).isEqualTo(1);
    assertThat(old.getInt("registeredPatients")).isEqualTo(7_000);
    assertThat(old.getString("footprint.on")).isEqualTo("2031-03-31");
    assertThat(old.getString("footprint.until")).isEqualTo("2031-04-01");
    JsonPath structure = ok(OLD + "/structure?footprint=OLD&" + AFTER);
    assertThat(structure.getInt("practices")).isEqualTo(1);
    assertThat(structure.getString("footprint.on")).isEqualTo("2031-03-31");
    assertThat(structure.getString("asOf")).isEqualTo("2031-05-31");
  }

  @Test
  void the_one_that_followed_is_told_with_either_area_and_never_with_both() {
    assertThat(ok(NEW + "?" + AFTER).getInt("practices")).isEqualTo(7);
    assertThat(ok(NEW + "?footprint=NEW&" + AFTER).getInt("practices")).isEqualTo(7);
    assertThat(ok(NEW + "?footprint=OLD&" + AFTER).getInt("practices")).isEqualTo(6);
    JsonPath ahead = ok(NEW + "?footprint=NEW&asOf=2031-02-28");
    assertThat(ahead.getInt("practices")).as("the new area on a day before").isEqualTo(7);
    assertThat(ahead.getString("footprint.on")).isEqualTo("2031-04-01");
    assertThat(ok(NEW + "?asOf=2031-02-28").getInt("practices")).isEqualTo(6);
  }

  @Test
  void the_lists_and_the_federation_share_go_with_it() {
    JsonPath practices = ok(OLD + "/practices?footprint=OLD&" + AFTER);
    assertThat(practices.getList("items.odsCode")).containsExactly("WYVP0007");
    assertThat(practices.getString("footprint.on")).isEqualTo("2031-03-31");
    assertThat(ok(OLD + "/practices?" + AFTER).getList("items")).isEmpty();
    assertThat(ok(OLD + "/pcns?footprint=OLD&" + AFTER).getList("items.odsCode"))
        .containsExactly("WYVN0003");
    assertThat(ok(OLD + "/sub-icbs?footprint=OLD&" + AFTER).getList("items.odsCode"))
        .containsExactly("WYVSUB03");
    assertThat(ok(NEW + "/sub-icbs?footprint=OLD&" + AFTER).getList("items.odsCode"))
        .containsExactly("WYVSUB01", "WYVSUB02");
    JsonPath share = ok(OLD + "/federation-share?footprint=OLD&" + AFTER);
    assertThat(share.getInt("any.practices.denominator")).isEqualTo(1);
    assertThat(share.getString("footprint.on")).isEqualTo("2031-03-31");
    for (String list : List.of("trusts", "councils", "places")) {
      assertThat(ok(OLD + "/" + list + "?footprint=OLD&" + AFTER).getString("footprint.chosen"))
          .as(list)
          .isEqualTo("OLD");
    }
  }

  @Test
  void measures_are_told_with_either_area_and_no_line_goes_across() {
    String mandates = "/representation/M1";
    assertThat(ok(NEW + mandates + "?" + AFTER).getInt("measures.M1.denominator")).isEqualTo(7);
    assertThat(ok(NEW + mandates + "?footprint=OLD&" + AFTER).getInt("measures.M1.denominator"))
        .isEqualTo(6);
    JsonPath after = ok(NEW + mandates + "?" + AFTER);
    assertThat(after.getBoolean("aYearAgo.otherArea")).isTrue();
    assertThat(after.getInt("aYearAgo.measures.M1.denominator")).as("as it was").isEqualTo(6);
    JsonPath looked = ok(NEW + mandates + "?footprint=NEW&" + AFTER);
    assertThat(looked.getBoolean("aYearAgo.otherArea")).isFalse();
    assertThat(looked.getInt("aYearAgo.measures.M1.denominator")).isEqualTo(7);
    String trend = mandates + "/trend?from=2031-02-01&to=2031-05-31&every=month";
    JsonPath then = ok(NEW + trend);
    assertThat(then.getList("points.on"))
        .containsExactly("2031-02-01", "2031-03-01", "2031-04-01", "2031-05-01", "2031-05-31");
    assertThat(then.getList("points.measure.denominator")).containsExactly(6, 6, 7, 7, 7);
    assertThat(then.getList("points.segment")).containsExactly(0, 0, 1, 1, 1);
    JsonPath one = ok(NEW + trend + "&footprint=NEW");
    assertThat(one.getList("points.measure.denominator")).containsExactly(7, 7, 7, 7, 7);
    assertThat(one.getList("points.segment")).containsOnly(0);
    JsonPath matrix = ok(NEW + "/representation/matrix?footprint=OLD&" + AFTER);
    assertThat(matrix.getString("footprint.on")).isEqualTo("2031-03-31");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/structure", "/practices", "/federation-share", "/representation/matrix"})
  void an_area_that_is_none_is_refused(String view) {
    var answer = Caller.as("nadia.velloso").get(OLD + view + "?footprint=BOTH");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
  }

  private static JsonPath ok(String path) {
    var answer = Caller.as("nadia.velloso").get(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.jsonPath();
  }
}
