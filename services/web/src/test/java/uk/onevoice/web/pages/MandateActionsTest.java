package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Mandates.Mandate;
import uk.onevoice.web.api.Me.RoleHolding;

/** Nobody is offered what cannot be done with a mandate as it stands. */
class MandateActionsTest {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final RoleHolding LEAD = role("FEDERATION_LEAD", "WYVF0001");

  private static RoleHolding role(String role, String at) {
    return new RoleHolding("r", role, at, null, LocalDate.of(2025, 4, 1), null);
  }

  private static ObjectNode recorded(String name) throws IOException {
    return (ObjectNode)
        JSON.readTree(MandateActionsTest.class.getResourceAsStream("/api/" + name + ".json"));
  }

  private static MandateActions actions(ObjectNode mandate, RoleHolding role) throws IOException {
    return MandateActions.of(JSON.treeToValue(mandate, Mandate.class), role, code -> code);
  }

  @Test
  void one_in_force_is_suspended_renewed_changed_and_ended_but_not_lifted() throws IOException {
    MandateActions actions = actions(recorded("mandate-whole"), LEAD);

    assertThat(actions.suspend()).isTrue();
    assertThat(actions.renew()).isTrue();
    assertThat(actions.amend()).isTrue();
    assertThat(actions.end()).isTrue();
    assertThat(actions.remind()).isTrue();
    assertThat(actions.lift()).isFalse();
    assertThat(actions.activate()).isFalse();
    assertThat(actions.giveUpNew()).isFalse();
    assertThat(actions.accept()).isFalse();
  }

  @Test
  void new_terms_are_taken_on_by_the_role_they_name_put_in_force_or_given_up() throws IOException {
    MandateActions actions = actions(recorded("mandate-again"), LEAD);

    assertThat(actions.accept()).isTrue();
    assertThat(actions.activate()).isTrue();
    assertThat(actions.giveUpNew()).isTrue();
    assertThat(actions.lift()).isTrue();
    assertThat(actions.amend()).isFalse();
    assertThat(actions.renew()).isFalse();
    assertThat(actions(recorded("mandate-again"), role("FEDERATION_LEAD", "WYVF0002")).accept())
        .isFalse();
  }

  @Test
  void one_that_ran_out_is_renewed_and_one_that_was_ended_is_left_alone() throws IOException {
    assertThat(actions(recorded("mandate-whole").put("state", "EXPIRED"), LEAD).renew()).isTrue();
    assertThat(actions(recorded("mandate-whole").put("state", "ENDED"), LEAD).none()).isTrue();
  }

  @Test
  void an_lmc_backs_it_once_and_its_chair_runs_nothing() throws IOException {
    RoleHolding chair = role("LMC_CHAIR", "WYVL0001");
    MandateActions before = actions(recorded("mandate-whole"), chair);

    assertThat(before.endorse()).isTrue();
    assertThat(before.record()).isFalse();
    assertThat(before.end()).isFalse();
    assertThat(actions(recorded("mandate-again"), chair).endorse()).isFalse();
  }

  @Test
  void whoever_is_not_told_who_is_silent_is_offered_nothing() throws IOException {
    assertThat(
            actions(recorded("mandate-whole-partner"), role("PRACTICE_PARTNER", "WYVP0002")).none())
        .isTrue();
    assertThat(actions(recorded("mandate-whole-outsider"), LEAD).none()).isTrue();
    assertThat(actions(recorded("mandate"), LEAD).none()).isTrue();
  }
}
