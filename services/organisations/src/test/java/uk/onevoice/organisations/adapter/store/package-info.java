/** The log and the uploads on the real stack. */
@NullMarked
package uk.onevoice.organisations.adapter.store;

import org.jspecify.annotations.NullMarked;
