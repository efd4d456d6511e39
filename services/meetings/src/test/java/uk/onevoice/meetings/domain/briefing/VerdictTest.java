package uk.onevoice.meetings.domain.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.briefing.Verdict.Kind;
import uk.onevoice.meetings.domain.briefing.Verdict.Why;
import uk.onevoice.meetings.domain.mandate.Held;
import uk.onevoice.meetings.domain.mandate.KnownMandate;
import uk.onevoice.meetings.domain.mandate.KnownMandate.Span;
import uk.onevoice.meetings.domain.mandate.KnownMandate.Version;

class VerdictTest {
  private static final UUID TOPIC = new UUID(0, 1);
  private static final UUID OTHER_TOPIC = new UUID(0, 2);
  private static final UUID BOARD = new UUID(0, 3);
  private static final UUID OTHER_BOARD = new UUID(0, 4);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  @Test
  void what_may_be_agreed_and_has_no_other_limit_is_inside() {
    KnownMandate mandate = mandate(1, true, Set.of("MAY_AGREE"));
    Verdict verdict = verdict(TOPIC, BOARD, mandate);
    assertThat(verdict.kind()).isEqualTo(Kind.INSIDE);
    assertThat(verdict.why()).isEqualTo(Why.COVERED);
    assertThat(verdict.covering())
        .containsExactly(new Verdict.Covering(mandate.mandateId(), mandate.versions().getFirst()));
    assertThat(verdict(TOPIC, null, mandate).kind()).as("at any table").isEqualTo(Kind.INSIDE);
  }

  @Test
  void a_limit_that_has_to_be_read_first_means_coming_back() {
    for (String limit : List.of("MUST_REFER", "MUST_NOT")) {
      Verdict verdict = verdict(TOPIC, BOARD, mandate(1, true, Set.of("MAY_AGREE", limit)));
      assertThat(verdict.kind()).isEqualTo(Kind.MUST_COME_BACK);
      assertThat(verdict.why()).isEqualTo(Why.HAS_LIMITS);
      assertThat(verdict.covering()).hasSize(1);
    }
  }

  @Test
  void who_was_told_of_nothing_that_may_be_agreed_speaks_and_does_not_agree() {
    Verdict verdict = verdict(TOPIC, BOARD, mandate(1, true, Set.of()));
    assertThat(verdict.kind()).isEqualTo(Kind.MUST_COME_BACK);
    assertThat(verdict.why()).isEqualTo(Why.NO_LIMITS_STATED);
  }

  @Test
  void of_several_mandates_the_widest_decides_and_all_are_shown() {
    Verdict verdict =
        verdict(
            TOPIC,
            BOARD,
            mandate(1, true, Set.of("MUST_REFER")),
            mandate(2, false, Set.of("MAY_AGREE")));
    assertThat(verdict.kind()).isEqualTo(Kind.INSIDE);
    assertThat(verdict.covering()).hasSize(2);
    assertThat(
            verdict(TOPIC, BOARD, mandate(1, true, Set.of()), mandate(2, true, Set.of("MUST_NOT")))
                .why())
        .isEqualTo(Why.HAS_LIMITS);
  }

  @Test
  void without_a_mandate_for_topic_table_and_day_it_is_outside() {
    KnownMandate here = mandate(1, false, Set.of("MAY_AGREE"));
    assertThat(outside(null, BOARD, DAY, here)).isEqualTo(Why.NO_LISTED_TOPIC);
    assertThat(outside(OTHER_TOPIC, BOARD, DAY, here)).isEqualTo(Why.NO_MANDATE);
    assertThat(outside(TOPIC, OTHER_BOARD, DAY, here)).isEqualTo(Why.OTHER_TABLE);
    assertThat(outside(TOPIC, null, DAY, here)).isEqualTo(Why.OTHER_TABLE);
    assertThat(outside(TOPIC, BOARD, DAY.plusYears(3), here)).isEqualTo(Why.NOT_IN_FORCE);
    assertThat(outside(TOPIC, BOARD, DAY)).isEqualTo(Why.NO_MANDATE);
    assertThat(verdict(TOPIC, BOARD, here).kind()).isEqualTo(Kind.INSIDE);
  }

  private static Why outside(
      @Nullable UUID topic, @Nullable UUID forum, LocalDate day, KnownMandate... mandates) {
    Verdict verdict = Verdict.of(List.of(mandates), topic, forum, day);
    assertThat(verdict.kind()).isEqualTo(Kind.OUTSIDE);
    assertThat(verdict.covering()).isEmpty();
    return verdict.why();
  }

  private static Verdict verdict(
      @Nullable UUID topic, @Nullable UUID forum, KnownMandate... mandates) {
    return Verdict.of(List.of(mandates), topic, forum, DAY);
  }

  private static KnownMandate mandate(int n, boolean everywhere, Set<String> limits) {
    var version =
        new Version(
            1,
            List.of(TOPIC),
            everywhere,
            everywhere ? List.of() : List.of(BOARD),
            new Held(new OrganisationId("WYVN0001"), "PCN_CLINICAL_DIRECTOR"),
            limits,
            5,
            7,
            DAY.minusDays(100),
            DAY.plusDays(100));
    return new KnownMandate(
        new UUID(1, n),
        new PlaceId(new UUID(2, 1)),
        List.of(version),
        List.of(new Span(1, version.start(), version.end())),
        List.of());
  }
}
