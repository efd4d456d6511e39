/** What others are told of the registry, in languages of their own. */
@NullMarked
package uk.onevoice.organisations.policy;

import org.jspecify.annotations.NullMarked;
