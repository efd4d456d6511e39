/**
 * What this service knows of mandates: which was in force when, on what, and who holds it. A copy
 * of what the mandates service says, never more than that.
 */
@NullMarked
package uk.onevoice.relationships.domain.mandate;

import org.jspecify.annotations.NullMarked;
