package uk.onevoice.organisations.domain.rights;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.rights.RightsCommand.AskFor;
import uk.onevoice.organisations.domain.rights.RightsCommand.LiftRestriction;
import uk.onevoice.organisations.domain.rights.RightsCommand.RequestExport;
import uk.onevoice.organisations.domain.rights.RightsCommand.RestrictProcessing;
import uk.onevoice.organisations.domain.rights.RightsCommand.Settle;
import uk.onevoice.organisations.domain.rights.RightsEvent.ExportRequested;
import uk.onevoice.organisations.domain.rights.RightsEvent.ProcessingRestricted;
import uk.onevoice.organisations.domain.rights.RightsEvent.RequestSettled;
import uk.onevoice.organisations.domain.rights.RightsEvent.RestrictionLifted;
import uk.onevoice.organisations.domain.rights.RightsEvent.RightRequested;
import uk.onevoice.organisations.domain.rights.RightsRejection.SettledAlready;
import uk.onevoice.organisations.domain.rights.RightsRejection.UnknownRequest;
import uk.onevoice.testkit.DeciderRules;

class RightsTest {
  private static final PersonId ADA = new PersonId(new UUID(0, 1));
  private static final RequestId REQUEST = new RequestId(new UUID(0, 2));
  private static final ExportId EXPORT = new ExportId(new UUID(0, 3));
  private static final WordsRef WORDS = new WordsRef(new UUID(0, 4));
  private static final LocalDate LAST_OF_JANUARY = LocalDate.of(2027, 1, 31);
  private static final LocalDate LAST_OF_FEBRUARY = LocalDate.of(2027, 2, 28);
  private static final RightRequested ASKED =
      new RightRequested(ADA, REQUEST, Right.CORRECTION, WORDS, LAST_OF_FEBRUARY);
  private static final ProcessingRestricted RESTRICTED = new ProcessingRestricted(ADA);

  private final DeciderRules<RightsCommand, Rights, RightsEvent, RightsRejection> rights =
      DeciderRules.of(Rights.DECIDER);

  @Test
  void a_request_is_due_within_a_month() {
    rights
        .given()
        .when(new AskFor(ADA, REQUEST, Right.CORRECTION, WORDS, LAST_OF_JANUARY))
        .then(ASKED);
  }

  @Test
  void a_request_is_settled_once_and_in_one_way() {
    var done = new RequestSettled(ADA, REQUEST, Settlement.DONE);
    rights.given(ASKED).when(new Settle(REQUEST, Settlement.DONE)).then(done);
    rights.given(ASKED, done).when(new Settle(REQUEST, Settlement.DONE)).then();
    rights
        .given(ASKED, done)
        .when(new Settle(REQUEST, Settlement.DECLINED))
        .thenRejected(new SettledAlready(Settlement.DONE));
    rights
        .given()
        .when(new Settle(REQUEST, Settlement.DONE))
        .thenRejected(new UnknownRequest(REQUEST));
  }

  @Test
  void words_are_restricted_until_that_is_lifted() {
    var lifted = new RestrictionLifted(ADA);
    rights.given().when(new RestrictProcessing(ADA)).then(RESTRICTED);
    rights.given(RESTRICTED).when(new RestrictProcessing(ADA)).then();
    rights.given(RESTRICTED).when(new LiftRestriction(ADA)).then(lifted);
    rights.given().when(new LiftRestriction(ADA)).then();
    rights.given(RESTRICTED, lifted).when(new RestrictProcessing(ADA)).then(RESTRICTED);
  }

  @Test
  void an_export_is_due_within_a_month() {
    rights
        .given()
        .when(new RequestExport(ADA, EXPORT, LAST_OF_JANUARY))
        .then(new ExportRequested(ADA, EXPORT, LAST_OF_FEBRUARY));
  }

  @Test
  void evolving_never_refuses() {
    rights.evolvesEvery(
        RightsEvent.class,
        ASKED,
        new RequestSettled(ADA, REQUEST, Settlement.DECLINED),
        RESTRICTED,
        new RestrictionLifted(ADA),
        new ExportRequested(ADA, EXPORT, LAST_OF_FEBRUARY));
  }
}
