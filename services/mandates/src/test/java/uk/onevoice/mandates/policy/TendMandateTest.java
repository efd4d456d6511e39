package uk.onevoice.mandates.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.Label;
import uk.onevoice.mandates.domain.ConsentCommand.EndConsent;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentEnded.Reason;
import uk.onevoice.mandates.domain.Electorate;
import uk.onevoice.mandates.domain.Holder;
import uk.onevoice.mandates.domain.HolderRole;
import uk.onevoice.mandates.domain.LifeCommand.FollowIcs;
import uk.onevoice.mandates.domain.LifeCommand.LeaveHolderVacant;
import uk.onevoice.mandates.domain.LifeCommand.TakeStock;
import uk.onevoice.mandates.domain.LifeEvent.MandateEnded;
import uk.onevoice.mandates.domain.Limit;
import uk.onevoice.mandates.domain.ListedTopic;
import uk.onevoice.mandates.domain.Mandate;
import uk.onevoice.mandates.domain.MandateEvent;
import uk.onevoice.mandates.domain.MandateEvent.MandateOpened;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.Terms;
import uk.onevoice.mandates.domain.Threshold;
import uk.onevoice.mandates.domain.Topic;

/** What a mandate is told of what happens around it. */
class TendMandateTest {
  private static final MandateId ID = new MandateId(new UUID(1, 1));
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalDate START = LocalDate.of(2026, 4, 1);
  private static final PracticeId OLD = new PracticeId("WYVP0001");
  private static final PracticeId NEW = new PracticeId("WYVP0009");
  private static final OrganisationId FEDERATION = new OrganisationId("WYVF0001");
  private static final OrganisationId ICB = new OrganisationId("WYVICB01");
  private static final OrganisationId NEW_ICB = new OrganisationId("WYVICB02");
  private static final Electorate NOBODY = new Electorate(List.of());
  private static final Holder.Held LEAD = new Holder.Held(FEDERATION, HolderRole.FEDERATION_LEAD);

  @Test
  void on_a_day_like_any_other_it_takes_stock() {
    assertThat(TendMandate.commands(mandate(true), around(Set.of(LEAD), List.of(), ICB)))
        .containsExactly(new TakeStock(ID, Set.of(LEAD), TODAY, NOBODY));
  }

  @Test
  void answers_of_practices_that_are_gone_end_before_answers_are_counted() {
    var followed = new Surroundings.Gone(OLD, TODAY.minusDays(3), List.of(NEW));
    var closed = new Surroundings.Gone(NEW, TODAY.minusDays(2), List.of());
    assertThat(
            TendMandate.commands(
                mandate(true), around(Set.of(LEAD), List.of(followed, closed), ICB)))
        .containsExactly(
            new EndConsent(
                ID, OLD, Reason.SUCCEEDED, List.of(NEW), TODAY.minusDays(3), TODAY, NOBODY),
            new EndConsent(ID, NEW, Reason.CLOSED, List.of(), TODAY.minusDays(2), TODAY, NOBODY),
            new TakeStock(ID, Set.of(LEAD), TODAY, NOBODY));
  }

  @Test
  void a_holders_role_that_nobody_holds_is_told() {
    assertThat(TendMandate.commands(mandate(true), around(Set.of(), List.of(), ICB)))
        .containsExactly(
            new TakeStock(ID, Set.of(), TODAY, NOBODY), new LeaveHolderVacant(ID, TODAY));
  }

  @Test
  void of_a_mandate_of_one_step_nobody_can_tell_whether_its_role_is_held() {
    assertThat(TendMandate.commands(mandate(false), around(Set.of(), List.of(), ICB)))
        .containsExactly(new TakeStock(ID, Set.of(), TODAY, NOBODY));
  }

  @Test
  void another_ics_than_before_is_told_where_both_are_known() {
    assertThat(TendMandate.commands(mandate(true), around(Set.of(LEAD), List.of(), NEW_ICB)))
        .containsExactly(
            new TakeStock(ID, Set.of(LEAD), TODAY, NOBODY), new FollowIcs(ID, ICB, NEW_ICB, TODAY));
    assertThat(TendMandate.commands(mandate(true), around(Set.of(LEAD), List.of(), null)))
        .hasSize(1);
  }

  @Test
  void what_was_ended_is_told_nothing() {
    Mandate ended =
        Mandate.DECIDER.fold(mandate(true), List.of(new MandateEnded(ID, 1, null, TODAY)));
    assertThat(TendMandate.commands((Mandate.Opened) ended, around(Set.of(), List.of(), NEW_ICB)))
        .isEmpty();
  }

  private static Surroundings around(
      Set<Holder.Held> inPost, List<Surroundings.Gone> gone, @Nullable OrganisationId icsNow) {
    return new Surroundings(TODAY, NOBODY, inPost, gone, ICB, icsNow);
  }

  private static Mandate.Opened mandate(boolean whole) {
    var holder = new Holder(FEDERATION, HolderRole.FEDERATION_LEAD, new Label("Lead"));
    var topic = new ListedTopic(new UUID(1, 2), new Topic("care"));
    var terms =
        new Terms(
            List.of(topic),
            List.of(),
            holder,
            List.of(),
            List.of(new Limit(Limit.Kind.MAY_AGREE, new UUID(1, 3))),
            new Threshold(1, null, null),
            5,
            7,
            START,
            START.plusYears(2),
            null);
    MandateEvent opened =
        new MandateOpened(
            ID,
            new PlaceId(new UUID(1, 4)),
            topic.topic(),
            null,
            FEDERATION,
            holder.label(),
            START,
            START.plusYears(2),
            START,
            topic.topicId(),
            whole ? 1 : null,
            whole ? terms : null);
    return (Mandate.Opened) Mandate.DECIDER.fold(List.of(opened));
  }
}
