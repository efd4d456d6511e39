/**
 * From a bearer token to somebody we know, and what they may do. Keycloak proves who it is; what
 * they may do follows from the role holdings in our own directory (ADR 8). What is not allowed by
 * name is refused.
 */
@NullMarked
package uk.onevoice.security;

import org.jspecify.annotations.NullMarked;
