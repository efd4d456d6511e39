package uk.onevoice.projection.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.onevoice.projection.reading.IcsFootprint.Break;
import uk.onevoice.projection.reading.IcsFootprint.Chosen;
import uk.onevoice.projection.reading.IcsFootprint.Named;

class IcsFootprintTest {
  private static final LocalDate Y2022 = LocalDate.of(2022, 7, 1);
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final List<Break> CHANGES = List.of(change(Y2022), change(APRIL));

  @Test
  void an_ics_is_told_with_the_area_of_the_day_that_before_or_that_since() {
    assertThat(of(Chosen.THEN, MAY)).isEqualTo("2026-05-01 in 2026-04-01 to null");
    assertThat(of(Chosen.NEW, MAY)).isEqualTo("2026-05-01 in 2026-04-01 to null");
    assertThat(of(Chosen.OLD, MAY)).isEqualTo("2026-03-31 in 2022-07-01 to 2026-04-01");
    assertThat(of(Chosen.THEN, MARCH)).isEqualTo("2026-03-01 in 2022-07-01 to 2026-04-01");
    assertThat(of(Chosen.OLD, MARCH)).isEqualTo("2026-03-01 in 2022-07-01 to 2026-04-01");
    assertThat(of(Chosen.NEW, MARCH)).isEqualTo("2026-04-01 in 2026-04-01 to null");
  }

  @Test
  void on_the_day_itself_the_area_is_the_new_one() {
    assertThat(of(Chosen.THEN, APRIL)).isEqualTo("2026-04-01 in 2026-04-01 to null");
    assertThat(of(Chosen.THEN, APRIL.minusDays(1)))
        .isEqualTo("2026-03-31 in 2022-07-01 to 2026-04-01");
    assertThat(of(Chosen.THEN, Y2022.minusDays(1))).isEqualTo("2022-06-30 in null to 2022-07-01");
  }

  @Test
  void an_area_that_never_changed_is_the_same_by_any_choice() {
    for (Chosen chosen : Chosen.values()) {
      assertThat(told(IcsFootprint.of(chosen, MAY, List.of())))
          .isEqualTo("2026-05-01 in null to null");
    }
  }

  private static String of(Chosen chosen, LocalDate asOf) {
    return told(IcsFootprint.of(chosen, asOf, CHANGES));
  }

  private static String told(IcsFootprint area) {
    return area.on() + " in " + area.from() + " to " + area.until();
  }

  private static Break change(LocalDate on) {
    return new Break(on, List.of(new Named("QO1", null)), List.of());
  }
}
