package uk.onevoice.mandates.domain.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.issue.IssueId;
import uk.onevoice.mandates.domain.issue.OptionId;
import uk.onevoice.mandates.domain.position.PositionAlert.Kind;
import uk.onevoice.mandates.domain.position.PositionAlert.Side;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionPublished;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionWithdrawn;

class PositionAlertTest {
  private static final IssueId ISSUE = new IssueId(new UUID(0, 1));
  private static final UUID TOPIC = new UUID(0, 2);
  private static final OptionId HUB = new OptionId(new UUID(0, 3));
  private static final OptionId PRACTICES = new OptionId(new UUID(0, 4));
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  @Test
  void for_against_on_one_option_is_an_alert_from_the_later_of_the_two_on() {
    assertThat(PositionAlert.among(List.of(says(1, Stance.FOR, 0), says(2, Stance.AGAINST, 5))))
        .containsExactly(
            new PositionAlert(
                Kind.CONTRADICTS,
                ISSUE,
                TOPIC,
                HUB,
                side(1, Stance.FOR),
                side(2, Stance.AGAINST),
                DAY.plusDays(5),
                null));
  }

  @Test
  void the_same_is_an_alert_whoever_came_first() {
    assertThat(PositionAlert.among(List.of(says(1, Stance.FOR, 5), says(2, Stance.AGAINST, 0))))
        .singleElement()
        .returns(DAY.plusDays(5), PositionAlert::since);
  }

  @ParameterizedTest(name = "{0} beside {1}: {2}")
  @CsvSource({
    "FOR, FOR,",
    "FOR, AGAINST, CONTRADICTS",
    "FOR, CONDITIONAL, DIFFERS",
    "FOR, NEUTRAL,",
    "AGAINST, FOR, CONTRADICTS",
    "AGAINST, AGAINST,",
    "AGAINST, CONDITIONAL,",
    "AGAINST, NEUTRAL,",
    "CONDITIONAL, FOR, DIFFERS",
    "CONDITIONAL, AGAINST,",
    "CONDITIONAL, CONDITIONAL,",
    "CONDITIONAL, NEUTRAL,",
    "NEUTRAL, FOR,",
    "NEUTRAL, AGAINST,",
    "NEUTRAL, CONDITIONAL,",
    "NEUTRAL, NEUTRAL,"
  })
  void what_does_not_go_together(Stance one, Stance other, Kind kind) {
    assertThat(PositionAlert.among(List.of(says(1, one, 0), says(2, other, 0))))
        .extracting(PositionAlert::kind)
        .isEqualTo(kind == null ? List.of() : List.of(kind));
  }

  @Test
  void different_options_do_not_contradict_each_other() {
    assertThat(
            PositionAlert.among(
                List.of(says(1, Stance.FOR, 0), published(2, PRACTICES, Stance.AGAINST, 0))))
        .isEmpty();
  }

  @Test
  void nobody_contradicts_themself() {
    assertThat(PositionAlert.among(List.of(says(1, Stance.FOR, 0), says(1, Stance.AGAINST, 5))))
        .isEmpty();
  }

  @Test
  void it_is_closed_when_one_side_changes() {
    assertThat(
            PositionAlert.among(
                List.of(
                    says(1, Stance.FOR, 0),
                    says(2, Stance.AGAINST, 1),
                    says(2, Stance.NEUTRAL, 4))))
        .singleElement()
        .returns(DAY.plusDays(1), PositionAlert::since)
        .returns(DAY.plusDays(4), PositionAlert::until)
        .returns(false, PositionAlert::isOpen);
  }

  @Test
  void it_is_closed_when_one_side_withdraws_or_no_longer_speaks_of_the_option() {
    assertThat(
            PositionAlert.among(
                List.of(says(1, Stance.FOR, 0), says(2, Stance.AGAINST, 1), withdrawn(1, 3))))
        .singleElement()
        .returns(DAY.plusDays(3), PositionAlert::until);
    assertThat(
            PositionAlert.among(
                List.of(
                    says(1, Stance.FOR, 0),
                    says(2, Stance.AGAINST, 1),
                    published(1, PRACTICES, Stance.FOR, 6))))
        .singleElement()
        .returns(DAY.plusDays(6), PositionAlert::until);
  }

