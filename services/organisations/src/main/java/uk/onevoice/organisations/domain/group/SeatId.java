package uk.onevoice.organisations.domain.group;

import java.util.UUID;

/** A seat: the same as long as its rule and the body it is for are, whichever terms say so. */
public record SeatId(UUID value) {}
