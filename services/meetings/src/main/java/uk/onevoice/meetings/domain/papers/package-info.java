/**
 * The files of a meeting, by what is known of them; the files themselves are kept elsewhere. Read
 * {@link uk.onevoice.meetings.domain.papers.Papers} first.
 */
@NullMarked
package uk.onevoice.meetings.domain.papers;

import org.jspecify.annotations.NullMarked;
