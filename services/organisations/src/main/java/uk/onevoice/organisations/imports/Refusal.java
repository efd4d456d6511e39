package uk.onevoice.organisations.imports;

/** A line that could not be used, and why. */
public record Refusal(long line, String reason) {}
