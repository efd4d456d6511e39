package uk.onevoice.relationships.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.candidate.Ways.Acquaintance;
import uk.onevoice.relationships.domain.judgement.Basis;
import uk.onevoice.relationships.domain.judgement.Verdict;

class JudgedTest {
  private static final CounterpartRef PELLOW = new CounterpartRef(new UUID(1, 2));
  private static final CounterpartRef KIT = new CounterpartRef(new UUID(3, 4));

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void a_judgement_is_kept_as_a_sentence_and_read_again(Verdict verdict) {
    for (Basis basis : Basis.values()) {
      var judged = new Judged(verdict, basis, PELLOW);
      assertThat(Judged.read(judged.written())).contains(judged);
    }
    assertThat(new Judged(Verdict.YES, Basis.FACT, PELLOW).written())
        .startsWith("Can make it happen in their organisation: yes. Fact.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "She is most helpful.",
        "How open to working with general practice: best. Fact. [00000000-0000-0001-0000-000000000002]",
        "How open to working with general practice: open. Guess. [00000000-0000-0001-0000-000000000002]"
      })
  void what_was_corrected_to_another_sentence_answers_nothing(String corrected) {
    assertThat(Judged.read(corrected)).isEmpty();
    assertThat(Known.read(corrected)).isEmpty();
  }

  @Test
  void who_knows_whom_is_kept_as_a_sentence_and_read_again() {
    var known = new Known(new Acquaintance(PELLOW, KIT), "Trust board [since 2024]\nand before");
    assertThat(Known.read(known.written())).contains(known);
    assertThat(known.written()).startsWith("Know each other from: Trust board");
  }
}
