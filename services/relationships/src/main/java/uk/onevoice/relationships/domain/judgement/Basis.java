package uk.onevoice.relationships.domain.judgement;

/** What a judgement rests on. */
public enum Basis {
  /** Something that happened and others could check. */
  FACT,
  /** What its author thinks. */
  OPINION
}
