/** Who stands in which relation to a slot: rules that every part of this service asks. */
@NullMarked
package uk.onevoice.relationships.policy;

import org.jspecify.annotations.NullMarked;
