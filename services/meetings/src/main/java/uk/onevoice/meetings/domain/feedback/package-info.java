/**
 * How practices hear what became of their mandate. Read {@link
 * uk.onevoice.meetings.domain.feedback.FeedbackNote} first: it holds every rule.
 */
@NullMarked
package uk.onevoice.meetings.domain.feedback;

import org.jspecify.annotations.NullMarked;
