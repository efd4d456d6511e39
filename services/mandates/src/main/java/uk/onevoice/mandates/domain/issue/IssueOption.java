package uk.onevoice.mandates.domain.issue;

import uk.onevoice.kernel.WordsRef;

/**
 * One option of an issue.
 *
 * @param optionRef its words
 */
public record IssueOption(OptionId optionId, WordsRef optionRef) {}
