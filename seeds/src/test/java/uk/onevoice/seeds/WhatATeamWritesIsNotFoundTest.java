package uk.onevoice.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.onevoice.seeds.Caller.Done;

/**
 * What the team of a relationship types, a word of its own in each field, is offered by no search
 * to anybody, its author included, and is in no e-mail, subject lines among them.
 */
class WhatATeamWritesIsNotFoundTest {
  private static final String WORD = "zqxfinch";
  private static final List<String> SEARCHES =
      List.of(
          "/v1/search?query=",
          "/v1/organisations?query=",
          "/v1/people?query=",
          "/v1/groups?query=");

  private final Place tarrowCoast = Place.of("Tarrow Coast", "grace.ndukwe-hale");
  private final Caller grace = tarrowCoast.caller();
  private final String today = Wyvern.today().toString();

  @Test
  void no_search_offers_it_and_no_mail_has_it() {
    Done last = everythingIsTyped();
    // The views have heard all of it before they are asked.
    tarrowCoast.measure("M2", last);
    for (String who :
        List.of("grace.ndukwe-hale", "nadia.velloso", "sunita.pellow", "rowan.pike", "admin")) {
      for (String search : SEARCHES) {
        assertThat(Wyvern.as(who).answer(search + WORD)).as(who + search).doesNotContain(WORD);
      }
    }
    assertThat(grace.answer("/v1/search?query=Marl%20Valley"))
        .as("what may be found is")
        .contains("Marl Valley GP Federation");
    for (String address : List.of(Wyvern.NADIAS_MAIL, Wyvern.OWENS_MAIL)) {
      assertThat(Wyvern.mail(address)).contains("ubject").doesNotContain(WORD);
    }
  }

  private Done everythingIsTyped() {
    String slot = tarrowCoast.slot("COMMUNITY", "WYVT0002");
    String path = "/v1/relationships/slots/" + slot;
    Done held = Wyvern.hold(tarrowCoast, slot, "grace.ndukwe-hale");
    String relationship = held.id("relationshipId");
    String account = path + "/relationships/" + relationship;
    String one =
        grace
            .post(path + "/counterparts", typed("name", Map.of("roleTitle", WORD + " role")))
            .id("counterpartRef");
    String other =
        grace
            .post(path + "/counterparts", typed("name", Map.of("roleTitle", WORD + " other role")))
            .id("counterpartRef");
    grace.post(account + "/counterparts", Map.of("counterpartRef", one));
    grace.post(
        path + "/contacts",
        typed(
            "words",
            Map.of(
                "relationshipId", relationship, "on", today, "kind", "LISTENING", "twoWay", true)));
    grace.post(account + "/priorities", typed("words", Map.of("side", "THEIRS", "on", today)));
    grace.post(
        account + "/asks", typed("words", Map.of("kind", "ASK", "side", "OURS", "on", today)));
    String promise =
        grace
            .post(
                account + "/commitments",
                typed("words", Map.of("side", "OURS", "on", today, "due", today)))
            .id("commitmentId");
    // Not even what the other side may read.
    grace.post(account + "/commitments/" + promise + "/sharing", typed("words", Map.of()));
    grace.post(account + "/support", typed("words", Map.of("on", today)));
    grace.post(account + "/results", typed("words", Map.of("on", today)));
    grace.post(
        path + "/judgements",
        typed("words", Map.of("counterpartRef", one, "verdict", "YES", "basis", "OPINION")));
    return grace.post(
        path + "/candidates", typed("recommendation", Map.of("counterpartRef", other)));
  }

  private static Map<String, Object> typed(String field, Map<String, ?> others) {
    Map<String, Object> body = new HashMap<>(others);
    body.put(field, WORD + " " + field);
    return body;
  }
}
