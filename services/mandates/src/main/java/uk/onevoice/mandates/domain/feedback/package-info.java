/**
 * What practices and the holder of a live mandate tell each other. Read {@link
 * uk.onevoice.mandates.domain.feedback.FeedbackChannel} first: it holds every rule.
 */
@NullMarked
package uk.onevoice.mandates.domain.feedback;

import org.jspecify.annotations.NullMarked;
