/**
 * What general practice prepares for a meeting, and what it talked about before. Read {@link
 * uk.onevoice.meetings.domain.briefing.Briefing} first: it holds every rule.
 */
@NullMarked
package uk.onevoice.meetings.domain.briefing;

import org.jspecify.annotations.NullMarked;
