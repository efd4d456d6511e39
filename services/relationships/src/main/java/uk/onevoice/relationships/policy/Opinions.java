package uk.onevoice.relationships.policy;

import java.util.List;
import java.util.UUID;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.SlotId;

/** Which opinions a slot's team has of people on the other side, without a word of them. */
public interface Opinions {
  /** One opinion: where it is kept, and who wrote it. */
  record Opinion(UUID assessmentRef, PersonId author) {}

  /** Those that are in force today, in the order in which they were written. */
  List<Opinion> inForce(SlotId slot);
}
