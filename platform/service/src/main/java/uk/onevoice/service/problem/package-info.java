/**
 * Every error as an RFC 9457 problem: a stable type from contracts/problems.md, a sentence, and
 * where it helps the fields it is about. Never what went wrong inside.
 */
@NullMarked
package uk.onevoice.service.problem;

import org.jspecify.annotations.NullMarked;
