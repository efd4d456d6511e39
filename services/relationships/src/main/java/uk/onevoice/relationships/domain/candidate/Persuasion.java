package uk.onevoice.relationships.domain.candidate;

import java.time.LocalDate;
import uk.onevoice.relationships.domain.CounterpartRef;

/**
 * The way from an ally to a colleague of theirs.
 *
 * @param since the day on which it came so far
 */
public record Persuasion(
    CounterpartRef allyRef, CounterpartRef colleagueRef, Progress progress, LocalDate since) {}
