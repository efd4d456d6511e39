package uk.onevoice.relationships.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.policy.Opinions;

/** Opinions of slots, from their judgements. */
@ApplicationScoped
class SlotOpinions implements Opinions {
  @Override
  public List<Opinion> inForce(SlotId slot) {
    return List.of();
  }
}
