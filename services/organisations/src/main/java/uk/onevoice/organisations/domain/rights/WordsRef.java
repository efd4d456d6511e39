package uk.onevoice.organisations.domain.rights;

import java.util.UUID;

/** Where the vault keeps what was typed. */
public record WordsRef(UUID value) {}
