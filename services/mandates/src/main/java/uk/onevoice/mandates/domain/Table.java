package uk.onevoice.mandates.domain;

import java.util.UUID;
import uk.onevoice.kernel.Label;

/**
 * A forum of the ICS's list at which a mandate holds.
 *
 * @param label what it was called when the mandate was written
 */
public record Table(UUID forumId, Label label) {}
