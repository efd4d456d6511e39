package uk.onevoice.relationships.domain.opportunity;

import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.domain.OrganisationId;

/**
 * An organisation, as the registry knows it today.
 *
 * @param side null where no such organisation is open today
 * @param delivers whether it can be held to a contract: a leadership group cannot
 */
public record Bidder(OrganisationId organisationId, @Nullable Side side, boolean delivers) {}
