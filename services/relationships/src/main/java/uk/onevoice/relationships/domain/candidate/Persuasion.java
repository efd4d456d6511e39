package uk.onevoice.relationships.domain.candidate;

import java.time.LocalDate;
import uk.onevoice.kernel.WordsRef;

/**
 * The way from an ally to a colleague of theirs.
 *
 * @param since the day on which it came so far
 */
public record Persuasion(
    WordsRef allyRef, WordsRef colleagueRef, Progress progress, LocalDate since) {}
