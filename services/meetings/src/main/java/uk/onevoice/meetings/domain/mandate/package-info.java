/**
 * What meetings know of mandates: who may speak for general practice, on what, where and when, and
 * what was said under it. A copy of what the mandates service says, never more than that.
 */
@NullMarked
package uk.onevoice.meetings.domain.mandate;

import org.jspecify.annotations.NullMarked;
