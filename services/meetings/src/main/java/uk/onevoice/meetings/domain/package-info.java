/**
 * What general practice brought to a meeting and what came of it. Read {@link
 * uk.onevoice.meetings.domain.Meeting} first: it holds every rule.
 */
@NullMarked
package uk.onevoice.meetings.domain;

import org.jspecify.annotations.NullMarked;
