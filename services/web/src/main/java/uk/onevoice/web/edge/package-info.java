/** What every answer of the front end carries, and where its settings come from. */
@NullMarked
package uk.onevoice.web.edge;

import org.jspecify.annotations.NullMarked;
