/** Webhooks: how what a subscription asks for reaches its address, and what became of it. */
@NullMarked
package uk.onevoice.feeds.webhooks;

import org.jspecify.annotations.NullMarked;
