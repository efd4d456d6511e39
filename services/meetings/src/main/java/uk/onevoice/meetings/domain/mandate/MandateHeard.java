package uk.onevoice.meetings.domain.mandate;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.mandate.KnownMandate.Version;

/** What the mandates service says that changes who may speak, and when. */
public sealed interface MandateHeard {
  UUID mandateId();

  /** Practices of a place are asked for the first time. */
  record Opened(UUID mandateId, PlaceId placeId) implements MandateHeard {}

  /** The terms that practices are asked for. */
  record Asked(UUID mandateId, Version version, List<Held> alternates) implements MandateHeard {
    public Asked {
      alternates = List.copyOf(alternates);
    }
  }

  /** This version takes effect, also again after a suspension. */
  record InForceFrom(UUID mandateId, int version, LocalDate on) implements MandateHeard {}

  /** It was suspended, ended or ran out. */
  record OutOfForceFrom(UUID mandateId, LocalDate on) implements MandateHeard {}

  record AlternateNamed(UUID mandateId, Held alternate, LocalDate on) implements MandateHeard {}

  record AlternateStoodDown(UUID mandateId, Held alternate, LocalDate on) implements MandateHeard {}
}
