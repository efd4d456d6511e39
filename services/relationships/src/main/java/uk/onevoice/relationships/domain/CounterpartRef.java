package uk.onevoice.relationships.domain;

import java.util.UUID;

/** Where the vault keeps who somebody of the other side is; all that events say of them. */
public record CounterpartRef(UUID value) {}
