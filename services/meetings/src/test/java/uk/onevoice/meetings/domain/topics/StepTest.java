package uk.onevoice.meetings.domain.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.Outcome;
import uk.onevoice.meetings.domain.topics.Step.Kind;

class StepTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      mode = Mode.EXCLUDE,
      names = {"ITEM", "OUTCOME"})
  void general_practice_is_involved_from_the_first_thing_it_did_itself(Kind ours) {
    var steps = List.of(step(DAY.minusDays(90), Kind.ITEM, null), step(DAY, ours, null));
    assertThat(Step.firstInvolvement(steps)).contains(DAY);
  }

  @Test
  void what_others_put_on_an_agenda_is_no_involvement_of_ours() {
    var steps = List.of(step(DAY, Kind.ITEM, null), step(DAY, Kind.OUTCOME, Outcome.AGREED));
    assertThat(Step.firstInvolvement(steps)).isEmpty();
    assertThat(Step.leadDays(steps)).isEmpty();
  }

  @Test
  void the_lead_time_runs_from_the_first_involvement_to_the_first_decision() {
    var steps =
        List.of(
            step(DAY.minusDays(40), Kind.OUTCOME, Outcome.DEFERRED),
            step(DAY.minusDays(60), Kind.CONVERSATION, null),
            step(DAY.minusDays(50), Kind.PRE_ALIGNMENT, null),
            step(DAY.plusDays(30), Kind.OUTCOME, Outcome.VOTED),
            step(DAY, Kind.OUTCOME, Outcome.AGREED));
    assertThat(Step.firstDecision(steps)).contains(DAY);
    assertThat(Step.leadDays(steps)).hasValue(60);
  }

  @Test
  void who_comes_in_after_the_decision_has_a_lead_below_nothing() {
    assertThat(
            Step.leadDays(
                List.of(
                    step(DAY, Kind.OUTCOME, Outcome.VOTED),
                    step(DAY.plusDays(5), Kind.POSITION_PROPOSED, null))))
        .hasValue(-5);
  }

  @Test
  void without_a_decision_there_is_no_lead_time() {
    var steps =
        List.of(step(DAY, Kind.POSITION_PUT, null), step(DAY, Kind.OUTCOME, Outcome.NOT_DECIDED));
    assertThat(Step.firstDecision(steps)).isEmpty();
    assertThat(Step.leadDays(steps)).isEmpty();
  }

  @Test
  void steps_of_one_day_are_told_in_the_order_in_which_such_things_happen() {
    var outcome = step(DAY, Kind.OUTCOME, Outcome.AGREED);
    var item = step(DAY, Kind.ITEM, null);
    var talk = step(DAY, Kind.CONVERSATION, null);
    var earlier = step(DAY.minusDays(1), Kind.OUTCOME, Outcome.NOTED);
    assertThat(List.of(outcome, item, talk, earlier).stream().sorted(Step.IN_TIME))
        .containsExactly(earlier, talk, item, outcome);
  }

  private static Step step(LocalDate on, Kind kind, @Nullable Outcome outcome) {
    return new Step(
        on, kind, null, new MeetingId(new UUID(0, 1)), null, null, outcome, null, false);
  }
}
