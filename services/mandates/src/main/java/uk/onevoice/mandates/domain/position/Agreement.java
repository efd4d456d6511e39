package uk.onevoice.mandates.domain.position;

import java.time.LocalDate;
import uk.onevoice.mandates.domain.OrganisationId;

/** A body that agreed to a version, and in which role somebody said so for it. */
public record Agreement(OrganisationId bodyId, RoleName role, LocalDate on) {}
