package uk.onevoice.relationships.domain.focal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.focal.FocalPointCommand.Name;
import uk.onevoice.relationships.domain.focal.FocalPointCommand.Withdraw;
import uk.onevoice.relationships.domain.focal.FocalPointEvent.FocalPointNamed;
import uk.onevoice.relationships.domain.focal.FocalPointEvent.FocalPointWithdrawn;
import uk.onevoice.relationships.domain.focal.FocalPointRejection.NotLive;
import uk.onevoice.testkit.DeciderRules;

class FocalPointTest {
  private static final PlaceId PLACE = new PlaceId(new UUID(0, 1));
  private static final OrganisationId TRUST = new OrganisationId("WYVT0001");
  private static final FocalPointId ID = FocalPointId.of(PLACE, TRUST);
  private static final SlotId SLOT = new SlotId(new UUID(0, 2));
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final FocalPointWithdrawn WITHDRAWN = new FocalPointWithdrawn(ID, TODAY);

  private final DeciderRules<FocalPointCommand, FocalPoint, FocalPointEvent, FocalPointRejection>
      focal = DeciderRules.of(FocalPoint.DECIDER);

  @Test
  void one_person_is_the_one_to_turn_to() {
    focal.given().when(name(1, true)).then(named(1));
  }

  @Test
  void naming_another_replaces_the_one_before() {
    focal.given(named(1)).when(name(2, true)).then(named(2));
    focal.given(named(1), named(2)).thenState(new FocalPoint.Somebody(named(2)));
  }

  @Test
  void naming_the_same_one_again_changes_nothing() {
    focal.given(named(1)).when(name(1, true)).then();
  }

  @Test
  void only_who_keeps_in_touch_can_be_it() {
    var refused = new NotLive(new RelationshipId(new UUID(1, 1)));
    focal.given().when(name(1, false)).thenRejected(refused);
    focal.given(named(1)).when(name(1, false)).thenRejected(refused);
  }

  @Test
  void it_is_withdrawn_once_and_may_be_named_again() {
    focal.given(named(1)).when(new Withdraw(ID, TODAY)).then(WITHDRAWN);
    focal.given(named(1), WITHDRAWN).when(new Withdraw(ID, TODAY)).then();
    focal.given().when(new Withdraw(ID, TODAY)).then();
    focal.given(named(1), WITHDRAWN).when(name(1, true)).then(named(1));
  }

  @Test
  void a_place_has_one_for_each_organisation() {
    assertThat(FocalPointId.of(PLACE, TRUST)).isEqualTo(ID);
    assertThat(
            List.of(
                FocalPointId.of(new PlaceId(new UUID(0, 9)), TRUST),
                FocalPointId.of(PLACE, new OrganisationId("WYVT0002"))))
        .doesNotContain(ID);
  }

  @Test
  void whatever_has_happened_can_be_read() {
    focal.evolvesEvery(FocalPointEvent.class, named(1), WITHDRAWN);
  }

  private static Name name(int number, boolean live) {
    return new Name(
        ID,
        PLACE,
        TRUST,
        SLOT,
        new RelationshipId(new UUID(1, number)),
        new PersonId(new UUID(2, number)),
        live,
        TODAY);
  }

  private static FocalPointNamed named(int number) {
    return new FocalPointNamed(
        ID,
        PLACE,
        TRUST,
        SLOT,
        new RelationshipId(new UUID(1, number)),
        new PersonId(new UUID(2, number)),
        TODAY);
  }
}
