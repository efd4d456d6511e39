package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.web.api.FederationRepresentation.Foundations;

class FederationGroundTest {
  @ParameterizedTest
  @CsvSource({
    "true, true, true, It stands on both, It has a strong relationship",
    "true, false, false, relationships are missing, It has no strong relationship",
    "false, true, false, a mandate is missing, It has no strong relationship",
    "false, false, false, Both are missing, It has no strong relationship",
    "true, , , Practices let it speak for them., Practices let it speak for them.",
    "false, , , No practice lets it speak for it yet., No practice"
  })
  void what_is_missing_is_said_and_what_is_not_for_the_reader_is_not(
      boolean mandate,
      @Nullable Boolean relationships,
      @Nullable Boolean strong,
      String words,
      String provider) {
    String ground =
        FederationGround.words(new Foundations(mandate, relationships, List.of(), strong));
    assertThat(ground).contains(words).contains(provider);
    assertThat(ground.contains("strong")).isEqualTo(strong != null);
  }
}
