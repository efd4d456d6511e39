package uk.onevoice.mandates.domain;

import static uk.onevoice.mandates.domain.MarlValley.CARE;
import static uk.onevoice.mandates.domain.MarlValley.DRAFT;
import static uk.onevoice.mandates.domain.MarlValley.ENOUGH;
import static uk.onevoice.mandates.domain.MarlValley.ICB;
import static uk.onevoice.mandates.domain.MarlValley.ID;
import static uk.onevoice.mandates.domain.MarlValley.LMC;
import static uk.onevoice.mandates.domain.MarlValley.NEW_ICB;
import static uk.onevoice.mandates.domain.MarlValley.OPENED;
import static uk.onevoice.mandates.domain.MarlValley.P1;
import static uk.onevoice.mandates.domain.MarlValley.PLACE;
import static uk.onevoice.mandates.domain.MarlValley.STAND_IN;
import static uk.onevoice.mandates.domain.MarlValley.TERMS;
import static uk.onevoice.mandates.domain.MarlValley.TODAY;
import static uk.onevoice.mandates.domain.MarlValley.granted;
import static uk.onevoice.mandates.domain.MarlValley.uuid;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentConditional;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentDeclined;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentEnded;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentWithdrawn;
import uk.onevoice.mandates.domain.ConsentEvent.PracticesReminded;
import uk.onevoice.mandates.domain.DraftEvent.DraftRevised;
import uk.onevoice.mandates.domain.DraftEvent.DraftWithdrawn;
import uk.onevoice.mandates.domain.LifeEvent.AlternateNamed;
import uk.onevoice.mandates.domain.LifeEvent.AlternateStoodDown;
import uk.onevoice.mandates.domain.LifeEvent.ConfirmationNeeded;
import uk.onevoice.mandates.domain.LifeEvent.HolderAccepted;
import uk.onevoice.mandates.domain.LifeEvent.MandateActivated;
import uk.onevoice.mandates.domain.LifeEvent.MandateAtRisk;
import uk.onevoice.mandates.domain.LifeEvent.MandateConfirmed;
import uk.onevoice.mandates.domain.LifeEvent.MandateEnded;
import uk.onevoice.mandates.domain.LifeEvent.MandateEndorsed;
import uk.onevoice.mandates.domain.LifeEvent.MandateExpired;
import uk.onevoice.mandates.domain.LifeEvent.MandateRestored;
import uk.onevoice.mandates.domain.LifeEvent.MandateSuspended;
import uk.onevoice.mandates.domain.LifeEvent.SuspensionLifted;
import uk.onevoice.mandates.domain.LifeEvent.VersionAsked;
import uk.onevoice.mandates.domain.LifeEvent.VersionWithdrawn;
import uk.onevoice.mandates.domain.UseEvent.Act;
import uk.onevoice.mandates.domain.UseEvent.InvocationRatified;
import uk.onevoice.mandates.domain.UseEvent.InvocationTakenBack;
import uk.onevoice.mandates.domain.UseEvent.LmcRatificationGiven;
import uk.onevoice.mandates.domain.UseEvent.MandateInvoked;
import uk.onevoice.mandates.domain.UseEvent.Outside;
import uk.onevoice.mandates.domain.UseEvent.RatificationGiven;
import uk.onevoice.mandates.domain.UseEvent.Verdict;
import uk.onevoice.testkit.DeciderRules;

/** What has happened is never refused, whatever happened before. */
class EvolveTest {
  private final DeciderRules<MandateCommand, Mandate, MandateEvent, MandateRejection> mandate =
      DeciderRules.of(Mandate.DECIDER);

  @Test
  void what_has_happened_is_never_refused() {
    var invocation = new InvocationId(uuid(90));
    mandate.evolvesEvery(
        MandateEvent.class,
        DRAFT,
        new DraftRevised(ID, TERMS, TODAY),
        new DraftWithdrawn(ID, TODAY),
        OPENED,
        granted(P1),
        new ConsentConditional(ID, P1, TODAY, null, null),
        new ConsentDeclined(ID, P1, TODAY, 2, null),
        new ConsentWithdrawn(ID, P1, TODAY, null, null),
        new ConsentEnded(ID, 1, P1, ConsentEnded.Reason.CLOSED, List.of(), TODAY),
        new PracticesReminded(ID, 1, List.of(P1), TODAY),
        new VersionAsked(ID, PLACE, 2, Version.Why.RENEWED, TERMS, TODAY),
        new VersionWithdrawn(ID, 2, TODAY),
        new MandateEndorsed(ID, 1, LMC, TODAY),
        new HolderAccepted(ID, 1, TODAY),
        new MandateActivated(ID, 1, ENOUGH, TODAY),
        new MandateAtRisk(ID, 1, ENOUGH, TODAY),
        new MandateRestored(ID, 1, ENOUGH, TODAY),
        new MandateSuspended(ID, 1, Stage.Reason.BY_LEADERS, null, TODAY),
        new SuspensionLifted(ID, 1, TODAY),
        new MandateExpired(ID, 1, TODAY),
        new MandateEnded(ID, 1, null, TODAY),
        new AlternateNamed(ID, STAND_IN, TODAY),
        new AlternateStoodDown(ID, STAND_IN, TODAY),
        new ConfirmationNeeded(ID, ICB, NEW_ICB, TODAY),
        new MandateConfirmed(ID, NEW_ICB, TODAY),
        new MandateInvoked(
            ID,
            invocation,
            1,
            Act.SPOKE,
            Verdict.PROVISIONAL,
            List.of(Outside.DATE),
            CARE.topicId(),
            null,
            List.of(),
            null,
            null,
            null,
            3,
            TODAY,
            List.of(LMC)),
        new RatificationGiven(ID, invocation, P1, true, TODAY),
        new LmcRatificationGiven(ID, invocation, LMC, true, TODAY),
        new InvocationRatified(ID, invocation, TODAY),
        new InvocationTakenBack(ID, invocation, TODAY));
  }
}
