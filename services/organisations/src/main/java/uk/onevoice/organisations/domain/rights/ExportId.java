package uk.onevoice.organisations.domain.rights;

import java.util.UUID;

/** One gathering of all that is kept about a person. */
public record ExportId(UUID value) {}
