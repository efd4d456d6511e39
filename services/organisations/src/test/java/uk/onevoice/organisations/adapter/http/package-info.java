/** The registry over HTTP on the real stack, with every kind of caller. */
@NullMarked
package uk.onevoice.organisations.adapter.http;

import org.jspecify.annotations.NullMarked;
