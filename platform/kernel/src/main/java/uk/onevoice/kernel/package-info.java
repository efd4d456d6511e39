/**
 * The words every domain is written in: a decider turns a command into events, events carry who,
 * when and why around them. Plain Java: no framework may be imported here.
 */
@NullMarked
package uk.onevoice.kernel;

import org.jspecify.annotations.NullMarked;
