package uk.onevoice.relationships.domain.jointgroup;

/** Who sees to an issue: one seated person of each side. */
public record Owners(SeatId gp, SeatId partner) {}
