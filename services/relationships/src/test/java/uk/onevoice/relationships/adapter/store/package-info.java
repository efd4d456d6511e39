/** What the relationships service keeps, against the real PostgreSQL. */
@NullMarked
package uk.onevoice.relationships.adapter.store;

import org.jspecify.annotations.NullMarked;
