package uk.onevoice.organisations.adapter.http;

import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.client.ClientId;
import uk.onevoice.service.problem.Problem;

/** Ids in paths; what cannot be one is not there. */
final class PathIds {
  private PathIds() {}

  static OrganisationId organisation(String text) {
    try {
      return new OrganisationId(text);
    } catch (IllegalArgumentException notOne) {
      throw Problem.notFound().exception();
    }
  }

  static ClientId client(String text) {
    try {
      return new ClientId(text);
    } catch (IllegalArgumentException notOne) {
      throw Problem.notFound().exception();
    }
  }
}
