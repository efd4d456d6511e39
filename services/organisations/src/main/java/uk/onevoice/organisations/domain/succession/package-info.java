/**
 * What became of those who belonged to a body that closed or that others followed. Nobody is moved
 * by that: whoever waits is listed until a person says where it goes.
 */
@NullMarked
package uk.onevoice.organisations.domain.succession;

import org.jspecify.annotations.NullMarked;
