/** Who belongs to whom: all affiliations of one member are one stream, so its rules can hold. */
@NullMarked
package uk.onevoice.organisations.domain.affiliation;

import org.jspecify.annotations.NullMarked;
