/** What has been talked over in a place that has no leadership group yet. */
@NullMarked
package uk.onevoice.organisations.domain.starter;

import org.jspecify.annotations.NullMarked;
