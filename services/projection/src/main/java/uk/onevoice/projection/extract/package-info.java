/**
 * Tables that the warehouse of an ICB takes over: row by row, from a week to a week, and on from
 * any row where it was broken off.
 */
@NullMarked
package uk.onevoice.projection.extract;

import org.jspecify.annotations.NullMarked;
