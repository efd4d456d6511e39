/** Subscriptions of partners: whom to ring, about what, and who says so. */
@NullMarked
package uk.onevoice.feeds.subscriptions;

import org.jspecify.annotations.NullMarked;
