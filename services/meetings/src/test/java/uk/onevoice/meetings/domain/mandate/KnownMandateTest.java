package uk.onevoice.meetings.domain.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.mandate.KnownMandate.Alternate;
import uk.onevoice.meetings.domain.mandate.KnownMandate.Span;
import uk.onevoice.meetings.domain.mandate.KnownMandate.Version;
import uk.onevoice.meetings.domain.mandate.MandateHeard.AlternateNamed;
import uk.onevoice.meetings.domain.mandate.MandateHeard.AlternateStoodDown;
import uk.onevoice.meetings.domain.mandate.MandateHeard.Asked;
import uk.onevoice.meetings.domain.mandate.MandateHeard.InForceFrom;
import uk.onevoice.meetings.domain.mandate.MandateHeard.Opened;
import uk.onevoice.meetings.domain.mandate.MandateHeard.OutOfForceFrom;

class KnownMandateTest {
  private static final UUID ID = uuid(1);
  private static final PlaceId PLACE = new PlaceId(uuid(2));
  private static final UUID NURSING = uuid(3);
  private static final UUID BOARD = uuid(4);
  private static final UUID OTHER = uuid(5);
  private static final OrganisationId FEDERATION = new OrganisationId("fed");
  private static final Held LEAD = new Held(FEDERATION, "FEDERATION_LEAD");
  private static final Held OFFICER = new Held(new OrganisationId("lmc"), "LMC_OFFICER");
  private static final LocalDate START = LocalDate.of(2026, 4, 1);
  private static final LocalDate END = LocalDate.of(2027, 4, 1);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final KnownMandate NEW =
      new KnownMandate(ID, PLACE, List.of(), List.of(), List.of());

  @Test
  void whoever_holds_the_role_speaks_at_the_table_on_the_topic_while_it_is_in_force() {
    assertThat(inForce().unmandated(List.of(OFFICER, LEAD), BOARD, List.of(OTHER, NURSING), DAY))
        .isEmpty();
    assertThat(inForce().unmandated(List.of(LEAD), BOARD, List.of(NURSING), START)).isEmpty();
  }

  @Test
  void each_thing_that_does_not_fit_is_named() {
    var mandate = inForce();
    assertThat(mandate.unmandated(List.of(OFFICER), BOARD, List.of(NURSING), DAY))
        .containsExactly(Unmandated.HOLDER);
    assertThat(mandate.unmandated(List.of(LEAD), OTHER, List.of(NURSING), DAY))
        .containsExactly(Unmandated.TABLE);
    assertThat(mandate.unmandated(List.of(LEAD), null, List.of(NURSING), DAY))
        .containsExactly(Unmandated.TABLE);
    assertThat(mandate.unmandated(List.of(LEAD), BOARD, List.of(OTHER), DAY))
        .containsExactly(Unmandated.TOPIC);
    assertThat(mandate.unmandated(List.of(), null, List.of(), DAY))
        .containsExactly(Unmandated.HOLDER, Unmandated.TABLE, Unmandated.TOPIC);
    assertThat(mandate.unmandated(List.of(LEAD), BOARD, List.of(NURSING), END))
        .containsExactly(Unmandated.NOT_IN_FORCE);
    assertThat(mandate.unmandated(List.of(LEAD), BOARD, List.of(NURSING), START.minusDays(1)))
        .containsExactly(Unmandated.NOT_IN_FORCE);
  }

  @Test
  void the_same_role_at_another_body_and_another_role_there_do_not_speak() {
    var elsewhere = new Held(new OrganisationId("lmc"), "FEDERATION_LEAD");
    var another = new Held(FEDERATION, "LMC_OFFICER");
    assertThat(inForce().unmandated(List.of(elsewhere, another), BOARD, List.of(NURSING), DAY))
        .containsExactly(Unmandated.HOLDER);
  }

  @Test
  void a_mandate_held_by_a_body_and_at_every_table_asks_for_neither() {
    var mandate =
        NEW.after(new Asked(ID, version(1, true, new Held(FEDERATION, null)), List.of()))
            .after(new InForceFrom(ID, 1, START));
    assertThat(mandate.unmandated(List.of(LEAD), null, List.of(NURSING), DAY)).isEmpty();
    assertThat(mandate.unmandated(List.of(OFFICER), null, List.of(NURSING), DAY))
        .containsExactly(Unmandated.HOLDER);
  }

  @Test
  void what_practices_are_only_asked_for_is_not_in_force() {
    var asked = NEW.after(new Opened(ID, PLACE)).after(asked(1));
    assertThat(asked.on(DAY)).isEmpty();
    assertThat(asked.versions()).hasSize(1);
    assertThat(asked.after(new InForceFrom(ID, 2, DAY))).as("no such version").isEqualTo(asked);
  }

  @Test
  void it_is_in_force_from_its_first_day_or_when_it_was_activated_whichever_is_later() {
    var early = NEW.after(asked(1)).after(new InForceFrom(ID, 1, START.minusDays(30)));
    assertThat(early.inForce()).containsExactly(new Span(1, START, END));
    var late = NEW.after(asked(1)).after(new InForceFrom(ID, 1, DAY));
    assertThat(late.inForce()).containsExactly(new Span(1, DAY, END));
    assertThat(NEW.after(asked(1)).after(new InForceFrom(ID, 1, END)).inForce()).isEmpty();
  }

