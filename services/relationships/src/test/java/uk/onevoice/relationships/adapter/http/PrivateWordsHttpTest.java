package uk.onevoice.relationships.adapter.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.relationships.adapter.http.MarlValley.CARE;
import static uk.onevoice.relationships.adapter.http.MarlValley.FEDERATION;
import static uk.onevoice.relationships.adapter.http.MarlValley.VALLEY;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.onevoice.directory.Directory;
import uk.onevoice.relationships.adapter.http.Planting.Operation;
import uk.onevoice.testkit.stack.Canaries;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/**
 * Nothing that somebody types here reaches an ICB, a partner or somebody who acts for one. A word
 * of its own is planted in every text field of the service's document and looked for in all that
 * others are answered, in what the service logs and counts, and in what other services hear.
 */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "relationships"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivateWordsHttpTest {
  /** Typed by administrators; what becomes of such words is tested with people's rights. */
  private static final Set<String> OF_ADMINISTRATORS =
      Set.of(
          "rectifyWordsOfRelationships", "addCounterStatementOfRelationships", "findCounterparts");

  private static final List<String> OUTSIDERS =
      List.of("icb-client", "partner-client", "rowan.pike", "tamsin.orrell", "colm.ashgrove");

  @Inject Directory directory;
  @Inject DataSource database;

  @BeforeAll
  void who_is_who() {
    Hospital.isKnownTo(directory);
  }

  @Test
  void what_is_typed_is_found_by_nobody_outside_general_practice() throws SQLException {
    var planting = new Planting(known());
    // What the first round makes, the second writes about.
    planting.plant(nadia());
    planting.alias("counterpartRef", "oneRef");
    planting.again(nadia(), "noteCounterpart", "counterpartRef", "otherRef");
    planting.alias("seatId", "gpOwnerSeatId");
    planting.know("seatJointGroupMember/personId", Hospital.colleague().toString());
    planting.know("seatJointGroupMember/organisationId", Hospital.trust());
    planting.know("seatJointGroupMember/nature", "MANAGERIAL");
    planting.again(nadia(), "seatJointGroupMember", "seatId", "partnerOwnerSeatId");
    planting.plant(nadia());
    assertThat(planting.refused().keySet())
        .as("took no words, so that nothing is proven of them: %s", planting.refused())
        .isSubsetOf(OF_ADMINISTRATORS);

    List<String> words = planting.words();
    String here = everythingReadBy(nadia(), planting);
    assertThat(words).as("they are there").anyMatch(here::contains);
    try (var all = Canaries.of(words.toArray(String[]::new));
        var canaries = Canaries.of(planting.wordsOfTheVault().toArray(String[]::new))) {
      for (String outsider : OUTSIDERS) {
        String read = everythingReadBy(Caller.as(outsider), planting);
        String refused = everythingWrittenBy(Caller.as(outsider), planting);
        assertThat(words).as(outsider).noneMatch(read::contains).noneMatch(refused::contains);
      }
      String numbers = given().get("/q/metrics").asString();
      assertThat(words).as("numbers").noneMatch(numbers::contains);
      try (var connection = database.getConnection()) {
        var tables = canaries.inTables(connection);
        assertThat(tables.places()).isPositive();
        assertThat(tables.found()).as("sealed in the vault only").isEmpty();
      }
      // Whatever other services show, search for or write in a mail, they have from here.
      var topics =
          canaries.inTopics(
              List.of(ConfigProvider.getConfig().getValue("onevoice.log.topic", String.class)));
      assertThat(topics.places()).isPositive();
      assertThat(topics.found()).isEmpty();
      assertThat(all.inLogs().found()).isEmpty();
    }
  }

  private static String everythingReadBy(Caller caller, Planting planting) {
    var all = new StringBuilder();
    for (Operation operation : planting.operations()) {
      if (operation.method().equals("get")) {
        Response answer = caller.get(planting.filled(operation.path()));
        all.append(answer.asString()).append(answer.headers());
      }
    }
    return all.toString();
  }

  /** What is refused is not said again, and whether it is there is not told. */
  private static String everythingWrittenBy(Caller caller, Planting planting) {
    var all = new StringBuilder();
    for (Operation operation : planting.operations()) {
      if (operation.method().equals("post") && operation.body().isPresent()) {
        Response answer =
            caller
                .request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(planting.bodyOf(operation).toString())
                .post(planting.filled(operation.path()));
        assertThat(answer.statusCode()).as(operation.id()).isGreaterThanOrEqualTo(400);
        all.append(answer.asString()).append(answer.headers());
      }
    }
    return all.toString();
  }

  private static Map<String, String> known() {
    Map<String, String> known = new HashMap<>();
    known.put("placeId", VALLEY.toString());
    known.put("topicId", CARE.toString());
    known.put("organisationId", MarlValley.trust());
    known.put("defineSlot/kind", "ACUTE");
    known.put("holderId", MarlValley.nadia().toString());
    known.put("actingFor", FEDERATION);
    known.put("partnerId", Hospital.trust());
    known.put("personId", MarlValley.nadia().toString());
    known.put("seatJointGroupMember/personId", MarlValley.nadia().toString());
    known.put("seatJointGroupMember/organisationId", FEDERATION);
    known.put("formJointGroup/organisationId", Hospital.trust());
    known.put("addWorkstream/kind", "OWN");
    known.put("proposeGroundRule/rule", "OWN");
    known.put("proposeGroundRule/kind", "OWN");
    known.put("ownerId", FEDERATION);
    known.put("recordPriority/side", "THEIRS");
    known.put(
        "/v1/relationships/slots/{id}/relationships/{relationshipId}/asks/{entryId}",
        "makeAsk.entryId");
    known.put("/v1/relationships/slots/{id}", "slotId");
    known.put("/v1/relationships/joint-groups/{id}", "groupId");
    known.put("/v1/relationships/handovers/{id}", "handoverId");
    known.put("/v1/opportunities/{id}", "opportunityId");
    known.put("/v1/relationships/people/{id}", "holderId");
    return known;
  }

  private static Caller nadia() {
    return Caller.as("nadia.velloso");
  }
}
