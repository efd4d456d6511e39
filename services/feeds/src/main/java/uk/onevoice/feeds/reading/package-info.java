/** The pull feed over HTTP: batches, cursors, waiting, and the catalogue of types. */
@NullMarked
package uk.onevoice.feeds.reading;

import org.jspecify.annotations.NullMarked;
