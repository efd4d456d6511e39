/** An organisation: what the registry says of it, release by release, and what became of it. */
@NullMarked
package uk.onevoice.organisations.domain.organisation;

import org.jspecify.annotations.NullMarked;
