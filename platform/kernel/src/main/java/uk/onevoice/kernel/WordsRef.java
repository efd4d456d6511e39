package uk.onevoice.kernel;

import java.util.UUID;

/** Where the vault keeps words that somebody typed. */
public record WordsRef(UUID value) {}
