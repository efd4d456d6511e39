package uk.onevoice.organisations.domain.purpose;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.purpose.PurposeCommand.AdoptPurpose;
import uk.onevoice.organisations.domain.purpose.PurposeEvent.PurposeAdopted;
import uk.onevoice.organisations.domain.purpose.PurposeRejection.NotAFederation;
import uk.onevoice.organisations.domain.purpose.PurposeRejection.NotOpen;
import uk.onevoice.organisations.domain.purpose.PurposeRejection.OlderThanTheLast;
import uk.onevoice.testkit.DeciderRules;

class PurposeTest {
  private static final OrganisationId FEDERATION = new OrganisationId(new UUID(0, 1).toString());
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
  private static final UUID WORDS = new UUID(0, 2);
  private static final UUID OTHER_WORDS = new UUID(0, 3);
  private static final Period OPEN = Period.from(APRIL);
  private static final PurposeAdopted FIRST = new PurposeAdopted(FEDERATION, 1, JULY, WORDS);

  private final DeciderRules<PurposeCommand, Purpose, PurposeEvent, PurposeRejection> purpose =
      DeciderRules.of(Purpose.DECIDER);

  @Test
  void each_version_has_the_next_number_and_begins_with_the_one_before_or_later() {
    purpose.given().when(adopt(OPEN, JULY, WORDS)).then(FIRST);
    purpose
        .given(FIRST)
        .when(adopt(OPEN, JULY, OTHER_WORDS))
        .then(new PurposeAdopted(FEDERATION, 2, JULY, OTHER_WORDS));
    purpose
        .given(FIRST)
        .when(adopt(OPEN, JULY.minusDays(1), OTHER_WORDS))
        .thenRejected(new OlderThanTheLast(JULY));
  }

  @Test
  void a_federation_that_is_open_has_a_purpose() {
    purpose.given().when(adopt(null, JULY, WORDS)).thenRejected(new NotAFederation());
    purpose
        .given()
        .when(adopt(OPEN, APRIL.minusDays(1), WORDS))
        .thenRejected(new NotOpen(APRIL.minusDays(1)));
  }

  private static AdoptPurpose adopt(@Nullable Period open, LocalDate from, UUID words) {
    return new AdoptPurpose(FEDERATION, open, from, words);
  }
}
