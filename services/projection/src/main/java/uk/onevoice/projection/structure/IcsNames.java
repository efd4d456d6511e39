package uk.onevoice.projection.structure;

import uk.onevoice.projection.reading.Snapshot;

/** What is known of ICSs by their code alone. */
public final class IcsNames {
  private IcsNames() {}

  /** Whether it is the code of an ICB, which stands for its ICS. */
  public static boolean isIcs(Snapshot facts, String odsCode) {
    return new Structures(facts).nameOf(odsCode).isPresent();
  }
}
