package uk.onevoice.relationships.domain.judgement;

/** An answer to one of the two questions, in words. */
public enum Verdict {
  CLOSED(Axis.OPENNESS),
  DEPENDS(Axis.OPENNESS),
  OPEN(Axis.OPENNESS),
  LITTLE(Axis.SWAY),
  SOME(Axis.SWAY),
  YES(Axis.SWAY);

  private final Axis axis;

  Verdict(Axis axis) {
    this.axis = axis;
  }

  public Axis axis() {
    return axis;
  }
}
