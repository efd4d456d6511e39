package uk.onevoice.organisations.domain.starter;

/** The rules that say no. */
public sealed interface StarterRejection {
  record NotOnTheList() implements StarterRejection {}
}
