package uk.onevoice.mandates.domain;

import java.time.LocalDate;

/** What happens to a mandate before practices are asked. */
public sealed interface DraftEvent extends MandateEvent {
  record MandateDrafted(MandateId mandateId, PlaceId placeId, Terms terms, LocalDate on)
      implements DraftEvent {}

  record DraftRevised(MandateId mandateId, Terms terms, LocalDate on) implements DraftEvent {}

  record DraftWithdrawn(MandateId mandateId, LocalDate on) implements DraftEvent {}
}
