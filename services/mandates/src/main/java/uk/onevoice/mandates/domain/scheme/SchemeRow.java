package uk.onevoice.mandates.domain.scheme;

import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.WordsRef;

/**
 * Who decides one class of issues.
 *
 * @param whyRef where it is explained in words
 */
public record SchemeRow(IssueClass issueClass, Label name, Decides decides, WordsRef whyRef) {}
