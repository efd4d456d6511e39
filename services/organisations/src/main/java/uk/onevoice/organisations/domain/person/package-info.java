/** A person, by reference only, with the sign-ins and the role holdings of that person. */
@NullMarked
package uk.onevoice.organisations.domain.person;

import org.jspecify.annotations.NullMarked;
