package uk.onevoice.organisations.domain.organisation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.Succeed;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.Successor;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationClosed;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationRegistered;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationSucceeded;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.NotRegistered;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.SuccessorNotKnown;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.SuccessorNotOpen;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.SuccessorOfAnotherKind;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.SuccessorsDoNotFit;
import uk.onevoice.testkit.DeciderRules;

/** A person says who follows an organisation. */
class SuccessionTest {
  private static final OrganisationId OLD = new OrganisationId("W81001");
  private static final OrganisationId NEW = new OrganisationId("W81002");
  private static final OrganisationId OTHER = new OrganisationId("W81003");
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final Period ALWAYS = Period.from(LocalDate.of(1974, 4, 1));
  private static final List<OrganisationKind> PRACTICE = List.of(OrganisationKind.PRACTICE);

  private static final OrganisationRegistered REGISTERED =
      new OrganisationRegistered(
          OLD,
          OLD.value(),
          "HILL SURGERY",
          PRACTICE,
          null,
          ALWAYS.start(),
          null,
          Status.ACTIVE,
          LocalDate.of(2026, 2, 1),
          Source.EPRACCUR,
          null);

  private final DeciderRules<
          OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisation = DeciderRules.of(Organisation.DECIDER);

  @Test
  void a_merger_closes_it_and_moves_nobody() {
    organisation
        .given(REGISTERED)
        .when(succeed(SuccessionKind.MERGER, practice(NEW)))
        .then(followed(SuccessionKind.MERGER, NEW), new OrganisationClosed(OLD, APRIL, null));
  }

  @Test
  void a_body_that_gives_a_part_away_lives_on() {
    organisation
        .given(REGISTERED)
        .when(succeed(SuccessionKind.SPLIT, practice(NEW), practice(OLD)))
        .then(followed(SuccessionKind.SPLIT, OLD, NEW));
  }

  @Test
  void the_same_day_again_corrects_who_followed() {
    organisation
        .given(
            REGISTERED,
            followed(SuccessionKind.MERGER, NEW),
            new OrganisationClosed(OLD, APRIL, null))
        .when(succeed(SuccessionKind.SPLIT, practice(NEW), practice(OTHER)))
        .then(followed(SuccessionKind.SPLIT, NEW, OTHER));
  }

  @Test
  void a_split_has_several_successors_and_everything_else_one_other() {
    organisation
        .given(REGISTERED)
        .when(succeed(SuccessionKind.SPLIT, practice(NEW)))
        .thenRejected(new SuccessorsDoNotFit(SuccessionKind.SPLIT));
    organisation
        .given(REGISTERED)
        .when(succeed(SuccessionKind.SPLIT, practice(NEW), practice(NEW)))
        .thenRejected(new SuccessorsDoNotFit(SuccessionKind.SPLIT));
    organisation
        .given(REGISTERED)
        .when(succeed(SuccessionKind.MERGER, practice(NEW), practice(OTHER)))
        .thenRejected(new SuccessorsDoNotFit(SuccessionKind.MERGER));
    organisation
        .given(REGISTERED)
        .when(succeed(SuccessionKind.ACQUISITION, practice(OLD)))
        .thenRejected(new SuccessorsDoNotFit(SuccessionKind.ACQUISITION));
    organisation
        .given(REGISTERED)
        .when(succeed(SuccessionKind.MERGER))
        .thenRejected(new SuccessorsDoNotFit(SuccessionKind.MERGER));
  }

  @Test
  void successors_are_known_of_its_kind_and_open_on_that_day() {
    organisation
        .given(REGISTERED)
        .when(succeed(SuccessionKind.MERGER, new Successor(NEW, List.of(), null)))
        .thenRejected(new SuccessorNotKnown(NEW));
    organisation
        .given(REGISTERED)
        .when(
            succeed(
                SuccessionKind.MERGER, new Successor(NEW, List.of(OrganisationKind.PCN), ALWAYS)))
        .thenRejected(new SuccessorOfAnotherKind(NEW));
    organisation
        .given(REGISTERED)
        .when(succeed(SuccessionKind.MERGER, open(NEW, new Period(ALWAYS.start(), APRIL))))
        .thenRejected(new SuccessorNotOpen(NEW, APRIL));
    organisation
        .given()
        .when(succeed(SuccessionKind.MERGER, practice(NEW)))
        .thenRejected(new NotRegistered());
  }

  private static Successor practice(OrganisationId id) {
    return open(id, ALWAYS);
  }

  private static Successor open(OrganisationId id, @Nullable Period period) {
    return new Successor(id, PRACTICE, period);
  }

  private static Succeed succeed(SuccessionKind kind, Successor... successors) {
    return new Succeed(List.of(successors), kind, APRIL);
  }

  private static OrganisationSucceeded followed(SuccessionKind kind, OrganisationId... by) {
    return new OrganisationSucceeded(OLD, List.of(by), kind, APRIL);
  }
}
