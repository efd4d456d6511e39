/** The rules of a subscription, as functions of what has happened and what is asked. */
@NullMarked
package uk.onevoice.feeds.subscriptions.domain;

import org.jspecify.annotations.NullMarked;
