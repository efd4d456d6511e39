package uk.onevoice.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What general practice of the demonstration agrees, entered through the public API. */
class WhatIsAgreedTest {
  private static final String NADIA = "nadia.velloso";
  private static final String OWEN = "owen.tallant";
  private static final String GRACE = "grace.ndukwe-hale";
  private static final String TAMSIN = "tamsin.orrell";
  private static final String FEMI = "femi.larkspur";

  /** Somebody of the ICB, who is not of general practice of any place. */
  private static final String ROWAN = "rowan.pike";

  @Test
  void one_mandate_of_marl_valley_is_whole_and_in_force() {
    JsonNode mandate = Wyvern.as(NADIA).get("/v1/mandates/" + workforce());
    assertThat(mandate.path("state").asText()).isEqualTo("IN_FORCE");
    assertThat(mandate.path("acceptedOn").isNull()).isFalse();
    assertThat(mandate.path("endorsements")).hasSize(1);
    assertThat(mandate.at("/terms/limits").findValuesAsText("kind"))
        .containsExactly("MAY_AGREE", "MUST_REFER", "MUST_NOT");
    assertThat(mandate.at("/terms/tables").findValuesAsText("labelNow"))
        .containsExactly("Provider collaborative board");
    assertThat(mandate.at("/terms/threshold/practicesPercent").asInt()).isEqualTo(60);
    assertThat(mandate.at("/terms/threshold/patientsPercent").asInt()).isEqualTo(60);
    assertThat(mandate.at("/tally/granted").asInt()).isEqualTo(31);
    assertThat(mandate.at("/tally/practices").asInt()).isEqualTo(45);
    assertThat(mandate.at("/tally/patientsPercent").asInt()).isEqualTo(68);
    assertThat(mandate.at("/counts/conditional").asInt()).isEqualTo(4);
    assertThat(mandate.at("/counts/declined").asInt()).isEqualTo(3);
    assertThat(mandate.at("/counts/notAnswered").asInt()).isEqualTo(7);
  }

  @Test
  void practices_of_wyvern_city_are_being_asked() {
    JsonNode mandate =
        Wyvern.as(TAMSIN).get("/v1/mandates/" + mandate("Wyvern City", "letters-and-tests"));
    assertThat(mandate.path("state").asText()).isEqualTo("ASKED");
    assertThat(mandate.at("/tally/granted").asInt()).isEqualTo(12);
    assertThat(mandate.at("/terms/threshold/practices").asInt()).isEqualTo(45);
  }

  @Test
  void one_agreement_is_covered_and_one_provisional() {
    JsonNode used =
        Wyvern.as(NADIA).get("/v1/mandates/" + workforce() + "/invocations").path("items");
    assertThat(used.findValuesAsText("state")).containsExactlyInAnyOrder("COVERED", "PROVISIONAL");
    JsonNode provisional = of(used, "state", "PROVISIONAL");
    assertThat(provisional.path("outside")).hasSize(1);
    assertThat(provisional.at("/outside/0").asText()).isEqualTo("LIMIT");
    assertThat(provisional.path("needs").asInt()).as("60 in a hundred of 45").isEqualTo(27);
    assertThat(provisional.path("ratified").asInt()).isEqualTo(1);
  }

  @Test
  void two_federations_contradict_each_other_in_public() {
    JsonNode published = of(publicPositions("Marl Valley"), "topicNow", "Workforce");
    assertThat(published.path("agreedBy")).hasSize(2);
    assertThat(published.path("stances").findValuesAsText("stance"))
        .containsExactly("FOR", "AGAINST");
    for (String who : List.of(NADIA, TAMSIN)) {
      String place = who.equals(NADIA) ? "Marl Valley" : "Wyvern City";
      JsonNode alerts =
          Wyvern.as(who)
              .get("/v1/positions/alerts?open=true&placeId=" + Wyvern.place(place))
              .path("items");
      assertThat(alerts).as(place).hasSize(1);
      assertThat(alerts.at("/0/kind").asText()).isEqualTo("CONTRADICTS");
      assertThat(alerts.at("/0/option").asText()).isEqualTo("The federation of each place");
      assertThat(alerts.at("/0/sides").findValuesAsText("bodyId"))
          .containsExactlyInAnyOrder(
              Wyvern.body(NADIA, "FEDERATION_LEAD"), Wyvern.body(TAMSIN, "FEDERATION_LEAD"));
    }
  }

  @Test
  void what_is_private_and_dissent_stay_among_general_practice() {
    String place = Wyvern.place("Marl Valley");
    JsonNode discussions =
        Wyvern.as(NADIA).get("/v1/positions/discussions?placeId=" + place).path("items");
    String own = of(discussions, "status", "PRIVATE").path("positionId").asText();
    JsonNode discussion = Wyvern.as(NADIA).get("/v1/positions/" + own + "/discussion");
    assertThat(discussion.path("comments")).hasSize(1);
    assertThat(discussion.path("dissents")).hasSize(1);
    assertThat(discussion.at("/dissents/0/words").asText()).contains("nobody can meet");
    assertThat(Wyvern.as(ROWAN).answer("/v1/positions?placeId=" + place))
        .doesNotContain(own, "nobody can meet");
    assertThat(Wyvern.as(ROWAN).answer("/v1/positions/" + own + "/discussion"))
        .contains("not-found")
        .doesNotContain("nobody can meet");
  }

