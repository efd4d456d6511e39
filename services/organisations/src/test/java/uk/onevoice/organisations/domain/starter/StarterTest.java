package uk.onevoice.organisations.domain.starter;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.place.PlaceId;
import uk.onevoice.organisations.domain.starter.StarterCommand.Tick;
import uk.onevoice.organisations.domain.starter.StarterCommand.Untick;
import uk.onevoice.organisations.domain.starter.StarterEvent.StarterStepTicked;
import uk.onevoice.organisations.domain.starter.StarterEvent.StarterStepUnticked;
import uk.onevoice.organisations.domain.starter.StarterRejection.NotOnTheList;
import uk.onevoice.testkit.DeciderRules;

class StarterTest {
  private static final PlaceId PLACE = new PlaceId(new UUID(0, 1));
  private static final OrganisationId PCN = new OrganisationId("WYVN0001");
  private static final Step TALK = Step.TALK_TO_CLINICAL_DIRECTOR;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
  private static final StarterStepTicked TICKED = new StarterStepTicked(PLACE, TALK, PCN, DAY);
  private static final StarterStepUnticked UNTICKED = new StarterStepUnticked(PLACE, TALK, PCN);

  private final DeciderRules<StarterCommand, Starter, StarterEvent, StarterRejection> starter =
      DeciderRules.of(Starter.DECIDER);

  @Test
  void a_step_on_the_list_is_ticked_once_and_can_be_unticked() {
    var tick = new Tick(PLACE, TALK, PCN, true, DAY);
    starter.given().when(tick).then(TICKED);
    starter.given(TICKED).when(tick).then();
    starter.given(TICKED).when(new Untick(PLACE, TALK, PCN)).then(UNTICKED);
    starter.given(TICKED, UNTICKED).when(new Untick(PLACE, TALK, PCN)).then();
    starter.given(TICKED, UNTICKED).when(tick).then(TICKED);
  }

  @Test
  void a_step_that_is_not_on_the_places_list_is_refused() {
    starter.given().when(new Tick(PLACE, TALK, PCN, false, DAY)).thenRejected(new NotOnTheList());
  }

  @Test
  void what_has_happened_is_never_refused() {
    starter.evolvesEvery(StarterEvent.class, TICKED, UNTICKED);
  }
}
