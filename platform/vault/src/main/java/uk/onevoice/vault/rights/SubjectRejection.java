package uk.onevoice.vault.rights;

/** The rule that says no. */
public sealed interface SubjectRejection {
  /** Nothing is kept about who was erased, so there is nothing to correct or to answer. */
  record PersonIsErased() implements SubjectRejection {}
}
