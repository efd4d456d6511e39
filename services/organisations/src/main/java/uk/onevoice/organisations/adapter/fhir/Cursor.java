package uk.onevoice.organisations.adapter.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import uk.onevoice.service.problem.Problem;

/** Where a page ended, as its link says it: two words that say nothing to who reads them. */
record Cursor(String first, String second) {
  /** The parameter of a link that carries it. */
  static final String NAME = "_cursor";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Cursor read(String text) {
    try {
      var words =
          JSON.readValue(
              new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8),
              String[].class);
      if (words != null && words.length == 2 && words[0] != null && words[1] != null) {
        return new Cursor(words[0], words[1]);
      }
      throw invalid();
    } catch (IllegalArgumentException | JsonProcessingException notOne) {
      throw invalid();
    }
  }

  String text() {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(JSON.writeValueAsBytes(List.of(first, second)));
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException("Two words can be written.", cause);
    }
  }

  static RuntimeException invalid() {
    return Problem.invalid("query:" + NAME, "is not of an earlier page").exception();
  }
}
