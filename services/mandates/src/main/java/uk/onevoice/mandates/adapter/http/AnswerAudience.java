package uk.onevoice.mandates.adapter.http;

import java.util.Set;
import java.util.stream.Collectors;
import uk.onevoice.directory.PlaceId;
import uk.onevoice.directory.Role;
import uk.onevoice.directory.RoleHolding;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.security.Actor;
import uk.onevoice.security.PlaceAuthority;

/** To whom it is told what practices answered. */
sealed interface AnswerAudience {
  /**
   * Everybody who is not general practice of the mandate's place. They see what is asked for, and
   * nothing that moves when a practice answers: whoever looks often would see each answer fall.
   */
  record Outside() implements AnswerAudience {}

  /**
   * A partner of the place's practices sees the counts, and of answers those of these practices.
   */
  record Own(Set<PracticeId> practices) implements AnswerAudience {
    public Own {
      practices = Set.copyOf(practices);
    }
  }

  /** Leaders of general practice in the mandate's place. */
  record Leaders() implements AnswerAudience {}

  static AnswerAudience of(Actor actor, PlaceId place, PlaceAuthority authority) {
    if (authority
        .holdingIn(
            place,
            actor,
            Role.FEDERATION_LEAD,
            Role.LMC_CHAIR,
            Role.LMC_OFFICER,
            Role.PCN_CLINICAL_DIRECTOR,
            Role.LEADERSHIP_GROUP_SUPPORT)
        .isPresent()) {
      return new Leaders();
    }
    return authority.holdingIn(place, actor, Role.PRACTICE_PARTNER).isPresent()
        ? new Own(practicesOf(actor))
        : new Outside();
  }

  private static Set<PracticeId> practicesOf(Actor partner) {
    return partner.holdings(Role.PRACTICE_PARTNER).stream()
        .map(RoleHolding::organisation)
        .filter(organisation -> organisation != null)
        .map(organisation -> new PracticeId(organisation.value()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
