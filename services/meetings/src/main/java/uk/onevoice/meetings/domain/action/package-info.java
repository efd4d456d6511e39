/**
 * What meetings agreed that somebody does. Read {@link uk.onevoice.meetings.domain.action.Action}
 * first.
 */
@NullMarked
package uk.onevoice.meetings.domain.action;

import org.jspecify.annotations.NullMarked;
