/** How a relationship goes from one holder to the next: facts go along, opinions only if asked. */
@NullMarked
package uk.onevoice.relationships.domain.handover;

import org.jspecify.annotations.NullMarked;
