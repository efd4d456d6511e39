package uk.onevoice.organisations.domain.starter;

/** A step towards a group. Some are taken with each body of the place, some once. */
public enum Step {
  TALK_TO_CLINICAL_DIRECTOR(true),
  TALK_TO_LMC(true),
  TALK_TO_FEDERATION(true),
  AGREE_PURPOSE(false),
  AGREE_SEATS(false),
  FIND_TIME(false),
  NAME_CONVENER(false);

  private final boolean withABody;

  Step(boolean withABody) {
    this.withABody = withABody;
  }

  public boolean isWithABody() {
    return withABody;
  }
}
