/** What follows for mandates from what happens elsewhere, and from the passing of days. */
@NullMarked
package uk.onevoice.mandates.policy;

import org.jspecify.annotations.NullMarked;
