package uk.onevoice.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/**
 * Somebody of the hospital reads what leaders of general practice have written about her, opinions
 * too, as the law wants it; and nothing about a colleague of hers.
 */
class WhatIsWrittenAboutMeTest {
  @Test
  void she_reads_talks_and_opinions_about_her() {
    Caller sunita = Wyvern.as("sunita.pellow");
    String me = sunita.get("/v1/people/me").path("personId").asText();
    JsonNode words = sunita.get("/v1/relationships/people/" + me + "/record").path("words");
    assertThat(words.findValuesAsText("kind"))
        .contains("counterpart", "talk", "relationship-ledger", "judgement-words");
    assertThat(words.findValuesAsText("words"))
        .contains("Changed the clinic letter of the trust")
        .noneMatch(text -> text.contains("Martin Oakensea"));
  }
}
