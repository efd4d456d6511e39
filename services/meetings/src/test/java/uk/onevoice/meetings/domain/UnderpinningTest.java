package uk.onevoice.meetings.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.kernel.Period;
import uk.onevoice.meetings.domain.Underpinning.Kept;

class UnderpinningTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 12);
  private static final Period ALWAYS = Period.from(LocalDate.of(2020, 1, 1));
  private static final OrganisationId TRUST = new OrganisationId("WYVT0001");
  private static final OrganisationId COUNCIL = new OrganisationId("WYVC0001");
  private static final OrganisationId ICB = new OrganisationId("WYVICB01");

  @ParameterizedTest
  @CsvSource({
    "2026-05-11,           , true",
    "2026-05-12,           , true",
    "2026-05-13,           , false",
    "2026-05-01, 2026-05-13, true",
    "2026-05-01, 2026-05-12, false",
    "2026-05-01, 2026-05-02, false",
  })
  void only_what_was_live_on_the_day_of_the_meeting_is_something_to_stand_on(
      LocalDate from, @Nullable LocalDate until, boolean live) {
    var spell = new Period(from, until);
    for (Kept kept : List.of(new Kept(TRUST, ALWAYS, spell), new Kept(TRUST, spell, ALWAYS))) {
      assertThat(Underpinning.of(List.of(TRUST), List.of(kept), DAY).without())
          .as("held %s for a slot of %s", kept.held(), kept.slot())
          .isEqualTo(live ? List.of() : List.of(TRUST));
    }
  }

  @Test
  void one_relationship_with_an_organisation_is_enough_and_with_another_it_is_none() {
    var over = new Kept(TRUST, ALWAYS, new Period(DAY.minusDays(9), DAY.minusDays(3)));
    var live = new Kept(TRUST, ALWAYS, Period.from(DAY.minusDays(3)));
    assertThat(Underpinning.of(List.of(COUNCIL, TRUST, ICB), List.of(over, live), DAY))
        .isEqualTo(new Underpinning(3, List.of(COUNCIL, ICB)));
    assertThat(Underpinning.of(List.of(TRUST), List.of(over, live), DAY))
        .isEqualTo(new Underpinning(1, List.of()));
  }

  @Test
  void where_no_partner_was_there_nobody_is_missing() {
    assertThat(Underpinning.of(List.of(), List.of(), DAY))
        .isEqualTo(new Underpinning(0, List.of()));
  }
}
