/** Lists in pages: as they are asked for, as they are answered, and as a log can give them. */
@NullMarked
package uk.onevoice.service.listing;

import org.jspecify.annotations.NullMarked;
