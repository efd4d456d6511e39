/**
 * How a sign-in comes to belong to a person: by a code that is given to them, and never by a name.
 */
@NullMarked
package uk.onevoice.organisations.domain.invitation;

import org.jspecify.annotations.NullMarked;
