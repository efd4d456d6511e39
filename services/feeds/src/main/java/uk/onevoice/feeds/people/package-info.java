/** People, whom this service does not know and asks the registry about with their own token. */
@NullMarked
package uk.onevoice.feeds.people;

import org.jspecify.annotations.NullMarked;
