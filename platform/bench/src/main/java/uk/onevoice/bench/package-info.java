/**
 * {@code make bench}: the goals of performance, each measured against a reference in the same run
 * on the same machine, because an absolute figure means nothing on a shared one.
 */
@NullMarked
package uk.onevoice.bench;

import org.jspecify.annotations.NullMarked;
