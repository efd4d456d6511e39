package uk.onevoice.relationships.domain.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.mandate.KnownMandate.Span;
import uk.onevoice.relationships.domain.mandate.KnownMandate.Version;
import uk.onevoice.relationships.domain.mandate.MandateHeard.Asked;
import uk.onevoice.relationships.domain.mandate.MandateHeard.InForceFrom;
import uk.onevoice.relationships.domain.mandate.MandateHeard.Opened;
import uk.onevoice.relationships.domain.mandate.MandateHeard.OutOfForceFrom;

/** When which version of a mandate was in force, from what is heard of it. */
class KnownMandateTest {
  private static final UUID ID = new UUID(1, 1);
  private static final PlaceId VALLEY = new PlaceId(new UUID(2, 2));
  private static final UUID LETTERS = new UUID(3, 3);
  private static final UUID BEDS = new UUID(4, 4);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
  private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);
  private static final Version FIRST = version(1, LETTERS, MAY, JULY);
  private static final Version SECOND = version(2, BEDS, JUNE, AUGUST);

  private static Version version(int number, UUID topic, LocalDate start, LocalDate end) {
    return new Version(number, List.of(topic), new OrganisationId("WYVF0001"), null, start, end);
  }

  private static KnownMandate heard(MandateHeard... all) {
    KnownMandate mandate = KnownMandate.of(new Opened(ID, VALLEY));
    for (MandateHeard each : all) {
      mandate = mandate.after(each);
    }
    return mandate;
  }

  @Test
  void one_that_is_only_asked_for_holds_on_no_day() {
    KnownMandate asked = heard(new Asked(FIRST));
    assertThat(asked.mandateId()).isEqualTo(ID);
    assertThat(asked.placeId()).isEqualTo(VALLEY);
    assertThat(asked.versions()).containsExactly(FIRST);
    assertThat(asked.on(MAY)).isEmpty();
    assertThat(asked.until()).isEmpty();
    assertThat(asked.topics()).isEmpty();
    assertThat(asked.after(new Opened(ID, VALLEY))).isEqualTo(asked);
  }

  @Test
  void it_holds_from_its_first_day_to_the_day_before_its_end() {
    KnownMandate held = heard(new Asked(FIRST), new InForceFrom(1, MAY.minusDays(9)));
    assertThat(held.on(MAY.minusDays(1))).isEmpty();
    assertThat(held.on(MAY)).contains(FIRST);
    assertThat(held.on(JULY.minusDays(1))).contains(FIRST);
    assertThat(held.on(JULY)).isEmpty();
    assertThat(held.until()).contains(JULY);
    assertThat(held.topics()).containsExactly(LETTERS);
  }

  @Test
  void agreed_after_its_first_day_it_holds_from_then_on_and_not_at_all_after_its_end() {
    KnownMandate late = heard(new Asked(FIRST), new InForceFrom(1, JUNE));
    assertThat(late.on(JUNE.minusDays(1))).isEmpty();
    assertThat(late.on(JUNE)).contains(FIRST);
    assertThat(heard(new Asked(FIRST), new InForceFrom(1, JULY)).inForce()).isEmpty();
    assertThat(heard(new Asked(FIRST), new InForceFrom(1, JULY.minusDays(1))).inForce())
        .containsExactly(new Span(1, JULY.minusDays(1), JULY));
  }

  @Test
  void a_new_version_takes_the_place_of_the_one_before() {
    KnownMandate both =
        heard(
            new Asked(FIRST), new InForceFrom(1, MAY), new Asked(SECOND), new InForceFrom(2, JUNE));
    assertThat(both.inForce()).containsExactly(new Span(1, MAY, JUNE), new Span(2, JUNE, AUGUST));
    assertThat(both.on(JUNE.minusDays(1))).contains(FIRST);
    assertThat(both.on(JUNE)).contains(SECOND);
    assertThat(both.until()).contains(AUGUST);
    assertThat(both.topics()).containsExactly(BEDS);
  }

  @Test
  void suspended_it_holds_no_longer_and_again_when_that_is_lifted() {
    KnownMandate suspended =
        heard(new Asked(FIRST), new InForceFrom(1, MAY), new OutOfForceFrom(JUNE));
    assertThat(suspended.on(JUNE.minusDays(1))).contains(FIRST);
    assertThat(suspended.on(JUNE)).isEmpty();
    assertThat(suspended.until()).contains(JUNE);
    KnownMandate lifted = suspended.after(new InForceFrom(1, JUNE.plusDays(9)));
    assertThat(lifted.on(JUNE.plusDays(8))).isEmpty();
    assertThat(lifted.on(JUNE.plusDays(9))).contains(FIRST);
    // Ended on the very day on which it began, it never held.
    assertThat(heard(new Asked(FIRST), new InForceFrom(1, MAY), new OutOfForceFrom(MAY)).inForce())
        .isEmpty();
    // What ended before is not ended again.
    assertThat(suspended.after(new OutOfForceFrom(JULY)).until()).contains(JUNE);
  }

  @Test
  void terms_that_are_asked_again_are_those_of_the_version_and_unknown_ones_hold_nothing() {
    Version corrected = version(1, BEDS, MAY, AUGUST);
    KnownMandate again = heard(new Asked(FIRST), new Asked(SECOND), new Asked(corrected));
    assertThat(again.versions()).containsExactly(SECOND, corrected);
    assertThat(again.after(new InForceFrom(3, MAY))).isEqualTo(again);
  }
}
