package uk.onevoice.relationships.domain.judgement;

import java.time.LocalDate;

/**
 * From this day on the slot is of this class, until the next step.
 *
 * @param from the first day, included
 */
public record Step(LocalDate from, Strength strength) {}
