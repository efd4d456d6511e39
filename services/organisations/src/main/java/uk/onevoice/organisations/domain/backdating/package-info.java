/** Whether what happened earlier may still be entered as recorded earlier, for a demonstration. */
@NullMarked
package uk.onevoice.organisations.domain.backdating;

import org.jspecify.annotations.NullMarked;
