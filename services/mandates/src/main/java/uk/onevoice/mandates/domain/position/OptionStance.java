package uk.onevoice.mandates.domain.position;

import uk.onevoice.mandates.domain.issue.OptionId;

/** What a position says of one option. */
public record OptionStance(OptionId optionId, Stance stance) {}
