package uk.onevoice.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  @ParameterizedTest
  @ValueSource(strings = {"QGH", "S1Y5D", "M81009", "102", "WYVP0001"})
  void codes_of_every_shape_are_codes(String code) {
    assertThat(new OdsCode(code).value()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Q", "qgh", "M81 009", "M81009001", "QGH\n", "Q'G"})
  void other_text_is_not_a_code(String text) {
    assertThatThrownBy(() -> new OdsCode(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "two\nlines", "nul\u0000"})
  void a_label_is_one_visible_line(String text) {
    assertThatThrownBy(() -> new Label(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_label_is_at_most_120_characters() {
    assertThat(new Label("x".repeat(120)).value()).hasSize(120);
    assertThatThrownBy(() -> new Label("x".repeat(121)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_actor_is_a_reference_and_never_a_name() {
    assertThat(ActorRef.person("0190-1").value()).isEqualTo("person:0190-1");
    assertThatThrownBy(() -> new ActorRef("Dr Nadia Velloso"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
