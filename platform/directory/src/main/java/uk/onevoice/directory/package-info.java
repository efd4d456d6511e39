/**
 * A local copy of who is who: organisations, affiliations, places, role holdings, sign-ins and
 * system clients, kept from organisations' events. Each service asks its own copy, so that nobody
 * needs the organisations service to answer (ADR 8).
 */
@NullMarked
package uk.onevoice.directory;

import org.jspecify.annotations.NullMarked;
