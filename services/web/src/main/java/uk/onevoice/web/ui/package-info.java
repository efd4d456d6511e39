/**
 * What templates ask for besides their own page: small functions under {@code ui:} and the records
 * that the tags of the design system take.
 *
 * <p>Each tag {@code templates/tags/nhsuk*.html} is held to the fixtures that nhsuk-frontend
 * publishes for its component; what it leaves out is listed in {@code
 * src/test/resources/parity/left-out.json}.
 */
@NullMarked
package uk.onevoice.web.ui;

import org.jspecify.annotations.NullMarked;
