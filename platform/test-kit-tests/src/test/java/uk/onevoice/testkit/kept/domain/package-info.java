/** A domain as it should be. */
@NullMarked
package uk.onevoice.testkit.kept.domain;

import org.jspecify.annotations.NullMarked;
