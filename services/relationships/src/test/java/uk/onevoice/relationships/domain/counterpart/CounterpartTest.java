package uk.onevoice.relationships.domain.counterpart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.relationships.domain.counterpart.Counterpart.Authority;
import uk.onevoice.relationships.domain.counterpart.Counterpart.EarlierRole;

class CounterpartTest {
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 2);

  @Test
  void a_role_they_have_no_longer_stays_in_the_record() {
    var revised = lead(List.of()).revisedTo(director(APRIL));
    assertThat(revised.roleTitle()).isEqualTo("Medical director");
    assertThat(revised.checkedOn()).isEqualTo(NOVEMBER);
    assertThat(revised.earlierRoles())
        .containsExactly(new EarlierRole("Clinical lead", LocalDate.of(2021, 1, 1), APRIL));
  }

  @Test
  void the_latest_comes_first_and_ends_when_somebody_noticed_where_nobody_knows_better() {
    var before = new EarlierRole("Consultant", null, LocalDate.of(2021, 1, 1));
    assertThat(lead(List.of(before)).revisedTo(director(null)).earlierRoles())
        .containsExactly(
            new EarlierRole("Clinical lead", LocalDate.of(2021, 1, 1), NOVEMBER), before);
  }

  @Test
  void the_same_role_said_again_is_no_earlier_one() {
    assertThat(director(APRIL).revisedTo(director(APRIL)).earlierRoles()).isEmpty();
  }

  private static Counterpart lead(List<EarlierRole> earlier) {
    return new Counterpart(
        "Dr Sunita Pellow",
        "Clinical lead",
        LocalDate.of(2021, 1, 1),
        null,
        null,
        Authority.CANNOT_SIGN,
        APRIL,
        earlier);
  }

  private static Counterpart director(@Nullable LocalDate since) {
    return new Counterpart(
        "Dr Sunita Pellow",
        "Medical director",
        since,
        "Place board",
        "Letters",
        Authority.CAN_SIGN,
        NOVEMBER,
        List.of());
  }
}
