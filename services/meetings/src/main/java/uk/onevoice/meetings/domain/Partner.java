package uk.onevoice.meetings.domain;

import org.jspecify.annotations.Nullable;

/**
 * A partner organisation in a meeting.
 *
 * @param personId who of it; null where nobody is named
 */
public record Partner(OrganisationId organisationId, @Nullable PersonId personId) {}
