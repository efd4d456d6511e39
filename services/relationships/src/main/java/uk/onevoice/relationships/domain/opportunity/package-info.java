/**
 * A tender or contract that general practice goes for together with others, behind a wall: only who
 * is named knows of it until its result is there.
 */
@NullMarked
package uk.onevoice.relationships.domain.opportunity;

import org.jspecify.annotations.NullMarked;
