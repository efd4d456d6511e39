package uk.onevoice.relationships.domain.judgement;

/** What a relationship has to show before it counts as strong. */
public enum Proof {
  /** Could we ring them? */
  CALL,
  /** Do they link us onward? */
  LINK,
  /** Do they back us where we meet others? */
  ALLY
}
