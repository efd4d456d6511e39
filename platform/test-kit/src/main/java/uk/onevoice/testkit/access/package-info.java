/** Tries every operation of a service with tokens that must not get in (ADR 8). */
@NullMarked
package uk.onevoice.testkit.access;

import org.jspecify.annotations.NullMarked;
