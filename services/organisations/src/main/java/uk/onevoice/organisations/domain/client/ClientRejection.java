package uk.onevoice.organisations.domain.client;

import uk.onevoice.organisations.domain.OrganisationId;

/** The rules that say no. */
public sealed interface ClientRejection {
  record AlreadyRegistered(ClientId id) implements ClientRejection {}

  record NotRegistered() implements ClientRejection {}

  record UnknownOrganisation(OrganisationId id) implements ClientRejection {}

  /** A client of kind ICB belongs to an ICB. */
  record NotAnIcb(OrganisationId id) implements ClientRejection {}

  /** Nobody uses it any more; first it is moved to an organisation again. */
  record HasEnded() implements ClientRejection {}
}
