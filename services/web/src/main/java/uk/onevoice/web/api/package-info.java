/**
 * The public APIs as the signed-in person may use them: one client, and a record for each answer.
 */
@NullMarked
package uk.onevoice.web.api;

import org.jspecify.annotations.NullMarked;
