package uk.onevoice.projection.representation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A mandate that practices may answer already and whose first day lies ahead, so that no measure
 * counts it yet.
 */
record Coming(
    String mandateId,
    String topic,
    @Nullable String board,
    String holderId,
    LocalDate start,
    LocalDate end) {}
