/**
 * A service's side of people's rights (ADR 9): it hears what organisations asks of everybody,
 * erases, restricts or makes ready, and answers on its own log; it shows a person what it keeps
 * about them, and takes corrections and their own view.
 */
@NullMarked
package uk.onevoice.vault.rights;

import org.jspecify.annotations.NullMarked;