  @Test
  void while_it_is_suspended_nobody_speaks_and_afterwards_the_days_before_still_count() {
    var suspended = inForce().after(new OutOfForceFrom(ID, DAY));
    assertThat(suspended.on(DAY)).isEmpty();
    assertThat(suspended.on(DAY.minusDays(1))).isPresent();
    var lifted = suspended.after(new InForceFrom(ID, 1, DAY.plusDays(7)));
    assertThat(lifted.on(DAY.plusDays(6))).isEmpty();
    assertThat(lifted.on(DAY.plusDays(7))).isPresent();
    assertThat(lifted.on(DAY.minusDays(1))).isPresent();
  }

  @Test
  void the_next_version_takes_the_place_of_the_one_in_force() {
    var next =
        inForce()
            .after(new Asked(ID, version(2, true, OFFICER), List.of()))
            .after(new InForceFrom(ID, 2, DAY));
    assertThat(next.inForce()).containsExactly(new Span(1, START, DAY), new Span(2, DAY, END));
    assertThat(next.unmandated(List.of(LEAD), BOARD, List.of(NURSING), DAY.minusDays(1))).isEmpty();
    assertThat(next.unmandated(List.of(LEAD), BOARD, List.of(NURSING), DAY))
        .containsExactly(Unmandated.HOLDER);
    assertThat(next.unmandated(List.of(OFFICER), null, List.of(NURSING), DAY)).isEmpty();
  }

  @Test
  void a_span_that_would_begin_after_it_ended_is_none() {
    var coming = NEW.after(asked(1)).after(new InForceFrom(ID, 1, DAY));
    assertThat(coming.after(new OutOfForceFrom(ID, DAY)).inForce()).isEmpty();
  }

  @Test
  void stand_ins_count_from_their_day_until_they_stand_down() {
    var named = inForce().after(new AlternateNamed(ID, OFFICER, DAY));
    assertThat(named.unmandated(List.of(OFFICER), BOARD, List.of(NURSING), DAY.minusDays(1)))
        .containsExactly(Unmandated.HOLDER);
    assertThat(named.unmandated(List.of(OFFICER), BOARD, List.of(NURSING), DAY)).isEmpty();
    var down = named.after(new AlternateStoodDown(ID, OFFICER, DAY.plusDays(5)));
    assertThat(down.unmandated(List.of(OFFICER), BOARD, List.of(NURSING), DAY.plusDays(4)))
        .isEmpty();
    assertThat(down.unmandated(List.of(OFFICER), BOARD, List.of(NURSING), DAY.plusDays(5)))
        .containsExactly(Unmandated.HOLDER);
    assertThat(down.after(new AlternateStoodDown(ID, OFFICER, DAY.plusDays(9))))
        .as("stood down already")
        .isEqualTo(down);
    assertThat(down.after(new AlternateStoodDown(ID, LEAD, DAY))).isEqualTo(down);
  }

  @Test
  void stand_ins_of_a_version_are_its_own() {
    var mandate =
        NEW.after(new Asked(ID, version(1, false, LEAD), List.of(OFFICER)))
            .after(new InForceFrom(ID, 1, START))
            .after(asked(2))
            .after(new InForceFrom(ID, 2, DAY));
    assertThat(mandate.alternates()).containsExactly(new Alternate(1, OFFICER, START, null));
    assertThat(mandate.unmandated(List.of(OFFICER), BOARD, List.of(NURSING), DAY.minusDays(1)))
        .isEmpty();
    assertThat(mandate.unmandated(List.of(OFFICER), BOARD, List.of(NURSING), DAY))
        .containsExactly(Unmandated.HOLDER);
  }

  @Test
  void a_version_that_is_asked_again_takes_the_place_of_the_earlier() {
    var again = NEW.after(asked(1)).after(asked(2)).after(asked(1));
    assertThat(again.versions()).extracting(Version::number).containsExactly(2, 1);
  }

  @Test
  void merged_topics_and_forums_count_as_what_they_went_on_in() {
    UUID care = uuid(6);
    UUID partnership = uuid(7);
    var named =
        inForce()
            .named(
                topic -> topic.equals(NURSING) ? care : topic,
                forum -> forum.equals(BOARD) ? partnership : forum);
    assertThat(named.unmandated(List.of(LEAD), partnership, List.of(care), DAY)).isEmpty();
    assertThat(named.unmandated(List.of(LEAD), BOARD, List.of(NURSING), DAY))
        .containsExactly(Unmandated.TABLE, Unmandated.TOPIC);
    assertThat(named.on(DAY).orElseThrow().limits()).containsExactly("MAY_AGREE");
  }

  private static KnownMandate inForce() {
    return NEW.after(asked(1)).after(new InForceFrom(ID, 1, START));
  }

  private static Asked asked(int number) {
    return new Asked(ID, version(number, false, LEAD), List.of());
  }

  private static Version version(int number, boolean everywhere, Held holder) {
    @Nullable Integer days = 14;
    return new Version(
        number,
        List.of(NURSING),
        everywhere,
        everywhere ? List.of() : List.of(BOARD),
        holder,
        Set.of("MAY_AGREE"),
        days,
        days,
        START,
        END);
  }

  private static UUID uuid(int n) {
    return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
  }
}
