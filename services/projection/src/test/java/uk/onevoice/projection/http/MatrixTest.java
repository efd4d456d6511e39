package uk.onevoice.projection.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** Who is told what of the representation matrix, and as what. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "projection"))
class MatrixTest {
  private static final String MATRIX = "/v1/places/" + Wyvern.VALLEY + "/matrix";

  /** A Thursday, and the Monday before. */
  private static final String THURSDAY = "?asOf=2026-05-14";

  private static final String MONDAY = "2026-05-11";
  private static final String PLACE = "forums.find { it.label == 'Place board' }.";

  @BeforeEach
  void tell() {
    Wyvern.isTold();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nadia.velloso", "femi.larkspur", "tamsin.orrell"})
  void general_practice_of_the_place_is_told_all_of_it_as_it_is(String who) {
    JsonPath matrix = read(who, MATRIX + THURSDAY + "&since=2026-03-15");
    assertThat(matrix.getString("view")).isEqualTo("WHOLE");
    assertThat(matrix.getString("from")).isEqualTo("2025-05-15");
    assertThat(matrix.getList("forums.label")).containsExactly("ICB board", "Place board");
    assertThat(matrix.getList("forums[0].cells.cell")).containsOnly("NO_SEAT").hasSize(6);
    assertThat(matrix.getString("forums[0].verdict")).isEqualTo("No seat, and no meeting is known");
    assertThat(matrix.getString(PLACE + "verdict"))
        .isEqualTo("Represented, no mandate, changed 1 of 2 outcomes");
    assertThat(matrix.getList(PLACE + "cells.column"))
        .containsExactly("WHOLE", "LMC", "FEDERATION", "PCN", "PRACTICE", "ICB");
    assertThat(matrix.getList(PLACE + "cells.cell"))
        .containsExactly("CHANGED", "NO_SEAT", "CHANGED", "NO_SEAT", "NO_SEAT", "NO_SEAT");
    assertThat(matrix.getString(PLACE + "cells[2].was")).isEqualTo("VACANT");
    assertThat(matrix.getString(PLACE + "cells[2].change")).isEqualTo("UP");
    assertThat((Object) matrix.get(PLACE + "cells[1].was")).isNull();
    assertThat(matrix.getMap(PLACE + "base"))
        .containsEntry("meetings", 1)
        .containsEntry("items", 3)
        .containsEntry("assessed", 2)
        .containsEntry("changed", 1)
        .containsEntry("lastMeeting", "2026-04-01");
    assertThat(matrix.getString(PLACE + "holders[0].personId")).isEqualTo("nadia");
    assertThat(matrix.getString(PLACE + "holders[0].capacity")).isEqualTo("DELEGATE");
    assertThat(matrix.getString("partners.find { it.organisationId == 'WYVT0001' }.name"))
        .isEqualTo("Trust WYVT0001");
  }

  @Test
  void a_quarter_leaves_out_what_is_older() {
    JsonPath matrix = read("nadia.velloso", MATRIX + "?asOf=2026-07-30&period=quarter");
    assertThat(matrix.getString(PLACE + "cells[0].cell")).isEqualTo("NOT_RECORDED");
    assertThat(matrix.getInt(PLACE + "base.meetings")).isZero();
    assertThat(
            read("nadia.velloso", MATRIX + "?asOf=2026-07-30").getString(PLACE + "cells[0].cell"))
        .isEqualTo("CHANGED");
  }

  @Test
  void a_partner_is_told_the_boards_it_shares_who_goes_and_what_they_can_agree() {
    Response response = Caller.as("partner-client").get(MATRIX + THURSDAY + "&since=2026-03-15");
    JsonPath matrix = response.jsonPath();
    assertThat(matrix.getString("view")).isEqualTo("SHARED");
    assertThat(matrix.getString("asOf")).isEqualTo(MONDAY);
    assertThat(matrix.getList("forums.label")).containsExactly("Place board");
    assertThat(matrix.getList(PLACE + "personIds")).containsExactly("nadia");
    assertThat(matrix.getMap(PLACE + "canAgree[0]"))
        .containsEntry("topic", "community-services")
        .containsEntry("granted", 1)
        .containsEntry("practices", 4)
        .containsEntry("until", "2027-03-31");
    assertThat(response.asString())
        .doesNotContain("CHANGED", "VACANT", "gaps", "verdict", "cells", "seat-one", "WYVP");
  }

  @Test
  void leaders_see_as_a_partner_what_the_partner_is_told_to_the_byte() {
    for (String form : List.of("/matrix", "/matrix.csv")) {
      String path = "/v1/places/" + Wyvern.VALLEY + form + THURSDAY;
      String own = Caller.as("partner-client").get(path).asString();
      for (String who : List.of("nadia.velloso", "femi.larkspur")) {
        Response looked = Caller.as(who).get(path + "&as=partner&partner=WYVT0001");
        assertThat(looked.asString()).as("%s %s", who, form).isEqualTo(own);
      }
    }
    assertThat(
            Caller.as("nadia.velloso")
                .get(MATRIX + THURSDAY + "&as=partner&partner=" + Wyvern.ICS)
                .asString())
        .isEqualTo(Caller.as("icb-client").get(MATRIX + THURSDAY).asString())
        .isEqualTo(Caller.as("rowan.pike").get(MATRIX + THURSDAY).asString());
  }

  @Test
  void the_icb_is_told_of_the_board_that_it_convenes() {
    JsonPath matrix = read("icb-client", MATRIX + THURSDAY);
    assertThat(matrix.getList("forums.label")).containsExactly("ICB board");
    assertThat(matrix.getList("forums[0].personIds")).isEmpty();
    assertThat(matrix.getList("forums[0].canAgree")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"grace.ndukwe-hale", "keeper", "admin", "colm.ashgrove"})
  void who_shares_no_board_is_told_of_none(String who) {
    JsonPath matrix = read(who, MATRIX + THURSDAY);
    assertThat(matrix.getList("organisationIds")).isEmpty();
    assertThat(matrix.getList("forums")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"partner-client", "icb-client", "rowan.pike", "grace.ndukwe-hale"})
  void nobody_else_looks_at_what_a_partner_is_told(String who) {
    assertThat(Caller.as(who).get(MATRIX + THURSDAY + "&as=partner&partner=WYVT0001").statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "period=month, query:period",
    "since=yesterday, query:since",
    "asOf=2026-05-14&since=2026-05-14, query:since",
    "as=icb, query:as",
    "as=partner, query:partner"
  })
  void what_cannot_be_asked_is_said_by_name(String query, String pointer) {
    Response problem = Caller.as("nadia.velloso").get(MATRIX + "?" + query);
    assertThat(problem.statusCode()).isEqualTo(400);
    assertThat(problem.jsonPath().getString("violations[0].pointer")).isEqualTo(pointer);
  }

  @ParameterizedTest
  @CsvSource({"nobody, 401", "foreign, 401", "demo.practices, 403"})
  void a_stranger_is_told_nothing(String who, int status) {
    assertThat(Caller.as(who).get(MATRIX).statusCode()).isEqualTo(status);
  }

  @Test
  void a_forum_has_measures_of_its_own() {
    String forum = "/v1/places/" + Wyvern.VALLEY + "/representation/forums/" + Wyvern.PLACE_BOARD;
    JsonPath leader = read("nadia.velloso", forum + THURSDAY);
    assertThat(leader.getString("label")).isEqualTo("Place board");
    assertThat(leader.getMap("measures")).hasSize(16);
    assertThat(leader.getInt("measures.M7.itemsAttended")).isEqualTo(3);
    assertThat(leader.getList("measures.M11.seats")).hasSize(1);
    assertThat(leader.getString("measures.M1.reason")).isEqualTo("Not a measure of one forum.");
    assertThat(read("nadia.velloso", forum + "/M7" + THURSDAY).getMap("measures"))
        .containsOnlyKeys("M7");
    JsonPath icb = read("icb-client", forum + THURSDAY);
    assertThat(icb.getString("asOf")).isEqualTo(MONDAY);
    assertThat(icb.getBoolean("measures.M7.withheld")).isTrue();
    for (String none :
        List.of(
            "/v1/places/" + Wyvern.COAST + "/representation/forums/" + Wyvern.PLACE_BOARD,
            "/v1/places/" + Wyvern.VALLEY + "/representation/forums/nothing",
            forum + "/M17")) {
      assertThat(Caller.as("nadia.velloso").get(none).statusCode()).as(none).isEqualTo(404);
    }
  }

  @Test
  void of_an_ics_everybody_is_told_of_the_forums_they_share_in_all_of_it() {
    String ics = "/v1/ics/" + Wyvern.ICS + "/representation/matrix";
    JsonPath leader = read("nadia.velloso", ics + THURSDAY);
    assertThat(leader.getString("view")).as("she does not see the other place").isEqualTo("SHARED");
    assertThat(leader.getList("forums")).isEmpty();
    JsonPath icb = read("icb-client", ics + THURSDAY);
    assertThat(icb.getString("asOf")).isEqualTo(MONDAY);
    assertThat((Object) icb.get("placeId")).isNull();
    assertThat(icb.getString("icsOdsCode")).isEqualTo(Wyvern.ICS);
    assertThat(icb.getString("footprint.on")).isEqualTo(MONDAY);
    assertThat(icb.getList("forums.label")).containsExactly("ICB board");
    assertThat(read("partner-client", ics + THURSDAY).getList("forums"))
        .as("the place board is the place's")
        .isEmpty();
    assertThat(Caller.as("icb-client").get(ics + ".csv" + THURSDAY).asString())
        .startsWith("As on,ICS,Board or group,");
    assertThat(
            Caller.as("nadia.velloso")
                .get(ics + THURSDAY + "&as=partner&partner=WYVT0001")
                .statusCode())
        .isEqualTo(404);
    assertThat(Caller.as("icb-client").get("/v1/ics/WYVP0001/representation/matrix").statusCode())
        .isEqualTo(404);
  }

  @Test
  void of_an_ics_who_is_told_all_of_each_of_its_places_is_told_all_of_it() {
    String ics = "/v1/ics/" + Wyvern.NEIGHBOUR + "/representation/matrix";
    JsonPath matrix = read("sunita.pellow", ics + THURSDAY);
    assertThat(matrix.getString("view")).isEqualTo("WHOLE");
    assertThat((Object) matrix.get("placeId")).isNull();
    assertThat(matrix.getString("icsOdsCode")).isEqualTo(Wyvern.NEIGHBOUR);
    assertThat(matrix.getString("asOf")).as("as it is").isEqualTo("2026-05-14");
    assertThat(matrix.getList("forums.label")).containsExactly("Brackmoor board");
    assertThat(matrix.getList("forums[0].cells.cell"))
        .containsExactly("POSITION", "NO_SEAT", "NO_SEAT", "NO_SEAT", "NO_SEAT", "NO_SEAT");
    assertThat(matrix.getString("forums[0].verdict"))
        .isEqualTo("No mandate, position put, no outcome assessed yet");
    assertThat(matrix.getList("gaps")).isEmpty();
    assertThat(matrix.getString("partners[0].organisationId")).isEqualTo(Wyvern.NEIGHBOUR);
    assertThat(Caller.as("sunita.pellow").get(ics + ".csv" + THURSDAY).asString())
        .contains("Brackmoor board", "Position put");
    String cell = ics + "/evidence" + THURSDAY + "&forum=" + Wyvern.TOWN_BOARD;
    JsonPath behind = read("sunita.pellow", cell);
    assertThat(behind.getString("cell")).isEqualTo("POSITION");
    assertThat(behind.getList("items.what")).containsExactly("POSITION", "MEETING");
    assertThat(behind.getList("items.page"))
        .containsExactly("/meetings/town/agenda/of-town", "/meetings/town");
    assertThat(read("nadia.velloso", cell).getBoolean("withheld")).isTrue();
    assertThat(read("icb-client", cell).getList("items")).isEmpty();
  }

  @Test
  void each_cell_opens_what_is_behind_it() {
    String evidence = MATRIX + "/evidence" + THURSDAY + "&forum=" + Wyvern.PLACE_BOARD;
    JsonPath cell = read("nadia.velloso", evidence);
    assertThat(cell.getString("name")).isEqualTo("Marl Valley");
    assertThat(cell.getString("label")).isEqualTo("Place board");
    assertThat(cell.getString("cell")).isEqualTo("CHANGED");
    assertThat(cell.getString("verdict"))
        .isEqualTo("Represented, no mandate, changed 1 of 2 outcomes");
    assertThat(cell.getList("items.what")).containsExactly("CHANGE", "MEETING", "SEAT");
    assertThat(cell.getList("items.makesStep")).containsExactly(true, false, false);
    assertThat(cell.getString("items[0].page")).isEqualTo("/meetings/t1/agenda/i1");
    assertThat(cell.getString("items[0].recordedOn")).isEqualTo("2026-05-04");
    assertThat(cell.getString("items[2].organisationName")).isEqualTo("Marl Valley GP Federation");
    assertThat(cell.getInt("rows")).isEqualTo(3);
    assertThat(cell.getInt("makeStep")).isEqualTo(1);
    JsonPath first = read("nadia.velloso", evidence + "&limit=1");
    assertThat(first.getInt("rows")).isEqualTo(3);
    JsonPath rest = read("nadia.velloso", evidence + "&limit=2&after=" + first.getString("next"));
    assertThat(rest.getList("items.what")).containsExactly("MEETING", "SEAT");
    assertThat((Object) rest.get("next")).isNull();
    JsonPath lmc = read("nadia.velloso", evidence + "&column=LMC");
    assertThat(lmc.getString("cell")).isEqualTo("NO_SEAT");
    assertThat((Object) lmc.get("verdict")).isNull();
    assertThat(lmc.getList("items.why"))
        .containsExactly("NOBODY_CAME", "WITHOUT_US", "WITHOUT_US", "WITHOUT_US");
    JsonPath body =
        read("nadia.velloso", evidence + "&column=FEDERATION&body=" + Wyvern.FEDERATION);
    assertThat(body.getString("bodyName")).isEqualTo("Marl Valley GP Federation");
    assertThat(body.getList("items.what")).containsExactly("CHANGE", "MEETING", "SEAT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"partner-client", "icb-client", "rowan.pike", "grace.ndukwe-hale", "keeper"})
  void what_is_behind_a_cell_is_for_general_practice_there(String who) {
    JsonPath real = read(who, MATRIX + "/evidence" + THURSDAY + "&forum=" + Wyvern.PLACE_BOARD);
    assertThat(real.getBoolean("withheld")).isTrue();
    assertThat((Object) real.get("cell")).isNull();
    assertThat(real.getList("items")).isEmpty();
    assertThat(real.getString("asOf")).isEqualTo(MONDAY);
    assertThat(read(who, MATRIX + "/evidence" + THURSDAY + "&forum=nothing").getMap(""))
        .as("a forum that is none looks the same")
        .containsEntry("withheld", true)
        .containsEntry("label", null)
        .containsEntry("reason", real.getString("reason"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "period=year, 400, query:forum",
    "forum=x&column=ALL, 400, query:column",
    "forum=x&body=WYVP0001, 400, query:body",
    "forum=x&period=week, 400, query:period",
    "forum=x, 404, ",
    "forum=0198f000-0000-7000-8000-000000000006&column=PCN&body=WYVN0003, 404, "
  })
  void a_cell_that_is_none_is_not_opened(String query, int status, @Nullable String pointer) {
    Response answer = Caller.as("nadia.velloso").get(MATRIX + "/evidence?" + query);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.jsonPath().getString("violations[0].pointer")).isEqualTo(pointer);
  }

  @Test
  void the_same_is_a_table_by_its_address_or_by_what_the_caller_accepts() {
    Response accepted = table(MATRIX + THURSDAY, null);
    Response addressed = Caller.as("nadia.velloso").get(MATRIX + ".csv" + THURSDAY);
    assertThat(accepted.contentType()).isEqualTo("text/csv;charset=utf-8");
    assertThat(accepted.asString()).isEqualTo(addressed.asString());
    assertThat(accepted.asString().split("\r\n")).hasSize(3);
    assertThat(accepted.asString())
        .contains(
            "Place board,\"Represented, no mandate, changed 1 of 2 outcomes\",Outcome changed,");
    assertThat(table(MATRIX + THURSDAY, accepted.header("ETag")).statusCode()).isEqualTo(304);
    String json = Caller.as("nadia.velloso").get(MATRIX + THURSDAY).header("ETag");
    assertThat(table(MATRIX + THURSDAY, json).statusCode()).isEqualTo(200);
  }

  private static Response table(String path, @Nullable String tag) {
    var request = Caller.as("nadia.velloso").request().header("Accept", "text/csv");
    return (tag == null ? request : request.header("If-None-Match", tag)).get(path);
  }

  private static JsonPath read(String who, String path) {
    Response response = Caller.as(who).get(path);
    assertThat(response.statusCode()).as("%s %s", who, path).isEqualTo(200);
    return response.jsonPath();
  }
}