  @Test
  void the_first_to_change_closes_it() {
    assertThat(
            PositionAlert.among(
                List.of(
                    says(1, Stance.FOR, 0),
                    says(2, Stance.AGAINST, 1),
                    withdrawn(1, 9),
                    withdrawn(2, 4))))
        .singleElement()
        .returns(DAY.plusDays(4), PositionAlert::until);
    assertThat(
            PositionAlert.among(
                List.of(
                    says(1, Stance.FOR, 0),
                    says(2, Stance.AGAINST, 1),
                    withdrawn(1, 4),
                    withdrawn(2, 9))))
        .singleElement()
        .returns(DAY.plusDays(4), PositionAlert::until);
  }

  @Test
  void saying_the_same_again_leaves_it_open_from_the_day_it_was() {
    assertThat(
            PositionAlert.among(
                List.of(
                    says(1, Stance.FOR, 0),
                    says(2, Stance.AGAINST, 1),
                    says(1, Stance.FOR, 8),
                    says(2, Stance.AGAINST, 9))))
        .singleElement()
        .returns(DAY.plusDays(1), PositionAlert::since)
        .returns(null, PositionAlert::until);
  }

  @Test
  void it_is_a_new_one_when_they_disagree_again() {
    assertThat(
            PositionAlert.among(
                List.of(
                    says(1, Stance.FOR, 0),
                    says(2, Stance.AGAINST, 1),
                    withdrawn(2, 3),
                    says(2, Stance.AGAINST, 7))))
        .extracting(PositionAlert::since, PositionAlert::until)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(DAY.plusDays(7), null),
            org.assertj.core.groups.Tuple.tuple(DAY.plusDays(1), DAY.plusDays(3)));
  }

  @Test
  void who_changed_before_the_other_spoke_did_not_contradict() {
    assertThat(
            PositionAlert.among(
                List.of(says(1, Stance.FOR, 0), withdrawn(1, 3), says(2, Stance.AGAINST, 3))))
        .isEmpty();
    assertThat(
            PositionAlert.among(
                List.of(says(1, Stance.FOR, 0), withdrawn(1, 4), says(2, Stance.AGAINST, 3))))
        .hasSize(1);
  }

  @Test
  void a_withdrawal_of_what_was_never_public_means_nothing() {
    assertThat(PositionAlert.among(List.of(withdrawn(1, 0), says(2, Stance.FOR, 1)))).isEmpty();
    assertThat(PositionAlert.among(List.of())).isEmpty();
  }

  @Test
  void open_ones_come_first_and_then_the_latest() {
    var alerts =
        PositionAlert.among(
            List.of(
                says(1, Stance.FOR, 0),
                says(2, Stance.AGAINST, 1),
                says(3, Stance.AGAINST, 2),
                withdrawn(3, 8),
                says(4, Stance.CONDITIONAL, 3),
                withdrawn(4, 8)));
    assertThat(alerts)
        .extracting(PositionAlert::since)
        .containsExactly(DAY.plusDays(1), DAY.plusDays(3), DAY.plusDays(2));
    assertThat(alerts).extracting(PositionAlert::isOpen).containsExactly(true, false, false);
  }

  @Test
  void it_concerns_the_places_of_both() {
    var alert =
        PositionAlert.among(List.of(says(1, Stance.FOR, 0), says(2, Stance.AGAINST, 0))).getFirst();
    assertThat(alert.concerns(place(1))).isTrue();
    assertThat(alert.concerns(place(2))).isTrue();
    assertThat(alert.concerns(place(3))).isFalse();
  }

  private static PositionPublished says(int body, Stance stance, int day) {
    return published(body, HUB, stance, day);
  }

  private static PositionPublished published(int body, OptionId option, Stance stance, int day) {
    return new PositionPublished(
        new PositionId(new UUID(1, body)),
        place(body),
        body(body),
        ISSUE,
        TOPIC,
        1,
        1,
        List.of(new OptionStance(option, stance)),
        List.of(),
        DAY.plusDays(day));
  }

  private static PositionWithdrawn withdrawn(int body, int day) {
    return new PositionWithdrawn(
        new PositionId(new UUID(1, body)), place(body), ISSUE, DAY.plusDays(day));
  }

  private static Side side(int body, Stance stance) {
    return new Side(new PositionId(new UUID(1, body)), body(body), place(body), stance);
  }

  private static OrganisationId body(int number) {
    return new OrganisationId("WYVB000" + number);
  }

  private static PlaceId place(int number) {
    return new PlaceId(new UUID(2, number));
  }
}
