package uk.onevoice.mandates.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.mandates.domain.MarlValley.END;
import static uk.onevoice.mandates.domain.MarlValley.FEDERATION;
import static uk.onevoice.mandates.domain.MarlValley.HERE;
import static uk.onevoice.mandates.domain.MarlValley.ID;
import static uk.onevoice.mandates.domain.MarlValley.NETWORK;
import static uk.onevoice.mandates.domain.MarlValley.NURSING;
import static uk.onevoice.mandates.domain.MarlValley.P1;
import static uk.onevoice.mandates.domain.MarlValley.P2;
import static uk.onevoice.mandates.domain.MarlValley.PLACE;
import static uk.onevoice.mandates.domain.MarlValley.START;
import static uk.onevoice.mandates.domain.MarlValley.THERE;
import static uk.onevoice.mandates.domain.MarlValley.TODAY;
import static uk.onevoice.mandates.domain.MarlValley.VALLEY;
import static uk.onevoice.mandates.domain.MarlValley.YESTERDAY;
import static uk.onevoice.mandates.domain.MarlValley.about;
import static uk.onevoice.mandates.domain.MarlValley.asked;
import static uk.onevoice.mandates.domain.MarlValley.asking;
import static uk.onevoice.mandates.domain.MarlValley.inForce;
import static uk.onevoice.mandates.domain.MarlValley.opened;
import static uk.onevoice.mandates.domain.MarlValley.uuid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.Decision;
import uk.onevoice.mandates.domain.ConsentCommand.Given;
import uk.onevoice.mandates.domain.ConsentCommand.Respond;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentConditional;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentDeclined;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentEnded;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentWithdrawn;
import uk.onevoice.mandates.domain.ConsentEvent.PracticesReminded;
import uk.onevoice.mandates.domain.LifeEvent.MandateEnded;
import uk.onevoice.mandates.domain.LifeEvent.VersionAsked;
import uk.onevoice.mandates.domain.LifeEvent.VersionWithdrawn;
import uk.onevoice.mandates.domain.Mandate.Opened;

/** What waits for a practice, and what no longer does. */
class UnansweredTest {
  private static final Belonging OF_NETWORK = new Belonging(PLACE, Set.of(NETWORK));
  private static final VersionAsked AGAIN =
      new VersionAsked(
          ID, PLACE, 2, Version.Why.TERMS_CHANGED, about(NURSING, START, END), YESTERDAY);

  private static Opened of(List<? extends MandateEvent> history) {
    return (Opened) Mandate.DECIDER.fold(List.copyOf(history));
  }

  private static Opened after(MandateEvent... further) {
    List<MandateEvent> history = new ArrayList<>(asked(P1));
    history.addAll(List.of(further));
    return of(history);
  }

  /** Whoever is asked can answer, and nobody else: this is what the answer itself would say. */
  private static void asks(
      Opened mandate, PracticeId practice, Belonging belonging, LocalDate day, boolean expected) {
    assertThat(mandate.asks(practice, belonging, day)).isEqualTo(expected);
    var respond =
        new Respond(
            ID,
            List.of(new Given(practice, belonging, true, Answer.DECLINE, day, uuid(70))),
            null,
            Manner.ONLINE,
            day,
            VALLEY);
    assertThat(Mandate.decide(respond, mandate) instanceof Decision.Accepted<?, ?>)
        .isEqualTo(expected);
  }

  @Test
  void a_practice_of_the_place_is_asked_until_the_last_day() {
    Opened mandate = of(asked());
    asks(mandate, P1, HERE, TODAY, true);
    asks(mandate, P1, THERE, TODAY, false);
    asks(mandate, P1, new Belonging(null, Set.of()), TODAY, false);
    asks(mandate, P1, HERE, END.minusDays(1), true);
    asks(mandate, P1, HERE, END, false);
  }

  @Test
  void a_mandate_that_was_ended_asks_nobody() {
    asks(of(inForce()), P2, HERE, TODAY, true);
    asks(of(inForce(new MandateEnded(ID, 1, null, YESTERDAY))), P2, HERE, TODAY, false);
  }

  @Test
  void where_some_are_asked_the_others_are_not() {
    Opened named = of(List.of(opened(asking(new Grantors(null, List.of(P1))))));
    asks(named, P1, HERE, TODAY, true);
    asks(named, P2, HERE, TODAY, false);
    Opened members = of(List.of(opened(asking(new Grantors(NETWORK, null)))));
    asks(members, P1, OF_NETWORK, TODAY, true);
    asks(members, P1, HERE, TODAY, false);
    asks(members, P1, new Belonging(PLACE, Set.of(FEDERATION)), TODAY, false);
  }

  @Test
  void it_is_the_newest_version_that_asks() {
    Terms shorter = about(NURSING, START, TODAY);
    Opened mandate =
        of(inForce(new VersionAsked(ID, PLACE, 2, Version.Why.TERMS_CHANGED, shorter, YESTERDAY)));
    asks(mandate, P1, HERE, TODAY, false);
    asks(of(inForce(AGAIN)), P1, HERE, TODAY, true);
  }

  @Test
  void any_answer_is_an_answer_until_it_ends_with_the_practice() {
    Opened mandate =
        after(
            new ConsentConditional(ID, P2, YESTERDAY, null, null),
            new ConsentDeclined(ID, new PracticeId("WYVP0003"), YESTERDAY, null, null));
    Version version = mandate.newest();
    assertThat(version.isSilent(P1)).isFalse();
    assertThat(version.isSilent(P2)).isFalse();
    assertThat(version.isSilent(new PracticeId("WYVP0003"))).isFalse();
    assertThat(version.isSilent(new PracticeId("WYVP0004"))).isTrue();
    Opened back = after(new ConsentWithdrawn(ID, P1, TODAY, null, null));
    assertThat(back.newest().isSilent(P1)).isFalse();
    Opened gone = after(new ConsentEnded(ID, 1, P1, ConsentEnded.Reason.CLOSED, List.of(), TODAY));
    assertThat(gone.newest().isSilent(P1)).isTrue();
  }

  @Test
  void a_new_version_asks_again_and_one_that_is_withdrawn_no_longer_does() {
    assertThat(of(inForce()).newest().isSilent(P1)).isFalse();
    assertThat(of(inForce(AGAIN)).newest().isSilent(P1)).isTrue();
    assertThat(of(inForce(AGAIN, new VersionWithdrawn(ID, 2, TODAY))).newest().isSilent(P1))
        .isFalse();
  }

  @Test
  void a_practice_knows_when_it_was_reminded_and_of_which_version() {
    Opened mandate =
        after(
            new PracticesReminded(ID, 1, List.of(P2), YESTERDAY.minusDays(7)),
            new PracticesReminded(ID, 1, List.of(P2, new PracticeId("WYVP0003")), YESTERDAY));
    assertThat(mandate.newest().remindersOf(P2)).containsExactly(YESTERDAY, YESTERDAY.minusDays(7));
    assertThat(mandate.newest().remindersOf(new PracticeId("WYVP0003"))).containsExactly(YESTERDAY);
    assertThat(mandate.newest().remindersOf(P1)).isEmpty();
    assertThat(
            after(new PracticesReminded(ID, 1, List.of(P2), YESTERDAY), AGAIN)
                .newest()
                .remindersOf(P2))
        .isEmpty();
  }
}
