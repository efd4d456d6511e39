/** What partners may hear, kept in one order: the consumer of the public language, and its log. */
@NullMarked
package uk.onevoice.feeds.log;

import org.jspecify.annotations.NullMarked;
