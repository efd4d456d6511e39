package uk.onevoice.organisations.domain.imported;

/** The rules that say no. */
public sealed interface ImportRejection {
  record NotAccepted() implements ImportRejection {}

  record UndoneAlready() implements ImportRejection {}

  /** Later events stand on what it changed; they have to be undone first. */
  record BuiltUpon() implements ImportRejection {}
}
