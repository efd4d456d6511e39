package uk.onevoice.relationships.domain.mandate;

import java.time.LocalDate;
import java.util.UUID;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.mandate.KnownMandate.Version;

/** What the mandates service says that changes whether a mandate holds, and on what. */
public sealed interface MandateHeard {
  /** Practices of a place are asked for the first time. */
  record Opened(UUID mandateId, PlaceId placeId) implements MandateHeard {}

  /** The terms that practices are asked for. */
  record Asked(Version version) implements MandateHeard {}

  /** This version takes effect, also again after a suspension. */
  record InForceFrom(int version, LocalDate on) implements MandateHeard {}

  /** It was suspended, ended or ran out. */
  record OutOfForceFrom(LocalDate on) implements MandateHeard {}
}
