package uk.onevoice.projection.representation;

/** A part of the measures of a place; who sees it stands in {@code permissions.yaml}. */
public enum Part {
  /** As they are now; for others the week as it began. */
  LIVE("measures.live"),
  COVERAGE("measures.coverage"),
  /** How many practices gave which answer. */
  ANSWERS("mandate.counts"),
  /** Which practice gave which. */
  ANSWERS_BY_PRACTICE("mandate.answers"),
  PATIENTS("measures.patients"),
  COMING("measures.coming"),
  SLOTS("measures.slots"),
  SLOT_COUNTS("measures.slotCounts"),
  /** Who is in touch with whom, and so what they promised each other. */
  SLOT_HOLDERS("slot.holders"),
  /** On whom relationships hang. */
  SINGLE_POINTS("measures.singlePoints"),
  COMMITMENTS("measures.commitments"),
  JOINT_GROUPS("measures.jointGroups"),
  INFLUENCE("measures.influence"),
  INFLUENCE_COUNTS("measures.influenceCounts"),
  /** Who carries meetings, what was agreed before and told after them, seats and partners. */
  MEETINGS("measures.meetings"),
  LOAD("measures.load"),
  CONTRADICTIONS("measures.contradictions"),
  AMBITION("measures.ambition"),
  /** The representation matrix, and what another body sees of it. */
  MATRIX("matrix.whole"),
  /** Of the matrix, the forums that one's own body shares. */
  MATRIX_SHARED("matrix.shared");

  private final String row;

  Part(String row) {
    this.row = row;
  }

  /** Its name in the permission matrix. */
  String row() {
    return row;
  }
}
