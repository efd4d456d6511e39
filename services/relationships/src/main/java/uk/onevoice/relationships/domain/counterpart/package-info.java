/** What is known of a person of the other side. The vault keeps it; no event holds any of it. */
@NullMarked
package uk.onevoice.relationships.domain.counterpart;

import org.jspecify.annotations.NullMarked;
