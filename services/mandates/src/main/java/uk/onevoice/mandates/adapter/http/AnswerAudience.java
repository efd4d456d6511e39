package uk.onevoice.mandates.adapter.http;

import java.util.Set;
import java.util.stream.Collectors;
import uk.onevoice.directory.PlaceId;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.security.Actor;
import uk.onevoice.security.PlaceAuthority;

/** To whom it is told which practice answered what. */
sealed interface AnswerAudience {
  /** Partners, ICBs and everybody else: a practice that declined must not be found out by them. */
  record CountsOnly() implements AnswerAudience {}

  /** A practice sees its own answer. */
  record Own(Set<PracticeId> practices) implements AnswerAudience {}

  /** Leaders of general practice in the mandate's place. */
  record Leaders() implements AnswerAudience {}

  static AnswerAudience of(Actor actor, PlaceId place, PlaceAuthority authority) {
    return switch (actor) {
      case Actor.ClientActor _ -> new CountsOnly();
      case Actor.PersonActor person -> {
        if (authority
            .holdingIn(
                place,
                person,
                Role.FEDERATION_LEAD,
                Role.LMC_OFFICER,
                Role.PCN_CLINICAL_DIRECTOR,
                Role.LEADERSHIP_GROUP_SUPPORT)
            .isPresent()) {
          yield new Leaders();
        }
        Set<PracticeId> own = practicesOf(person);
        yield own.isEmpty() ? new CountsOnly() : new Own(own);
      }
    };
  }

  private static Set<PracticeId> practicesOf(Actor.PersonActor person) {
    return person.holdings(Role.PRACTICE_PARTNER).stream()
        .map(RoleHolding::organisation)
        .filter(organisation -> organisation != null)
        .map(organisation -> new PracticeId(organisation.value()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
