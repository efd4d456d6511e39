package uk.onevoice.organisations.adapter.http;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.client.ClientId;
import uk.onevoice.organisations.domain.client.ClientKind;
import uk.onevoice.organisations.domain.organisation.Sector;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.person.Role;
import uk.onevoice.organisations.domain.person.RoleHoldingId;

/** What is posted, and the short answers to it. */
interface Bodies {
  record NewOrganisation(Label name, OrganisationKind kind, LocalDate start) {}

  record OrganisationRef(OrganisationId organisationId) {}

  record NewName(Label name, LocalDate from) {}

  /**
   * @param end the first day after the last
   */
  record Ending(LocalDate end) {}

  record Reopening(LocalDate from) {}

  record SectorOf(Sector sector) {}

  record NewMembers(List<OrganisationId> memberIds, AffiliationKind kind, LocalDate start) {}

  /**
   * @param members how many belong now
   */
  record Members(int members) {}

  record PersonRef(PersonId personId) {}

  record Identity(String issuer, String subject) {}

  /**
   * @param clinical null for what is usual in the role
   */
  record NewRole(
      Role role,
      @Nullable OrganisationId organisationId,
      LocalDate start,
      @Nullable LocalDate end,
      @Nullable Boolean clinical) {}

  record RoleRef(RoleHoldingId roleHoldingId) {}

  record NewClient(ClientId clientId, OrganisationId organisationId, ClientKind kind) {}
}
