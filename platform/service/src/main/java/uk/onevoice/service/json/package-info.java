/** How requests are read as JSON: strictly, so that nothing is taken for something else. */
@NullMarked
package uk.onevoice.service.json;

import org.jspecify.annotations.NullMarked;
