/**
 * What a body of general practice says on an issue: private, then agreed, then public. Read {@link
 * uk.onevoice.mandates.domain.position.Position} first: it holds every rule.
 */
@NullMarked
package uk.onevoice.mandates.domain.position;

import org.jspecify.annotations.NullMarked;
