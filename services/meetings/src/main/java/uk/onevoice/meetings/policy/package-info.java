/** What follows for one aggregate from what has happened to another. */
@NullMarked
package uk.onevoice.meetings.policy;

import org.jspecify.annotations.NullMarked;
