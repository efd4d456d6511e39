package uk.onevoice.directory;

import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Period;

/**
 * A person holds a role for a time.
 *
 * @param organisation where; null for a role that belongs to no organisation
 */
public record RoleHolding(
    RoleHoldingId id,
    PersonId person,
    Role role,
    @Nullable OrganisationId organisation,
    Period period) {}
