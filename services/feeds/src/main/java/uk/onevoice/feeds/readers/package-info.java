/** Who may hear: systems, approved by bodies of general practice. */
@NullMarked
package uk.onevoice.feeds.readers;

import org.jspecify.annotations.NullMarked;
