package uk.onevoice.service.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AllowancesTest {
  private static final String ONE = "client:one";
  private static final String OTHER = "client:other";

  private final Allowances allowances = new Allowances(settings(3, Duration.ofHours(1)));

  @Test
  void a_caller_who_has_used_up_the_allowance_waits() {
    for (int left = 2; left >= 0; left--) {
      var probe = allowances.take(ONE);
      assertThat(probe.isConsumed()).isTrue();
      assertThat(probe.getRemainingTokens()).isEqualTo(left);
    }

    var fourth = allowances.take(ONE);
    assertThat(fourth.isConsumed()).isFalse();
    assertThat(Duration.ofNanos(fourth.getNanosToWaitForRefill()))
        .isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20));
  }

  @Test
  void one_callers_haste_costs_another_nothing() {
    for (int i = 0; i < 10; i++) {
      allowances.take(ONE);
    }

    assertThat(allowances.take(OTHER).getRemainingTokens()).isEqualTo(2);
  }

  @Test
  void the_policy_is_said_as_the_header_wants_it() {
    assertThat(allowances.policy()).isEqualTo("\"caller\";q=3;w=3600");
  }

  private static EdgeSettings settings(int requests, Duration window) {
    return new SmallRyeConfigBuilder()
        .withMapping(EdgeSettings.class)
        .withConverter(Duration.class, 200, new DurationConverter())
        .withDefaultValues(
            Map.of(
                "onevoice.edge.rate.requests",
                Integer.toString(requests),
                "onevoice.edge.rate.window",
                window.toString()))
        .withValidateUnknown(false)
        .build()
        .getConfigMapping(EdgeSettings.class);
  }
}
