/**
 * Between a resource method and the command handler: who, when and why around a command, repeated
 * requests, versions and positions in the answer.
 */
@NullMarked
package uk.onevoice.service.command;

import org.jspecify.annotations.NullMarked;