  @Test
  void marl_valley_says_who_decides_what() {
    String path = "/v1/delegation-schemes/" + Wyvern.place("Marl Valley");
    assertThat(Wyvern.as(FEMI).get(path).path("classes").findValuesAsText("decides"))
        .containsExactly("LEADERSHIP_GROUP", "FEDERATION", "PCN", "LMC", "EACH_PRACTICE");
    JsonNode classified = Wyvern.as(FEMI).get(path + "/classifications").path("items");
    assertThat(of(classified, "name", "Staff we share").path("decides").asText())
        .isEqualTo("FEDERATION");
  }

  @Test
  void practices_have_said_how_far_they_go_along() {
    JsonNode agreements =
        Wyvern.as(NADIA)
            .get("/v1/ambition-agreements?federationId=" + Wyvern.body(NADIA, "FEDERATION_LEAD"))
            .path("items");
    JsonNode bridgewell = of(agreements, "practiceId", "WYVP0001");
    assertThat(bridgewell.path("level").asInt()).isEqualTo(3);
    assertThat(bridgewell.path("changes").findValuesAsText("result"))
        .containsExactly("MADE", "null");
    assertThat(bridgewell.path("asks").findValuesAsText("acted")).containsExactly("true", "null");
    assertThat(bridgewell.at("/promises/0/delivered").asBoolean()).isTrue();
    JsonNode second = of(agreements, "practiceId", "WYVP0002");
    assertThat(second.path("offeredLevel").asInt()).isEqualTo(2);
    assertThat(second.path("level").asInt()).as("its own choice").isEqualTo(1);
  }

  @Test
  void a_new_contract_has_one_mandate_left_to_review() {
    JsonNode changes =
        Wyvern.as(GRACE).get("/v1/external-changes?icsId=" + Wyvern.ICB).path("items");
    assertThat(changes).hasSize(1);
    assertThat(changes.at("/0/toBeReviewed").asInt()).isEqualTo(1);
    JsonNode reviews = changes.at("/0/reviews");
    assertThat(reviews).hasSize(2);
    assertThat(of(reviews, "mandateId", workforce()).path("outcome").asText()).isEqualTo("STANDS");
    assertThat(
            of(reviews, "mandateId", mandate("Wyvern City", "letters-and-tests"))
                .path("outcome")
                .isNull())
        .isTrue();
  }

  @Test
  void the_holder_has_answered_a_practice() {
    JsonNode said = Wyvern.as(OWEN).get("/v1/mandates/" + workforce() + "/feedback").path("items");
    assertThat(said.findValuesAsText("from")).containsExactlyInAnyOrder("PRACTICE", "HOLDER");
    assertThat(of(said, "from", "PRACTICE").path("bodyId").asText()).isEqualTo("WYVP0001");
    assertThat(of(said, "from", "HOLDER").path("bodyId").asText()).isEqualTo("WYVN0002");
  }

  @Test
  void anybody_asks_who_can_agree_with_or_without_parameters() {
    String marlValley = Wyvern.place("Marl Valley");
    String federation = Wyvern.body(NADIA, "FEDERATION_LEAD");
    String city = Wyvern.body(TAMSIN, "FEDERATION_LEAD");
    for (String who : List.of(GRACE, ROWAN)) {
      assertThat(holders(who, ""))
          .contains(
              "community-services of " + federation,
              "community-services of " + city,
              "workforce of WYVN0002")
          .doesNotContain("letters-and-tests of " + city);
      assertThat(holders(who, "?area=" + Wyvern.ICB)).containsAll(holders(who, ""));
      assertThat(holders(who, "?area=" + marlValley))
          .containsExactlyInAnyOrder(
              "community-services of " + federation, "workforce of WYVN0002");
      assertThat(holders(who, "?topic=community-services"))
          .containsExactlyInAnyOrder(
              "community-services of " + federation, "community-services of " + city);
      assertThat(holders(who, "?topic=workforce")).containsExactly("workforce of WYVN0002");
      assertThat(holders(who, "?topic=workforce&area=" + Wyvern.place("Wyvern City"))).isEmpty();
    }
  }

  @Test
  void partners_hear_who_can_agree_and_never_the_limits() {
    String query = "/v1/who-can-agree?topic=workforce";
    JsonNode leader = Wyvern.as(GRACE).get(query).at("/items/0");
    assertThat(leader.path("practices").asInt()).isEqualTo(31);
    assertThat(leader.path("ofPractices").asInt()).isEqualTo(45);
    assertThat(leader.path("limits")).hasSize(3);
    JsonNode partner = Wyvern.as(ROWAN).get(query).at("/items/0");
    assertThat(partner.path("holderRole").asText()).isEqualTo("Workforce lead");
    assertThat(partner.path("validUntil").asText()).isEqualTo("2028-03-31");
    assertThat(partner.path("limits").isNull()).isTrue();
    assertThat(partner.toString()).doesNotContain("Shared posts", "WYVP");
  }

  private static List<String> holders(String who, String query) {
    return stream(Wyvern.as(who).get("/v1/who-can-agree" + query).path("items"))
        .map(item -> item.path("topic").asText() + " of " + item.path("holderId").asText())
        .toList();
  }

  private static JsonNode publicPositions(String place) {
    return Wyvern.as(ROWAN).get("/v1/positions?placeId=" + Wyvern.place(place)).path("items");
  }

  private static String workforce() {
    return mandate("Marl Valley", "workforce");
  }

  private static String mandate(String place, String topic) {
    JsonNode mandates =
        Wyvern.as(ROWAN).get("/v1/mandates?placeId=" + Wyvern.place(place)).path("items");
    return of(mandates, "topic", topic).path("mandateId").asText();
  }

  private static JsonNode of(JsonNode items, String field, String value) {
    return stream(items)
        .filter(item -> item.path(field).asText().equals(value))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No %s %s in %s".formatted(field, value, items)));
  }

  private static Stream<JsonNode> stream(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false);
  }
}
