/** A system that may ask for its organisation: registered, approved, suspended. */
@NullMarked
package uk.onevoice.organisations.domain.client;

import org.jspecify.annotations.NullMarked;
